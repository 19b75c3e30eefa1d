import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { DeskItem, DeskTask } from '@luotsi/calendar/model';
import type { Role } from '@luotsi/identity/model';
import { provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { idOf, signInAs } from '../fixtures';
import { deskRoutes } from './routes';

const same = (text: string) => ({ fi: text, sv: text, en: text });
const ago = (days: number) => new Date(Date.now() - days * 86_400_000 - 1_000).toISOString();

function item(at: number, title: string, more: Partial<DeskItem> = {}): DeskItem {
  return {
    id: idOf(at),
    title: same(title),
    status: 'published',
    form: 'onsite',
    place: same('Rovaniemi'),
    organiser: null,
    starts: '2027-03-11T07:00:00Z',
    ends: '2027-03-11T10:00:00Z',
    planned: null,
    timeZone: 'Europe/Helsinki',
    meetings: 1,
    series: null,
    capacity: 12,
    confirmed: 9,
    offered: 1,
    applied: 0,
    waitlisted: 0,
    came: null,
    waitingSince: null,
    missing: [],
    tasks: [],
    ...more,
  };
}

const applications: DeskTask = { kind: 'applications', count: 3, since: ago(5), due: ago(2) };

describe('the organiser’s desk', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  const page = () => harness.routeNativeElement as HTMLElement;
  const text = () => page().textContent.replace(/\s+/g, ' ');

  async function settle() {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  }
  async function answer(items: readonly DeskItem[], more: object = {}) {
    const request = api.expectOne(({ url }) => url.startsWith('/api/organised-sessions'));
    request.flush({
      ...{ items, nextCursor: null, first: [], tasks: 0, outlines: [], organisers: [] },
      counts: { draft: 1, published: 1, postponed: 0, held: 4, cancelled: 0 },
      ...more,
    });
    await settle();
    return request.request.url;
  }
  async function open(role: Role = 'groupCoordinator', query = '') {
    TestBed.configureTestingModule({
      providers: [
        provideLanguage(),
        provideApiClient(),
        provideHttpClientTesting(),
        provideRouter(deskRoutes, withComponentInputBinding()),
      ],
    });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, role);
    harness = await RouterTestingHarness.create(`/organise${query}`);
    await settle();
  }

  it('says first how much waits, and what to do, with the way to it', async () => {
    await open();
    const full = item(1, 'Haku', { applied: 3, tasks: [applications] });
    const session = { id: full.id, title: full.title, starts: full.starts };
    const link: DeskTask = { kind: 'link', count: 1, since: ago(9), due: '2027-03-04T07:00:00Z' };
    const first = [applications, link].map((task) => ({ ...task, session }));
    await answer([full], { tasks: 2, first });
    expect(text()).toContain('2 asiaa odottaa sinua.');
    expect(text()).toContain('Alkaa to 11.3.2027');
    const way = page().querySelector('.first a');
    expect(way?.textContent).toContain('Vastaa 3 ilmoittautumiseen');
    expect(way?.getAttribute('href')).toBe(
      `/organise/sessions/${full.id}/participants?status=applied`,
    );
    expect(text()).toContain('Vanhin on odottanut 5 päivää');
    expect(text()).toContain('Myöhässä');
  });

  it('keeps no room for an answer that did not come', async () => {
    await open();
    expect(page().querySelector('.answer')).not.toBeNull();
    api
      .expectOne(({ url }) => url.startsWith('/api/organised-sessions'))
      .error(new ProgressEvent('error'));
    await settle();
    expect(page().querySelector('lu-problem')?.textContent).toContain('Yhteys katkesi');
    expect(page().querySelector('.answer')).toBeNull();
  });

  it('shows by state how full each is, who waits for how long, and what a draft lacks', async () => {
    await open();
    await answer([
      item(1, 'Täysi', { confirmed: 12, offered: 0, waitlisted: 4, waitingSince: ago(12) }),
      item(3, 'Uusi', { confirmed: 0, offered: 0 }),
      item(2, 'Kesken', { status: 'draft', missing: ['title.sv', 'place'], starts: null }),
    ]);
    expect([...page().querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
      'Tulevat',
      'Luonnokset',
    ]);
    expect(text()).toContain('Täynnä');
    expect(text()).toContain('4 jonossa, vanhin odottanut 12 päivää');
    expect(text()).toContain('16 ilmoittautunutta');
    expect(text()).toContain('Ei vielä ilmoittautuneita');
    expect(text()).toContain('Puuttuu: nimi ruotsiksi ja paikka');
    expect(text()).toContain('Ajankohta avoin');
    expect(text()).toContain('Mikään ei odota sinua. Seuraavana');
  });

  it('has the drafts of a series as one line, and one thing to do, that lead to the series', async () => {
    await open();
    const task: DeskTask = { kind: 'draft', count: 10, since: ago(3), due: null };
    const series = { id: idOf(60), drafts: 10 };
    const draft = item(1, 'Kahvila', { status: 'draft', series, tasks: [task] });
    const session = { id: draft.id, title: draft.title, starts: draft.starts };
    await answer([draft], { tasks: 1, first: [{ ...task, session }] });
    expect(text()).toContain('Yksi asia odottaa sinua.');
    const way = `/organise/sessions/${draft.id}/series`;
    expect(page().querySelector('.first a')?.textContent).toContain(
      'Viimeistele sarjan 10 luonnosta',
    );
    const line = page().querySelector('lu-desk-session');
    expect(line?.textContent).toContain('Sarja: Kahvila');
    expect(line?.textContent).toContain('10 luonnosta');
    expect(line?.textContent).toContain('Ensimmäinen to 11.3.2027');
    expect([...page().querySelectorAll('a')].map((one) => one.getAttribute('href'))).toEqual(
      expect.arrayContaining([way, way, way]),
    );
    expect(line?.querySelector('h3 a')?.getAttribute('href')).toBe(way);
  });

  it('leads to what has changed in an outline, and to an outline that waits to be published', async () => {
    await open('nationalCoordinator');
    const task: DeskTask = { kind: 'outline', count: 1, since: ago(3), due: null };
    const one = item(1, 'Verkossa', { tasks: [task] });
    const session = { id: one.id, title: one.title, starts: one.starts };
    const outline = { id: idOf(50), title: same('Arki'), author: 'Vieno', asked: ago(4) };
    await answer([one], { tasks: 1, first: [{ ...task, session }], outlines: [outline] });
    expect(text()).toContain('2 asiaa odottaa sinua.');
    expect(text()).toContain('Katso, mikä ohjelmarungossa muuttui');
    expect(text()).toContain('Vieno pyysi, odottanut 4 päivää');
    const ways = [...page().querySelectorAll('.first a')].map((way) => way.getAttribute('href'));
    expect(ways).toEqual([`/organise/sessions/${one.id}/outline`, `/outlines/${outline.id}`]);
  });

  it('says of what is over how many came, not how many seats are free', async () => {
    await open();
    await answer([
      item(1, 'Pidetty', { status: 'held', confirmed: 9, offered: 0, came: 7 }),
      item(2, 'Merkitsemättä', { status: 'held', confirmed: 9, offered: 0 }),
    ]);
    expect(text()).toContain('7 osallistui, mukaan oli tulossa 9');
    expect(text()).toContain('9 oli tulossa, läsnäolo merkitsemättä');
    expect(text()).not.toContain('vapaana');
    const way = page().querySelector<HTMLAnchorElement>('.seats a');
    expect(way?.getAttribute('href')).toBe(`/organise/sessions/${idOf(1)}/attendance`);
  });

  it('is narrowed in the address, and goes on at the next page', async () => {
    await open('nationalCoordinator', '?state=held&whose=all');
    const url = await answer([item(1, 'Eka', { status: 'held' })], { nextCursor: 'more' });
    expect(url).toContain('state=held');
    expect(url).toContain('whose=all');
    const more = [...page().querySelectorAll('button')].at(-1);
    more?.click();
    await settle();
    expect(await answer([item(2, 'Toka', { status: 'held' })])).toContain('cursor=more');
    expect([...page().querySelectorAll('h3')].map((one) => one.textContent.trim())).toEqual([
      'Eka',
      'Toka',
    ]);
    const select = page().querySelector('select');
    if (!select) throw new Error('There is no filter.');
    select.value = 'draft';
    select.dispatchEvent(new Event('change'));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/organise?state=draft&whose=all');
    await answer([]);
    expect(text()).toContain('Ei koulutuksia näillä rajauksilla');
  });

  it('invites to create the first one; a coach waits to be given one', async () => {
    await open();
    await answer([]);
    expect(text()).toContain('Luo ensimmäinen koulutuksesi');
    expect(page().querySelector('lu-empty a')?.getAttribute('href')).toBe('/organise/sessions/new');
    TestBed.resetTestingModule();
    await open('coach');
    await answer([]);
    expect(text()).toContain('Sinulle ei ole vielä annettu koulutuksia');
    expect(text()).not.toContain('Luo koulutus');
  });
});
