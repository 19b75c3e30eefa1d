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
    capacity: 12,
    confirmed: 9,
    offered: 1,
    applied: 0,
    waitlisted: 0,
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
      ...{ items, nextCursor: null, first: [], tasks: 0, organisers: [] },
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

  it('shows by state how full each is, who waits for how long, and what a draft lacks', async () => {
    await open();
    await answer([
      item(1, 'Täysi', { confirmed: 12, offered: 0, waitlisted: 4, waitingSince: ago(12) }),
      item(2, 'Kesken', { status: 'draft', missing: ['title.sv', 'place'], starts: null }),
    ]);
    expect([...page().querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
      'Tulevat',
      'Luonnokset',
    ]);
    expect(text()).toContain('Täynnä');
    expect(text()).toContain('4 jonossa, vanhin odottanut 12 päivää');
    expect(text()).toContain('Puuttuu: nimi ruotsiksi ja paikka');
    expect(text()).toContain('Ajankohta avoin');
    expect(text()).toContain('Mikään ei odota sinua. Seuraavana');
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
