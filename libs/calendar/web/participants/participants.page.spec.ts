import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Participant, ParticipantInFull } from '@luotsi/calendar/model';
import type { Role } from '@luotsi/identity/model';
import { Notices, provideApiClient, provideLanguage } from '@luotsi/platform/web';
import { organised } from '../attendance/fixtures';
import { idOf, signInAs } from '../fixtures';
import { participantRoutes } from './routes';

const SESSION = idOf(1);
const LIST = `/api/sessions/${SESSION}/enrolments`;
const ago = (days: number) => new Date(Date.now() - days * 86_400_000 - 1_000).toISOString();

function someone(
  at: number,
  name: string,
  status: Participant['status'],
  more: Partial<Participant> = {},
): Participant {
  return {
    id: idOf(200 + at),
    person: { id: idOf(10 + at), name, email: `${String(at)}@skola.example` },
    status,
    since: ago(at + 1),
    enrolledAt: ago(20),
    region: '19',
    regionConfirmed: true,
    organisation: null,
    ...more,
  };
}

const people = [
  someone(0, 'Åsa Öhman', 'applied'),
  someone(1, 'Zahra Ali', 'confirmed', { needs: { diet: 'Vegaani', accessNeeds: '' } }),
  someone(2, 'Aino Mäki', 'confirmed', { needs: { diet: 'vegaani.', accessNeeds: '' } }),
  someone(3, 'Örn Ek', 'applied', { regionConfirmed: false }),
  someone(4, 'Veli Suo', 'waitlisted', { position: 1 }),
];

