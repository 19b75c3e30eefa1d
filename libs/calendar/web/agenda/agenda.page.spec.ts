import { Location } from '@angular/common';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { NavigationEnd, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { filter, firstValueFrom } from 'rxjs';
import { answer, answerNames, dayIn, idOf, pageProviders, session, signInAs } from '../fixtures';

const three = [session(1, dayIn(3)), session(2, dayIn(3)), session(3, dayIn(9))];

describe('the agenda’s page', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;

  async function open(address: string, page: object, role: 'counsellor' | null = null) {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, role);
    harness = await RouterTestingHarness.create(address);
    harness.detectChanges();
    await answerList(page);
    return harness.routeNativeElement as HTMLElement;
  }

  async function answerList(page: object) {
    await settle();
    answerNames(api);
    answer(api, '/api/sessions?', page);
    await settle();
  }

  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }

  const asked = () => {
    const [request, ...others] = api.match(({ url }) => url.startsWith('/api/sessions?'));
    expect(others).toEqual([]);
    if (!request) throw new Error('nothing was asked');
    const query = new URL(request.request.url, 'http://luotsi').searchParams;
    return { request, query };
  };

  it('says what is coming, then lists it by day', async () => {
    const page = await open('/calendar?region=19', { items: three, nextCursor: null });
    // The same instant is an hour later by the clock in summer.
    expect(page.querySelector('lu-page-header')?.textContent).toMatch(
      /3 koulutusta tulossa Lapissa\. Seuraava on \p{L}+na \d+\. \p{L}+ .*klo\s(9|10)\.00, Rovaniemi\./u,
    );
    const days = [...page.querySelectorAll('lu-agenda-day')];
    expect(days.map((day) => day.querySelectorAll('li').length)).toEqual([2, 1]);
    expect(page.querySelector('li')?.textContent).toContain('3/12 paikkaa vapaana');
    expect(page.querySelector('li a')?.getAttribute('href')).toBe(`/sessions/${idOf(1)}`);
    expect(page.querySelector('.end')?.textContent).toContain('Siinä kaikki: 3 koulutusta.');
    expect(document.title).toBe('Koulutukset Lapissa – Luotsi');
  });

  it('asks for what the address says, and puts what is chosen in the address', async () => {
    const page = await open('/calendar?form=online', { items: three, nextCursor: null });
    const region = page.querySelector<HTMLSelectElement>('select[aria-label="Alue"]');
    if (!region) throw new Error('no choice of region');
    region.value = '19';
    region.dispatchEvent(new Event('change'));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/calendar?region=19&form=online');
    const { query, request } = asked();
    expect([query.get('region'), query.get('form')]).toEqual(['19', 'online']);
    expect(page.querySelectorAll('li')).toHaveLength(3);
    request.flush({ items: [], nextCursor: null });
    await settle();
    TestBed.inject(Router).navigateByUrl('/calendar');
    await settle();
    expect(asked().query.has('region')).toBe(false);
  });

  it('searches once the typing has paused', async () => {
    const page = await open('/calendar', { items: three, nextCursor: null });
    const words = page.querySelector<HTMLInputElement>('input[type=search]');
    if (!words) throw new Error('no search');
    for (const text of ['k', 'ku', 'kuulutus']) {
      words.value = text;
      words.dispatchEvent(new Event('input'));
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    await settle();
    expect(asked().query.get('q')).toBe('kuulutus');
    expect(TestBed.inject(Router).url).toBe('/calendar?q=kuulutus');
  });

  it('adds a page, tells how many there are, and hands the focus on at the end', async () => {
    const page = await open('/calendar', { items: three, nextCursor: 'next' });
    expect(page.querySelector('lu-page-header')?.textContent).toContain(
      'Yli 3 koulutusta tulossa.',
    );
    const more = page.querySelector<HTMLButtonElement>('.more');
    more?.focus();
    more?.click();
    more?.click();
    await settle();
    const { query, request } = asked();
    expect(query.get('cursor')).toBe('next');
    request.flush({ items: [session(4, dayIn(20))], nextCursor: null });
    await settle();
    expect(page.querySelectorAll('lu-agenda-day li')).toHaveLength(4);
    expect(page.querySelector('[role=status]')?.textContent).toBe('4 koulutusta näkyvissä');
    expect(document.activeElement).toBe(page.querySelector('.end'));
  });

  it('is as long as it was for whoever goes back, and begins anew for whoever narrows it', async () => {
    const page = await open('/calendar?form=onsite', { items: three, nextCursor: 'next' });
    const router = TestBed.inject(Router);
    router.setUpLocationChangeListener();
    const shown = () => harness.routeNativeElement?.querySelectorAll('lu-agenda-day li').length;
    const many = (count: number, after: number) =>
      Array.from({ length: count }, (_, at) => session(after + at, dayIn(20)));
    const goBack = async () => {
      const ended = router.events.pipe(filter((event) => event instanceof NavigationEnd));
      const done = firstValueFrom(ended);
      TestBed.inject(Location).back();
      await done;
      await settle();
    };
    page.querySelector<HTMLButtonElement>('.more')?.click();
    await settle();
    asked().request.flush({ items: many(107, 4), nextCursor: 'third' });
    await settle();
    expect(shown()).toBe(110);

    await router.navigateByUrl('/sign-in');
    await settle();
    await goBack();
    expect(router.url).toBe('/calendar?form=onsite');
    // The API gives a hundred at once; what is left comes after them, without a press.
    const { query, request } = asked();
    expect([query.get('form'), query.get('limit'), query.get('cursor')]).toEqual([
      ...['onsite', '100', null],
    ]);
    request.flush({ items: [...three, ...many(97, 4)], nextCursor: 'second' });
    await settle();
    const rest = asked();
    expect([rest.query.get('limit'), rest.query.get('cursor')]).toEqual(['10', 'second']);
    rest.request.flush({ items: many(10, 101), nextCursor: 'third' });
    await settle();
    expect(shown()).toBe(110);
    api.expectNone(({ url }) => url.startsWith('/api/sessions?'));

    await router.navigateByUrl('/calendar?region=19');
    await settle();
    const narrowed = asked();
    expect(narrowed.query.get('limit')).toBe('30');
    narrowed.request.flush({ items: three, nextCursor: null });
    await settle();
    expect(shown()).toBe(3);
    await goBack();
    expect(asked().query.get('limit')).toBe('100');
  });

  it('keeps what it has when a further page does not come', async () => {
    const page = await open('/calendar', { items: three, nextCursor: 'next' });
    page.querySelector<HTMLButtonElement>('.more')?.click();
    await settle();
    asked().request.error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelectorAll('lu-agenda-day li')).toHaveLength(3);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Yhteys katkesi');
    expect(page.querySelector('.more')).not.toBeNull();
  });

  it('offers to take the narrowest filter away when nothing is left', async () => {
    const page = await open('/calendar?region=19&competence=CC', { items: [], nextCursor: null });
    const [widen, clear] = page.querySelectorAll<HTMLButtonElement>('lu-empty button');
    expect(widen?.textContent).toContain('Poista rajaus: osaamisena Uraohjausosaaminen');
    expect(clear?.textContent).toContain('Poista rajaukset');
    widen?.click();
    await settle();
    expect(TestBed.inject(Router).url).toBe('/calendar?region=19');
  });

  it('says what is wrong and asks again', async () => {
    const page = await open('/calendar', { items: three, nextCursor: null });
    void TestBed.inject(Router).navigateByUrl('/calendar?q=x');
    await settle();
    asked().request.error(new ProgressEvent('error'));
    await settle();
    page.querySelector<HTMLButtonElement>('lu-problem button')?.click();
    await settle();
    asked().request.flush({ items: three, nextCursor: null });
    await settle();
    expect(page.querySelectorAll('lu-agenda-day li')).toHaveLength(3);
  });

  it('shows where the person who is signed in stands', async () => {
    const page = await open('/calendar', { items: three, nextCursor: null }, 'counsellor');
    const item = { sessionId: idOf(2), status: 'waitlisted', position: 4, past: false };
    const own = api.expectOne('/api/me/enrolments');
    own.flush({ items: [{ ...item, session: session(2, dayIn(3)) }] });
    await settle();
    const [first, second] = page.querySelectorAll('lu-session-state');
    expect(first?.textContent).toContain('paikkaa vapaana');
    expect(second?.textContent?.trim()).toBe('Jonossa, sija 4');
  });
});
