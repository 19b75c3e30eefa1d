import { TestBed } from '@angular/core/testing';
import type { OwnEnrolment, SessionPage } from '@luotsi/calendar/model';
import { Confirm, Notices, type Question } from '@luotsi/platform/web';
import { dayIn, idOf, modalDialogs } from '../fixtures';
import { confirmed, ID, none, OpenPage } from './session-page-fixture';

type Step = OwnEnrolment['history'][number];

const step = (given: Partial<Step>): Step => ({
  ...{ at: '2027-01-10T10:00:00Z', status: 'declined', reason: 'refused', by: 'organiser' },
  ...given,
});
const offered = (minutes: number): OwnEnrolment => ({
  ...none,
  status: 'offered',
  offerExpires: new Date(Date.now() + minutes * 60_000).toISOString(),
});
const nothing = { status: 204, statusText: 'No Content' };
const undated: Partial<SessionPage> = {
  ...{ meetings: [], planned: { year: 2028, month: 3 }, interestCount: 4 },
  ...{ enrolmentOpen: false, enrolmentCloses: null },
};

/** What is asked before something is done; answered yes. */
function asked(): Question[] {
  const questions: Question[] = [];
  TestBed.inject(Confirm).ask = (question) => {
    questions.push(question);
    return Promise.resolve(true);
  };
  return questions;
}

