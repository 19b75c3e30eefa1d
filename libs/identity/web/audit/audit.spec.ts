import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { samplePerson, type AuditEntry, type Role } from '@luotsi/identity/model';
import { provideApiClient, provideLanguage, Language } from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { kinds, unsorted } from './kinds';
import { auditRoutes } from './routes';

const person = (last: number) => `00000000-0000-7000-8000-00000000000${String(last)}`;
const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  id: person(9),
  at: '2027-03-11T07:05:00.000Z',
  action: 'role-given',
  actor: { id: person(1), name: 'Kalle Leppänen' },
  subjects: [{ id: person(2), name: 'Aino Korhonen' }],
  subjectCount: 1,
  facts: {
    role: 'coach',
    scope: { type: 'region', id: '19', name: { fi: 'Lappi', sv: 'Lappland', en: 'Lapland' } },
  },
  ...more,
});

describe('the page of the audit log', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;

  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  };

  async function open(address: string, role: Role = 'groupCoordinator') {
    document.cookie = 'luotsi_language=fi; Path=/';
    TestBed.configureTestingModule({
      providers: [
        provideLanguage(),
        provideApiClient(),
        provideHttpClientTesting(),
        provideRouter(auditRoutes, withComponentInputBinding()),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
    const known = TestBed.inject(CurrentPerson).load();
    http.expectOne('/api/auth/session').flush({
      person: { ...samplePerson, roles: [{ role, scope: { type: 'country', id: null } }] },
    });
    await known;
    let ended = false;
    void harness.navigateByUrl(address).finally(() => (ended = true));
    while (!ended) await settle();
  }

  const answer = async (items: AuditEntry[], nextCursor: string | null = null) => {
    const request = http.expectOne((one) => one.url.startsWith('/api/audit'));
    request.flush({ items, nextCursor });
    await settle();
    return request.request.urlWithParams;
  };
  const page = () => harness.routeNativeElement as HTMLElement;
  const text = () => page().textContent.replace(/[\s\u00a0]+/g, ' ');
  const button = (name: string) =>
    [...page().querySelectorAll<HTMLElement>('button, a')].find(
      (one) => one.textContent.trim() === name,
    );
  const press = async (name: string) => {
    button(name)?.click();
    await settle();
  };

  it('says in words who did what to whose data', async () => {
    await open('/audit');
    await answer([
      entry({}),
      entry({
        id: person(3),
        action: 'retention-applied',
        actor: null,
        subjects: [],
        subjectCount: 0,
      }),
      entry({ id: person(4), action: 'person-read', actor: { id: person(5), name: null } }),
      entry({ id: person(6), action: 'people-read', subjectCount: 8, facts: { count: 8 } }),
    ]);
    expect(text()).toContain('Rooli annettuKuka tekiKalle Leppänen');
    expect(text()).toContain('Valmentaja, Lappi');
    expect(text()).toContain('palvelu itse');
    expect(text()).toContain('Henkilön tiedot luettuKuka teki poistettu tili');
    expect(text()).toContain('Aino Korhonen ja 7 muuta');
    expect(text()).not.toContain('8 henkilöä');
  });

  it('has its filters in the address, which asks the API', async () => {
    await open('/audit?kind=profiles&who=aino&from=2027-03-01');
    const url = await answer([]);
    const actions = kinds.profiles.map((action) => `action=${action}`).join('&');
    expect(url).toBe(`/api/audit?${actions}&who=aino&from=2027-03-01`);
    expect(text()).toContain('Tällaisia tapahtumia ei ole');
    const field = page().querySelector<HTMLInputElement>('input[name=who]');
    expect(field?.value).toBe('aino');
    if (field) field.value = 'minna';
    page().querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/audit?kind=profiles&who=minna&from=2027-03-01');
    expect(await answer([])).toContain('who=minna');
    await press('Poista rajaukset');
    expect(await answer([])).toBe('/api/audit');
  });

  it('narrows to a person by their name', async () => {
    await open('/audit');
    await answer([entry({})]);
    await press('Aino Korhonen');
    expect(await answer([])).toBe(`/api/audit?person=${person(2)}`);
    expect(text()).toContain('Näytetään yhden henkilön tapahtumat.');
  });

  it('adds older entries below those that are shown', async () => {
    await open('/audit');
    await answer([entry({})], 'abc');
    await press('Näytä vanhempia');
    expect(await answer([entry({ id: person(3), action: 'role-taken' })])).toContain('cursor=abc');
    expect(text()).toContain('Rooli annettu');
    expect(text()).toContain('Rooli otettu pois');
    expect(button('Näytä vanhempia')).toBeUndefined();
  });

  it('leads to the same as a file', async () => {
    await open('/audit?kind=exports');
    await answer([entry({})]);
    expect(button('Vie tiedostoon (CSV)')?.getAttribute('href')).toBe(
      '/api/audit/export?action=people-exported&action=audit-exported',
    );
  });

  it('tells administrators what the nightly work has deleted', async () => {
    await open('/audit', 'administrator');
    await answer([]);
    const words = (fi: string) => ({ fi, sv: fi, en: fi });
    http.expectOne('/api/retention').flush({
      items: [
        { name: 'a', what: words('Viestit'), keptFor: words('30 päivää') },
        { name: 'b', what: words('Roolit'), keptFor: words('2 vuotta') },
        { name: 'c', what: words('Tili'), keptFor: words('aina') },
      ],
    });
    http.expectOne('/api/retention/runs').flush({
      items: [
        { name: 'a', at: '2027-03-11T01:45:00.000Z', gone: 12, total: 1_300 },
        { name: 'b', at: '2027-03-11T01:45:00.000Z', gone: null, total: 0 },
      ],
    });
    await settle();
    expect(text()).toMatch(/Viestit30 päivääto 11\.3\.2027 klo 3\.45 12 1 300/);
    expect(text()).toContain('epäonnistui');
    expect(text()).toContain('ei vielä');
  });

  it('speaks the language of its reader', async () => {
    await open('/audit');
    await answer([entry({})]);
    await TestBed.inject(Language).choose('sv');
    await settle();
    expect(text()).toContain('Roll given');
    expect(text()).toContain('Coach, Lappland');
  });

  it('has a kind for every action, so that each can be found', () => {
    expect(unsorted()).toEqual([]);
  });
});