describe('the page of the enrolled', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  const page = () => harness.routeNativeElement as HTMLElement;
  beforeEach(() => document.body.replaceChildren());

  async function settle() {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  }
  const answer = async (path: string, body: object, method = 'GET') => {
    const request = api.expectOne((one) => one.method === method && one.url === path);
    request.flush(body);
    await settle();
    return request.request;
  };
  async function open(
    items = people,
    role: Role = 'groupCoordinator',
    query = '',
    status = 'published',
  ) {
    TestBed.configureTestingModule({
      providers: [
        provideLanguage(),
        provideApiClient(),
        provideHttpClientTesting(),
        provideRouter(participantRoutes, withComponentInputBinding()),
      ],
    });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, role);
    harness = await RouterTestingHarness.create(
      `/organise/sessions/${SESSION}/participants${query}`,
    );
    await settle();
    document.body.append(page());
    const session = { ...organised(-600), asksDiet: true, status };
    await answer(`/api/organised-sessions/${SESSION}`, session);
    await answer('/api/regions', { items: [] });
    await list(items);
  }
  async function list(items: readonly Participant[]) {
    const count = (status: string) => items.filter((one) => one.status === status).length;
    const counts = Object.fromEntries(
      ['applied', 'confirmed', 'offered', 'waitlisted', 'declined', 'cancelled'].map((status) => [
        status,
        count(status),
      ]),
    );
    await answer(LIST, { items, counts, capacity: 3, needsShown: true });
  }
  const names = () => [...page().querySelectorAll('.name')].map((one) => one.textContent.trim());
  const button = (word: string) => {
    const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(
      (one) => one.textContent.trim() === word || one.getAttribute('aria-label') === word,
    );
    if (!found) throw new Error(`There is no button “${word}”.`);
    return found;
  };
  const press = async (word: string) => {
    button(word).click();
    await settle();
  };
  const control = (label: string) => {
    const found = [...page().querySelectorAll('label')].find(
      (one) => one.textContent.trim() === label,
    );
    return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
  };
  const fill = async (label: string, value: string) => {
    const field = control(label);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  const told = () => TestBed.inject(Notices).current()?.text;

  it('says first what waits for the organiser; names by the alphabet, å ä ö last', async () => {
    await open();
    expect(page().querySelector('.answer')?.textContent).toBe(
      '2 ilmoittautumista odottaa vastaustasi, vanhin on odottanut 4 päivää.',
    );
    expect(names()).toEqual(['Aino Mäki', 'Veli Suo', 'Zahra Ali', 'Åsa Öhman', 'Örn Ek']);
    expect(page().textContent).toContain('Jonossa, sija 1');
    expect(page().textContent).toContain('ei vahvistettu');
  });

  it('says of what has been held who had a seat, not what is free or who still waits', async () => {
    await open(people, 'groupCoordinator', '', 'held');
    expect(page().querySelector('.answer')?.textContent).toBe('Paikka oli 2 ihmisellä.');
    expect(page().querySelector('table')?.textContent).not.toContain('odottanut');
  });

  it('is narrowed by state and found by words, both kept in the address', async () => {
    await open(people, 'groupCoordinator', '?status=applied');
    expect(names()).toEqual(['Örn Ek', 'Åsa Öhman']);
    await fill('Hae nimellä, osoitteella tai organisaatiolla', 'ohm');
    expect(names()).toEqual(['Åsa Öhman']);
    expect(TestBed.inject(Router).url).toContain('?status=applied&q=ohm');
  });

  it('approves one at once and says what came of it', async () => {
    await open();
    // Pressed twice: it is sent once.
    button('Hyväksy: Åsa Öhman').click();
    await press('Hyväksy: Åsa Öhman');
    const one = people[0] as Participant;
    await answer(
      `${LIST}/${one.id}/approval`,
      { id: one.id, person: one.person, status: 'waitlisted', position: 2, changed: true },
      'POST',
    );
    expect(told()).toBe('Åsa Öhman on jonossa sijalla 2.');
    await answer(`/api/organised-sessions/${SESSION}`, organised(-600));
    await list(
      people.map((each) => (each.id === one.id ? { ...each, status: 'waitlisted' } : each)),
    );
    expect(page().textContent).not.toContain('Hyväksy: Åsa');
  });

  it('approves the chosen only when one is sure, and refuses them only with a reason', async () => {
    await open();
    const all = page().querySelector<HTMLInputElement>('thead input');
    all?.click();
    await settle();
    expect(page().textContent).toContain('2 valittua');
    await press('Hylkää valitut');
    await press('Hylkää ja kerro syy');
    expect(page().textContent).toContain('Kirjoita perustelu');
    await fill('Perustelu, jonka henkilö lukee', 'Kohderyhmä on toinen.');
    await press('Hylkää ja kerro syy');
    const sent = await answer(
      `${LIST}/refusals`,
      {
        items: [people[0], people[3]].map((one) => ({
          id: one?.id ?? null,
          person: one?.person ?? null,
          status: 'declined',
          changed: true,
        })),
      },
      'POST',
    );
    expect(sent.body).toEqual({
      enrolments: [people[0]?.id, people[3]?.id],
      reason: 'Kohderyhmä on toinen.',
    });
    expect(told()).toBe('2 hylättiin.');
  });

  it('opens one in place with their steps, and takes them out with a reason', async () => {
    await open();
    const one = people[1] as Participant;
    await press('Näytä tiedot ja toiminnot: Zahra Ali');
    const full: ParticipantInFull = {
      ...one,
      overlaps: true,
      history: [
        {
          ...{ at: ago(2), status: 'confirmed', reason: 'promoted', by: 'system', byName: null },
          occasion: 'seat-freed',
        },
        { at: ago(3), status: 'waitlisted', reason: 'added', by: 'organiser', byName: 'Anneli L' },
      ],
    };
    await answer(`${LIST}/${one.id}`, full);
    const text = page().querySelector('lu-participant-detail')?.textContent ?? '';
    expect(text).toContain('Sai paikan jonosta, kun paikka vapautui: mukana');
    expect(text).toContain('Anneli L');
    expect(text).toContain('Samaan aikaan toisessa koulutuksessa.');
    await press('Poista koulutuksesta…');
    button('Poista koulutuksesta').focus();
    await press('Poista koulutuksesta');
    const reason = control('Perustelu, jonka henkilö lukee');
    expect(document.activeElement).toBe(reason);
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    expect(
      document.getElementById(reason.getAttribute('aria-describedby') ?? '')?.textContent,
    ).toContain('Kirjoita perustelu');
    await fill('Perustelu, jonka henkilö lukee', 'Sovittu puhelimessa');
    await press('Poista koulutuksesta');
    const sent = await answer(
      `${LIST}/${one.id}/removal`,
      { id: one.id, person: one.person, status: 'cancelled', changed: true },
      'POST',
    );
    expect(sent.body).toEqual({ reason: 'Sovittu puhelimessa' });
    expect(told()).toBe('Poistettu: Zahra Ali. Hänelle on kerrottu syy.');
  });

  it('adds someone found by name, and says that they are elsewhere at the time', async () => {
    await open();
    await press('Lisää osallistujia');
    await fill('Nimi tai sähköpostiosoite', 'maija');
    const maija = { id: idOf(77), name: 'Maija Ås', email: 'maija@skola.example' };
    const candidate = { person: maija, region: '19', status: null, overlaps: true };
    await answer(`/api/sessions/${SESSION}/candidates?q=maija`, { items: [candidate] });
    expect(page().textContent).toContain('on samaan aikaan toisessa koulutuksessa');
    await press('Lisää Maija Ås');
    api.expectNone({ method: 'POST', url: LIST });
    expect(page().textContent).toContain('Kirjoita perustelu. Se kerrotaan henkilölle.');
    await fill('Perustelu, jonka henkilö lukee', 'Puhuja');
    await press('Lisää Maija Ås');
    const outcome = { id: idOf(300), person: maija, status: 'confirmed', changed: true };
    const sent = await answer(LIST, { items: [{ ...outcome, overlaps: true }] }, 'POST');
    expect(sent.body).toEqual({ person: maija.id, reason: 'Puhuja' });
    expect(told()).toBe('Maija Ås on mukana. Huomaa: hän on samaan aikaan toisessa koulutuksessa.');
  });

  it('adds by address alone where one sees nobody by name', async () => {
    await open(people, 'nationalCoordinator');
    await press('Lisää osallistujia');
    await fill('Sähköpostiosoite', 'uusi@skola.example');
    await fill('Perustelu, jonka henkilö lukee', 'Kollegan tilalle');
    await press('Lisää osoitteella uusi@skola.example');
    const request = api.expectOne({ method: 'POST', url: LIST });
    expect(request.request.body).toEqual({
      email: 'uusi@skola.example',
      reason: 'Kollegan tilalle',
    });
  });

  it('sums up what people with a seat need, without names', async () => {
    await open();
    expect(page().querySelector('lu-needs-summary li')?.textContent).toBe('Vegaani: 2');
    expect(page().querySelector('lu-needs-summary')?.textContent).not.toContain('Zahra');
  });

  it('invites while there is nobody', async () => {
    await open([]);
    expect(page().textContent).toContain('Ei vielä ilmoittautuneita');
  });
});
