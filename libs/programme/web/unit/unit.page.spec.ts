import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Language } from '@luotsi/platform/web';
import { answer, programme, progressWith, readingOf, setUp, show, signIn, unitB } from '../testing';
import { UnitPage } from './unit.page';

const words = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const markOf = (unit: string) => `/api/me/progress/${readingOf(unit)}`;

async function page(done: readonly string[] = [], unit: unknown = unitB) {
  const shown = await show(
    UnitPage,
    { programmeId: 'elo', unitId: 'b' },
    {
      '/units/b': unit,
      '/me/progress': progressWith(done),
      '/programmes/elo': programme,
      '/visit': null,
    },
  );
  const button = (name: string) =>
    [...shown.querySelectorAll('button')].find((one) => words(one) === name);
  return { shown, button, http: TestBed.inject(HttpTestingController) };
}

describe('a unit’s page', () => {
  beforeEach(setUp);

  it('has its reading first, then what it is about', async () => {
    await signIn('counsellor');
    const { shown } = await page();
    expect(words(shown.querySelector('h1'))).toBe('Osio b');
    expect([...shown.querySelectorAll('h2')].map(words)).toEqual([
      'Luku',
      'Luitko tämän?',
      'Aiheet',
      'Osaaminen, jota tämä kehittää',
      'Sopivat työmuodot',
    ]);
    expect(words(shown.querySelector('lu-unit-facts'))).toContain('Vanhentunut.');
    expect(shown.querySelector('a[href="/frameworks/nice#CE"]')).not.toBeNull();
    expect(shown.querySelector('a[rel=prev]')?.getAttribute('href')).toBe(
      '/programmes/elo/units/a',
    );
    expect(shown.querySelector('a[rel=next]')?.getAttribute('href')).toBe(
      '/programmes/elo/units/c',
    );
  });

  it('marks a language that it falls back to', async () => {
    await signIn('counsellor');
    const { shown } = await page();
    await TestBed.inject(Language).choose('sv');
    TestBed.tick();
    expect(words(shown.querySelector('lu-reading'))).toContain(
      'Den här texten finns bara på finska.',
    );
    expect(shown.querySelector('lu-content')?.getAttribute('lang')).toBe('fi');
    await TestBed.inject(Language).choose('en');
    TestBed.tick();
    expect(words(shown.querySelector('lu-reading'))).toBe('Chapter');
    expect(shown.querySelector('lu-content')?.hasAttribute('lang')).toBe(false);
  });

  it('shows no script even if one came through', async () => {
    await signIn('counsellor');
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const activities = unitB.activities.map((it) => ({
      ...it,
      reading: { fi: '<img src=x onerror="fail()"><script>fail()</script>', sv: '', en: '' },
    }));
    const { shown } = await page([], { ...unitB, activities });
    expect(shown.querySelector('lu-content script, lu-content [onerror]')).toBeNull();
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
  });

  it('lets those who may not learn read, without a mark', async () => {
    await signIn('administrator');
    const { shown, button } = await page();
    expect(words(shown.querySelector('lu-reading'))).toBe('LukuTeksti.');
    expect(button('Merkitse luetuksi')).toBeUndefined();
  });

  it('remembers once that a learner was here, and nothing of others', async () => {
    await signIn('counsellor');
    const open = { '/units/b': unitB, '/me/progress': progressWith([]) };
    await show(UnitPage, { programmeId: 'elo', unitId: 'b' }, open);
    const http = TestBed.inject(HttpTestingController);
    const visit = http.expectOne(`${markOf('b')}/visit`);
    expect(visit.request.method).toBe('PUT');
    visit.flush(null, { status: 204, statusText: 'No Content' });
    await answer({});
    http.expectNone(`${markOf('b')}/visit`);
    await signIn('administrator');
    await show(UnitPage, { programmeId: 'elo', unitId: 'b' }, open);
    http.expectNone(`${markOf('b')}/visit`);
  });
});