describe('where one stands, on a session’s page', () => {
  let at: OpenPage;
  beforeAll(modalDialogs);
  beforeEach(() => (at = new OpenPage()));

  it.each<[string, Partial<SessionPage>, OwnEnrolment, RegExp, string | undefined]>([
    [
      'applied',
      { approval: true },
      { ...none, status: 'applied' },
      /^Hait mukaan\s+\p{Lu}.* Hakemuksesi odottaa järjestäjän hyväksyntää\.$/u,
      'Peru hakemus',
    ],
    [
      'offered',
      {},
      offered(90),
      /^Sinulle on paikka\s+\S.* Ota paikka viimeistään .* klo\s/,
      'Ota paikka',
    ],
    [
      'an offer that has run out, whoever knows it yet',
      {},
      offered(-1),
      /^Tarjous vanheni\s+Paikka meni seuraavalle\./,
      'Ilmoittaudu',
    ],
    [
      'refused',
      { approval: true },
      { ...none, status: 'declined', history: [step({ note: 'Tämä on esihenkilöille' })] },
      /^Järjestäjä ei hyväksynyt hakemustasi\s*Tämä on esihenkilöille\./,
      'Hae mukaan',
    ],
    [
      'removed',
      { enrolmentOpen: false },
      {
        ...none,
        status: 'cancelled',
        history: [step({ status: 'cancelled', reason: 'removed', note: 'Tuplavaraus' })],
      },
      /^Järjestäjä perui ilmoittautumisesi\s*Tuplavaraus\./,
      undefined,
    ],
    [
      'moved to the line',
      { confirmedCount: 12, waitlistCount: 1 },
      {
        ...{ ...none, status: 'waitlisted', position: 1 },
        history: [step({ status: 'waitlisted', reason: 'moved', note: 'Sali vaihtui' })],
      },
      /^Olet jonossa, sija 1\s*Sali vaihtui\./,
      'Poistu jonosta',
    ],
    [
      'no seat for one’s own region',
      {},
      { ...none, outlook: 'waitlisted' },
      /^3 vapaata paikkaa on varattu muille alueille\. Pääset jonoon\./,
      'Mene jonotuslistalle',
    ],
    [
      'a session that asks for approval',
      { approval: true },
      { ...none, outlook: 'applied' },
      /^3 paikkaa vapaana/,
      'Hae mukaan',
    ],
  ])('opens with the one answer: %s', async (_, given, own, words, action) => {
    await at.open(given, own);
    expect(at.said()).toMatch(words);
    expect(at.button()?.textContent.trim()).toBe(action);
  });

  it('says how long the line has stood, and oneself in it', async () => {
    await at.open(
      { confirmedCount: 12, waitlistCount: 4, waitlistSince: '2027-01-03T10:00:00Z' },
      { ...none, status: 'waitlisted', position: 2, waitingSince: '2027-01-05T10:00:00Z' },
    );
    expect(at.find('lu-session-facts')?.textContent).toContain('odottanut 3.1.2027 lähtien');
    expect(at.find('lu-enrolment-panel')?.textContent).toContain('jonottanut ti 5.1.2027 lähtien');
  });

  it('takes an offered seat, once', async () => {
    await at.open({}, offered(90));
    await at.press('Ota paikka');
    await at.press('Vahvistetaan');
    at.only('POST').flush({ status: 'confirmed' });
    await at.settle();
    expect(at.said()).toMatch(/^Olet mukana/);
  });

  it('tells that an offer has been passed on, and shows where one stands now', async () => {
    await at.open({}, offered(90));
    await at.press('Ota paikka');
    at.only('POST').flush(
      {
        ...{ type: 'urn:luotsi:problem:offer-expired', title: 'Tarjous ei ole enää voimassa' },
        ...{ status: 409, detail: 'Paikka on tarjottu seuraavalle.' },
      },
      { status: 409, statusText: 'Conflict' },
    );
    await at.settle();
    at.only('GET').flush({
      ...{ ...none, status: 'declined', outlook: 'waitlisted' },
      history: [step({ reason: 'offer-expired', by: 'system' })],
    });
    await at.settle();
    expect(at.find('[role=alert]')?.textContent).toContain('Paikka on tarjottu seuraavalle.');
    expect(at.said()).toMatch(/^Tarjous vanheni/);
  });

  it('lets an offered seat go, once it has said what follows', async () => {
    await at.open({}, offered(90));
    const questions = asked();
    await at.press('Luovu paikasta');
    expect(questions[0]?.text).toContain('tarjotaan heti seuraavalle');
    const request = at.only('DELETE');
    expect(request.request.url).toMatch(/\/enrolment\/acceptance$/);
    request.flush(null, nothing);
    await at.settle();
    expect(at.find('.said')?.textContent).toContain('Luovuit tarjotusta paikasta.');
  });

  it('names what overlaps before it enrols', async () => {
    const title = { fi: 'Laatupäivä', sv: '', en: '' };
    await at.open({}, { ...none, overlaps: [{ sessionId: idOf(2), title }] });
    const questions = asked();
    await at.press('Ilmoittaudu');
    expect(questions[0]?.text).toContain('Laatupäivä');
    at.only('POST');
  });

  describe('cancelling within a week', () => {
    const dialog = () => document.querySelector<HTMLDialogElement>('lu-reason-dialog dialog');
    const send = async () => {
      document.querySelector<HTMLButtonElement>('lu-reason-dialog button')?.click();
      await at.settle();
    };
    afterEach(() => document.querySelector('lu-reason-dialog')?.remove());

    async function ask() {
      at.button('Peru ilmoittautuminen')?.focus();
      at.button('Peru ilmoittautuminen')?.click();
      await at.until(dialog);
      await at.settle();
    }

    it('asks why: one tap is enough', async () => {
      await at.open({}, confirmed, { days: 3 });
      await ask();
      await send();
      expect(dialog()?.textContent).toContain('Valitse syy tai kerro omin sanoin.');
      document.querySelector<HTMLInputElement>('lu-reason-dialog input[value=ill]')?.click();
      await at.settle();
      await send();
      const request = at.only('DELETE');
      expect(request.request.body).toEqual({ reason: 'Sairastuin' });
      request.flush(null, nothing);
      await at.settle();
      expect(at.find('.said')?.textContent).toContain('Ilmoittautumisesi on peruttu.');
    });

    it('gives the focus back to where it was asked from, and then to what has come of it', async () => {
      await at.open({}, confirmed, { days: 3 });
      await ask();
      expect(dialog()?.contains(document.activeElement)).toBe(true);
      document.querySelector<HTMLInputElement>('lu-reason-dialog input[value=ill]')?.click();
      await at.settle();
      await send();
      expect(document.activeElement).toBe(at.button('Perutaan'));
      at.only('DELETE').flush(null, nothing);
      await at.settle();
      expect(document.activeElement).toBe(at.find('lu-enrolment-panel'));
    });

    it('keeps what was typed when the connection is lost', async () => {
      await at.open({}, confirmed, { days: 3 });
      await ask();
      await at.type('lu-reason-dialog textarea', 'Juna peruttiin');
      await send();
      const request = at.only('DELETE');
      expect(request.request.body).toEqual({ reason: 'Juna peruttiin' });
      request.error(new ProgressEvent('error'));
      await at.settle();
      at.only('GET').flush(confirmed);
      await at.settle();
      expect(at.find('.said')?.textContent).toContain('peruutus jäi tekemättä');
      await ask();
      expect(dialog()?.querySelector('textarea')?.value).toBe('Juna peruttiin');
    });
  });

  describe('what one needs there', () => {
    const asks = { asksDiet: true, asksAccessNeeds: true };

    it('is told after, by whoever pressed “Sign in and enrol”: they are in', async () => {
      sessionStorage.setItem('luotsi_enrol', JSON.stringify([ID, Date.now()]));
      await at.open(asks, none);
      at.only('POST').flush({ status: 'confirmed' }, { status: 201, statusText: 'Created' });
      await at.until(() => at.find('lu-own-needs'));
      expect(at.said()).toMatch(/^Olet mukana/);
      const tell = at.find('lu-own-needs button');
      expect(tell?.textContent).toContain('Kerro järjestäjälle');
      tell?.focus();
      tell?.click();
      await at.settle();
      // The button has become a form, and whoever pressed it is in its first field.
      expect(document.activeElement).toBe(at.find('lu-own-needs input'));
    });

    it('is asked before the press, and goes along with it', async () => {
      await at.open(asks, none);
      await at.until(() => at.find('lu-needs-fields'));
      expect(at.find('lu-needs-fields')?.textContent).toContain(
        'Vain tämän koulutuksen järjestäjä',
      );
      await at.type('lu-needs-fields input', 'Vegaani');
      await at.press('Ilmoittaudu');
      const lost = at.only('POST');
      expect(lost.request.body).toEqual({ needs: { diet: 'Vegaani', accessNeeds: '' } });
      lost.error(new ProgressEvent('error'));
      await at.settle();
      at.only('GET').flush(none);
      await at.settle();
      expect(at.find<HTMLInputElement>('lu-needs-fields input')?.value).toBe('Vegaani');
      await at.press('Ilmoittaudu');
      at.only('POST').flush({ status: 'confirmed' }, { status: 201, statusText: 'Created' });
      await at.until(() => at.find('lu-own-needs'));
      expect(at.find('lu-own-needs')?.textContent).toContain('Vegaani');
    });

    it('can be changed afterwards; what is typed stays until it is kept', async () => {
      const needs = { diet: 'Vegaani', accessNeeds: '' };
      await at.open(asks, { ...confirmed, needs });
      await at.until(() => at.button('Muuta'));
      await at.press('Muuta');
      await at.type('lu-own-needs input', 'Gluteeniton');
      await at.press('Tallenna');
      at.only('PUT').error(new ProgressEvent('error'));
      await at.settle();
      expect(at.find<HTMLInputElement>('lu-own-needs input')?.value).toBe('Gluteeniton');
      await at.press('Tallenna');
      const request = at.only('PUT');
      expect(request.request.body).toEqual({ diet: 'Gluteeniton', accessNeeds: '' });
      request.flush({ diet: 'Gluteeniton', accessNeeds: '' });
      await at.settle();
      expect(at.find('lu-own-needs')?.textContent).toContain('Gluteeniton');
      expect(TestBed.inject(Notices).current()?.text).toContain('Järjestäjä näkee nyt');
    });
  });

  it('tells each step in words, when it is asked for', async () => {
    await at.open({}, confirmed);
    at.find('lu-enrolment-panel summary')?.click();
    await at.until(() => at.find('lu-enrolment-history'));
    const history: Step[] = [
      step({ status: 'confirmed', reason: 'promoted', by: 'system', occasion: 'seat-freed' }),
      step({ status: 'waitlisted', reason: 'moved', note: 'Sali vaihtui' }),
      step({ status: 'confirmed', reason: 'enrolled', by: 'self' }),
      step({ status: 'cancelled', reason: 'removed', occasion: 'another-session' }),
      step({ status: 'waitlisted', reason: 'added', occasion: 'another-session' }),
    ];
    at.only('GET').flush({ ...confirmed, history });
    await at.settle();
    const lines = [...at.element.querySelectorAll('lu-enrolment-history li')].map((line) =>
      line.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(lines).toEqual([
      expect.stringMatching(/Sait paikan jonosta, kun paikka vapautui\.$/),
      expect.stringMatching(/Järjestäjä siirsi sinut jonoon\. Perustelu: Sali vaihtui$/),
      expect.stringMatching(/Ilmoittauduit ja sait paikan\.$/),
      expect.stringMatching(/Järjestäjä siirsi sinut toiseen koulutukseen\.$/),
      expect.stringMatching(/Järjestäjä siirsi sinut tämän koulutuksen jonoon\.$/),
    ]);
  });

  it('gives whoever is in the way into the room, and the materials', async () => {
    await at.open({ form: 'online' }, confirmed);
    await at.until(() => at.find('lu-for-enrolled'));
    const title = { fi: 'Kalvot', sv: '', en: '' };
    const start = `${dayIn(21)}T07:00:00Z`;
    at.api.expectOne(`/api/sessions/${ID}/for-enrolled`).flush({
      rooms: [
        {
          ...{ meetingId: idOf(1001), start, end: `${dayIn(21)}T10:00:00Z` },
          ...{ timeZone: 'Europe/Helsinki', link: 'https://kokous.example/huone' },
        },
      ],
      materials: [
        {
          ...{ id: idOf(5), title, url: null },
          file: { name: 'kalvot.pdf', mediaType: 'application/pdf', size: 20_480 },
        },
      ],
    });
    await at.settle();
    const links = [...at.element.querySelectorAll('lu-for-enrolled a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://kokous.example/huone',
      `/api/sessions/${ID}/materials/${idOf(5)}`,
    ]);
    expect(at.find('lu-for-enrolled li')?.textContent).toMatch(/Kalvot.*kalvot\.pdf, 20 kt/s);
  });

  it('asks for neither while one has no seat', async () => {
    await at.open({}, { ...none, status: 'waitlisted', position: 1 });
    at.api.expectNone(`/api/sessions/${ID}/for-enrolled`);
  });

  describe('in a session without a date', () => {
    const interest = (method: string) =>
      at.api.expectOne(
        (request) => request.method === method && request.url === `/api/sessions/${ID}/interest`,
      );

    it('says when it may be, and collects interest', async () => {
      await at.open(undated, { ...none, interested: false });
      await at.until(() => at.button('Olen kiinnostunut'));
      expect(at.said()).toBe(
        'Aikaa ei ole vielä sovittu. Suunnitelmissa maaliskuu 2028. 4 kiinnostunutta.',
      );
      expect(at.find('lu-meeting-list')).toBeNull();
      expect(at.find('lu-session-share a')).toBeNull();
      await at.press('Olen kiinnostunut');
      interest('PUT').flush({ interested: true, interestCount: 5 });
      await at.settle();
      at.answerSession({ ...undated, interestCount: 5 });
      at.only('GET').flush({ ...none, interested: true });
      await at.settle();
      expect(at.said()).toMatch(/^Olet kiinnostunut.* 5 kiinnostunutta\.$/s);
      await at.press('En ole enää kiinnostunut');
      interest('DELETE').flush({ interested: false, interestCount: 0 });
      await at.settle();
      at.answerSession({ ...undated, interestCount: 0 });
      at.only('GET').flush({ ...none, interested: false });
      await at.settle();
      expect(at.said()).toBe('Aikaa ei ole vielä sovittu. Suunnitelmissa maaliskuu 2028.');
    });

    it('finds out what became of it when the connection was lost', async () => {
      await at.open(undated, { ...none, interested: false });
      await at.until(() => at.button('Olen kiinnostunut'));
      await at.press('Olen kiinnostunut');
      interest('PUT').error(new ProgressEvent('error'));
      await at.settle();
      at.only('GET').flush({ ...none, interested: false });
      await at.settle();
      expect(at.find('lu-interest-panel [role=status]')?.textContent).toContain(
        'eikä mitään muutettu',
      );
    });

    it('takes a visitor to sign in', async () => {
      await at.open(undated);
      await at.until(() => at.find('lu-interest-panel a'));
      expect(at.find('lu-interest-panel a')?.getAttribute('href')).toBe(
        `/sign-in?returnTo=%2Fsessions%2F${ID}`,
      );
    });
  });
});
