import { Location } from '@angular/common';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { provideApiClient } from '../http/provide-client';
import { provideLanguage } from '../language/provide-language';
import { pagedList } from './paged-list';

const listBoats = operation({
  id: 'listBoats',
  method: 'GET',
  path: '/api/boats',
  summary: 'Boats',
  permission: 'public',
  query: z.object({ kind: z.string().optional(), cursor: z.string().optional() }),
  responses: {
    200: z.object({ items: z.array(z.string()), nextCursor: z.string().nullable() }),
  },
});

function setUp() {
  TestBed.configureTestingModule({
    providers: [provideLanguage(), provideApiClient(), provideHttpClientTesting()],
  });
  const kind = signal<string | undefined>(undefined);
  const open = () =>
    TestBed.runInInjectionContext(() => pagedList(listBoats, () => ({ query: { kind: kind() } })));
  const list = open();
  const http = TestBed.inject(HttpTestingController);
  const answer = async (url: string, items: string[], nextCursor: string | null = null) => {
    TestBed.tick();
    http.expectOne(url).flush({ items, nextCursor });
    await TestBed.inject(ApplicationRef).whenStable();
  };
  return { kind, list, open, http, answer };
}

describe('a list that is read a page after the other', () => {
  it('adds the next page, and ends', async () => {
    const { list, answer } = setUp();
    expect(list.items()).toBeUndefined();
    await answer('/api/boats', ['Aava'], 'b');
    expect(list.hasMore()).toBe(true);
    const more = list.more();
    await answer('/api/boats?cursor=b', ['Tuuli']);
    await more;
    expect([list.items(), list.hasMore()]).toEqual([['Aava', 'Tuuli'], false]);
    list.update((items) => items.filter((item) => item !== 'Aava'));
    expect(list.items()).toEqual(['Tuuli']);
  });

  it('leaves out a page of a list that has been narrowed meanwhile', async () => {
    const { kind, list, http, answer } = setUp();
    await answer('/api/boats', ['Aava'], 'b');
    const more = list.more();
    const late = http.expectOne('/api/boats?cursor=b');
    kind.set('yacht');
    await answer('/api/boats?kind=yacht', ['Ilo']);
    late.flush({ items: ['Tuuli'], nextCursor: null });
    await more;
    expect(list.items()).toEqual(['Ilo']);
  });

  it('keeps what was read when the next page fails, and reads it when asked again', async () => {
    const { list, http, answer } = setUp();
    await answer('/api/boats', ['Aava'], 'b');
    const more = list.more();
    http.expectOne('/api/boats?cursor=b').error(new ProgressEvent('error'));
    await more;
    expect(list.problem()?.lostConnection).toBe(true);
    expect(list.items()).toEqual(['Aava']);
    const again = list.more();
    await answer('/api/boats?cursor=b', ['Tuuli']);
    await again;
    expect([list.problem(), list.items()]).toEqual([undefined, ['Aava', 'Tuuli']]);
  });

  it('is as long as it was for whoever comes back, and begins anew elsewhere', async () => {
    const { list, open, answer } = setUp();
    await answer('/api/boats', ['Aava'], 'b');
    for (const [cursor, boat] of [['b', 'Tuuli'] as const, ['c', 'Ilo'] as const]) {
      const more = list.more();
      await answer(`/api/boats?cursor=${cursor}`, [boat], cursor === 'b' ? 'c' : 'd');
      await more;
    }
    const again = open();
    await answer('/api/boats', ['Aava'], 'b');
    await answer('/api/boats?cursor=b', ['Tuuli'], 'c');
    await answer('/api/boats?cursor=c', ['Ilo'], 'd');
    expect([again.items(), again.hasMore()]).toEqual([['Aava', 'Tuuli', 'Ilo'], true]);
    TestBed.inject(Location).go('/elsewhere');
    const other = open();
    await answer('/api/boats', ['Aava'], 'b');
    expect(other.items()).toEqual(['Aava']);
  });
});
