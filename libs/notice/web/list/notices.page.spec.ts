import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Notice } from '@luotsi/notice/model';
import { idOf, notice, pageProviders, signIn, TestEventSource } from '../fixtures';

describe('the list of notices', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signIn(api);
    harness = await RouterTestingHarness.create('/notices');
    page = harness.routeNativeElement as HTMLElement;
    await settle();
  });

  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }
  async function answer(items: Notice[], unread: number, nextCursor: string | null = null) {
    const [asked, ...more] = api.match(({ url }) => url.startsWith('/api/me/notices?'));
    expect(more).toEqual([]);
    asked?.flush({ items, unread, nextCursor });
    await settle();
    return asked?.request.url;
  }
  const press = async (word: string) => {
    const button = [...page.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) =>
      textContent.includes(word),
    );
    button?.click();
    await settle();
  };
  const titles = () =>
    [...page.querySelectorAll('h3')].map(({ textContent }) => textContent.trim());

  it('is by day, newest first, with what is new in words', async () => {
    await answer(
      [
        notice(3),
        notice(2, { readAt: '2026-11-22T11:00:00Z' }),
        // Half past midnight in Finland.
        notice(1, { at: '2026-11-20T22:30:00Z', readAt: '2026-11-22T11:00:00Z' }),
      ],
      1,
    );
    expect(page.querySelector('.answer')?.textContent).toBe('Sinulla on 1 lukematon ilmoitus.');
    const days = [...page.querySelectorAll('lu-agenda-day')];
    expect(days.map((day) => day.querySelector('.day')?.textContent)).toEqual(['22', '21']);
    expect(days.map((day) => day.querySelectorAll('lu-notice-line').length)).toEqual([2, 1]);
    expect(page.querySelectorAll('.new')).toHaveLength(1);
    expect(page.querySelector('h3 a')?.getAttribute('href')).toBe(`/sessions/${idOf(3)}`);
  });

  it('marks what is opened as read', async () => {
    await answer([notice(1)], 1);
    page.querySelector<HTMLElement>('h3 a')?.click();
    await settle();
    const marking = api.expectOne(`/api/me/notices/${idOf(1)}/reading`);
    expect([marking.request.method, marking.request.body]).toEqual(['PUT', { read: true }]);
  });

  it('marks one read and unread again, at once', async () => {
    await answer([notice(1)], 1);
    await press('Merkitse luetuksi');
    expect(page.textContent).toContain('Merkitse lukemattomaksi');
    api.expectOne(`/api/me/notices/${idOf(1)}/reading`).flush({ unread: 0 });
    await settle();
    await answer([notice(1, { readAt: '2026-11-22T11:00:00Z' })], 0);
    expect(page.querySelector('.answer')?.textContent).toBe('Olet lukenut kaikki.');
  });

  it('takes a mark back, and says why, when it is not kept', async () => {
    await answer([notice(1)], 1);
    await press('Merkitse luetuksi');
    api
      .expectOne(`/api/me/notices/${idOf(1)}/reading`)
      .flush(
        { type: 'urn:luotsi:problem:not-found', title: 'Sivua ei löydy', status: 404 },
        { status: 404, statusText: '' },
      );
    await settle();
    await answer([notice(1)], 1);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Sivua ei löydy');
    expect(page.querySelectorAll('.new')).toHaveLength(1);
  });

  it('marks all read that are seen, not what comes meanwhile', async () => {
    await answer([notice(2), notice(1)], 2);
    await press('Merkitse kaikki luetuiksi');
    const marking = api.expectOne('/api/me/notices/reading');
    expect(marking.request.body).toEqual({ read: true, until: idOf(2) });
    marking.flush({ unread: 0 });
    await settle();
    await answer([notice(2, { readAt: '2026-11-22T11:00:00Z' })], 0);
    expect(page.textContent).not.toContain('Merkitse kaikki luetuiksi');
  });

  it('shows what comes while it is open', async () => {
    await answer([notice(1)], 1);
    TestEventSource.opened[0]?.tell('notice', notice(2));
    await settle();
    await answer([notice(2), notice(1)], 2);
    expect(titles()).toEqual(['Olet mukana: koulutus 2', 'Olet mukana: koulutus 1']);
  });

  it('reads on where it ends', async () => {
    await answer([notice(2)], 0, idOf(2));
    await press('Näytä vanhempia');
    const url = await answer([notice(1)], 0);
    expect(url).toContain(`cursor=${idOf(2)}`);
    expect(titles()).toEqual(['Olet mukana: koulutus 2', 'Olet mukana: koulutus 1']);
    expect(page.textContent).not.toContain('Näytä vanhempia');
  });

  it('shows only the unread ones when asked to', async () => {
    await answer([notice(1, { readAt: '2026-11-22T11:00:00Z' })], 0);
    const select = page.querySelector('select');
    if (select) select.value = 'unread';
    select?.dispatchEvent(new Event('change'));
    await settle();
    expect(await answer([], 0)).toContain('unread=true');
    expect(page.querySelector('lu-empty')?.textContent).toContain('Ei lukemattomia');
    await press('Näytä kaikki ilmoitukset');
    expect(await answer([notice(1)], 1)).not.toContain('unread');
  });

  it('says what will be here while there is nothing', async () => {
    await answer([], 0);
    expect(page.querySelector('lu-empty')?.textContent).toContain('Ei vielä ilmoituksia');
    expect(page.querySelector('lu-empty a')?.getAttribute('href')).toBe('/calendar');
  });

  it('says what is wrong when it can’t be read, and reads again when asked', async () => {
    const [asked] = api.match(({ url }) => url.startsWith('/api/me/notices?'));
    asked?.error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    await press('Yritä uudelleen');
    await answer([notice(1)], 1);
    expect(titles()).toHaveLength(1);
  });
});
