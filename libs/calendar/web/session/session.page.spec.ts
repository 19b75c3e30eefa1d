import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OwnEnrolment, SessionPage } from '@luotsi/calendar/model';
import type { Role } from '@luotsi/identity/model';
import { Confirm } from '@luotsi/platform/web';
import { answer, answerNames, dayIn, idOf, pageProviders, session, signInAs } from '../fixtures';

const ID = idOf(1);
const none: OwnEnrolment = { status: 'none', overlaps: [], history: [] };
const confirmed: OwnEnrolment = { ...none, status: 'confirmed' };

describe('a session’s page', () => {
  let api: HttpTestingController;
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  async function open(given: Partial<SessionPage>, own?: OwnEnrolment, role: Role = 'counsellor') {
    TestBed.configureTestingModule({ providers: pageProviders() });
    api = TestBed.inject(HttpTestingController);
    await signInAs(api, own ? role : null);
    harness = await RouterTestingHarness.create(`/sessions/${ID}`);
    page = harness.routeNativeElement as HTMLElement;
    await settle();
    answerNames(api);
    answerSession(given);
    if (own) answer(api, `/api/sessions/${ID}/enrolment`, own);
    await settle();
  }

  async function settle() {
    harness.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    harness.detectChanges();
  }

  function answerSession(given: Partial<SessionPage>) {
    for (const request of api.match(`/api/sessions/${ID}`))
      if (!request.cancelled) request.flush(session(1, dayIn(5), given));
  }

  const said = () => page.querySelector('lu-page-header [role=status]')?.textContent?.trim() ?? '';
  const button = () => page.querySelector<HTMLButtonElement>('lu-enrolment-panel button');
  const enrolment = (method: string) =>
    api.match((request) => request.method === method && request.url.endsWith('/enrolment'));
  const only = (method: string) => {
    const [request, ...others] = enrolment(method);
    expect(others).toEqual([]);
    if (!request) throw new Error(`no ${method}`);
    return request;
  };

  it.each<[string, Partial<SessionPage>, OwnEnrolment | undefined, RegExp]>([
    [
      'seats',
      {},
      undefined,
      /^3 paikkaa vapaana, kaikkiaan 12\. \p{L}+na .* klo\s\d+\.00, Rovaniemi\.$/u,
    ],
    ['one seat', { confirmedCount: 11 }, undefined, /^1 paikka vapaana, kaikkiaan 12\./],
    ['full', { confirmedCount: 12, waitlistCount: 4 }, undefined, /^Täynnä, jonossa 4\./],
    ['in', {}, confirmed, /^Olet mukana\s+\p{Lu}\p{L}+na .*, Rovaniemi\.$/u],
    ['in line', {}, { ...none, status: 'waitlisted', position: 3 }, /^Olet jonossa, sija 3/],
    [
      'cancelled',
      {
        status: 'cancelled',
        enrolmentOpen: false,
        cancellationReason: { fi: 'Kouluttaja on sairas', sv: '', en: '' },
      },
      undefined,
      /^Peruttu\s*Kouluttaja on sairas\.\s+\p{Lu}\p{L}+na /u,
    ],
    [
      'postponed',
      { status: 'postponed', enrolmentOpen: false },
      confirmed,
      /^Siirretty\s+Ilmoittautumisesi on voimassa/,
    ],
    [
      'not open',
      { enrolmentOpen: false, enrolmentOpens: `${dayIn(2)}T06:00:00Z` },
      none,
      /^Ilmoittautuminen avautuu /,
    ],
    ['closed', { enrolmentOpen: false }, none, /^Ilmoittautuminen päättyi /],
    ['over', { status: 'held', enrolmentOpen: false }, undefined, /^Pidetty/],
  ])('opens with the one answer: %s', async (_, given, own, words) => {
    await open(given, own);
    expect(said()).toMatch(words);
    expect(document.title).toBe('Koulutus 1 – Luotsi');
  });

  it('gives a seat in place, however often the button is pressed', async () => {
    await open({}, none);
    button()?.focus();
    button()?.click();
    button()?.click();
    await settle();
    expect(button()?.textContent).toContain('Ilmoitetaan');
    only('POST').flush({ status: 'confirmed' }, { status: 201, statusText: 'Created' });
    await settle();
    expect(said()).toMatch(/^Olet mukana/);
    answerSession({ confirmedCount: 10 });
    await settle();
    expect(page.querySelector('lu-seats')?.textContent).toContain('2/12 paikkaa vapaana');
    expect(button()?.textContent).toContain('Peru ilmoittautuminen');
    expect(document.activeElement).toBe(page.querySelector('lu-enrolment-panel'));
  });

  it('says when it became a place in line meanwhile', async () => {
    await open({ confirmedCount: 11 }, none);
    button()?.click();
    await settle();
    only('POST').flush(
      { status: 'waitlisted', position: 1 },
      { status: 201, statusText: 'Created' },
    );
    await settle();
    expect(said()).toMatch(/^Olet jonossa, sija 1/);
    expect(page.querySelector('.said')?.textContent).toContain(
      'Saat paikan heti, kun vuorosi tulee.',
    );
  });

  it('tells a refusal as the service tells it', async () => {
    await open({}, none);
    button()?.click();
    await settle();
    only('POST').flush(
      {
        type: 'urn:luotsi:problem:enrolment-closed',
        title: 'Ilmoittautuminen on päättynyt',
        status: 409,
        detail: 'Sinua ei ilmoitettu.',
      },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Sinua ei ilmoitettu.');
    answerSession({ enrolmentOpen: false });
    await settle();
    expect(said()).toMatch(/^Ilmoittautuminen päättyi/);
  });

  it('finds out whether an enrolment came through when the connection was lost', async () => {
    await open({}, none);
    button()?.click();
    await settle();
    only('POST').error(new ProgressEvent('error'));
    await settle();
    only('GET').flush(none);
    await settle();
    expect(page.querySelector('.said')?.textContent).toContain('ilmoittautuminen jäi tekemättä');
    button()?.click();
    await settle();
    only('POST').error(new ProgressEvent('error'));
    await settle();
    only('GET').flush(confirmed);
    await settle();
    expect(said()).toMatch(/^Olet mukana/);
  });

  it('says so when nobody knows, and asks again on request', async () => {
    await open({}, none);
    button()?.click();
    await settle();
    only('POST').error(new ProgressEvent('error'));
    await settle();
    only('GET').error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('.said')?.textContent).toContain('on voinut mennä perille');
    const check = [...page.querySelectorAll<HTMLButtonElement>('button')].find((one) =>
      one.textContent.includes('Tarkista tilanne'),
    );
    check?.click();
    await settle();
    only('GET').flush(confirmed);
    await settle();
    expect(said()).toMatch(/^Olet mukana/);
  });

  it.each<[string, Partial<SessionPage>, OwnEnrolment, string, string]>([
    ['a seat', {}, confirmed, 'paikkasi vapautuu muille', 'Ilmoittautumisesi on peruttu.'],
    [
      'a seat that others wait for',
      { confirmedCount: 12, waitlistCount: 2 },
      confirmed,
      'paikkasi menee heti jonon ensimmäiselle',
      'Ilmoittautumisesi on peruttu.',
    ],
    [
      'a place in line',
      { confirmedCount: 12, waitlistCount: 1 },
      { ...none, status: 'waitlisted', position: 1 },
      'menetät sijasi jonossa',
      'Et ole enää jonossa.',
    ],
  ])('gives up %s once it has said what follows', async (_, given, own, follows, done) => {
    await open(given, own);
    const questions: string[] = [];
    TestBed.inject(Confirm).ask = ({ text }) => {
      questions.push(text);
      return Promise.resolve(true);
    };
    button()?.click();
    await settle();
    expect(questions[0]).toContain(follows);
    only('DELETE').flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(said()).not.toMatch(/^Olet/);
    expect(page.querySelector('.said')?.textContent).toContain(done);
    expect(button()?.textContent).toMatch(/Ilmoittaudu|Mene jonotuslistalle/);
  });

  it('strikes out the times of a session whose new time is not known', async () => {
    await open({ status: 'postponed', enrolmentOpen: false });
    const meetings = page.querySelector('lu-meeting-list');
    expect(meetings?.querySelector('h2')?.textContent.trim()).toBe('Aiempi aika ja paikka');
    expect(meetings?.querySelectorAll('li.off')).toHaveLength(1);
  });

  it('says before enrolling that it overlaps with another', async () => {
    const title = { fi: 'Toinen', sv: '', en: '' };
    await open({}, { ...none, overlaps: [{ sessionId: idOf(2), title }] });
    expect(page.querySelector('.overlap')?.textContent).toContain('Toinen');
  });

  it('takes a visitor to sign in, and enrols on their return', async () => {
    await open({});
    const link = page.querySelector<HTMLAnchorElement>('lu-enrolment-panel a');
    expect(link?.textContent).toContain('Kirjaudu ja ilmoittaudu');
    expect(link?.getAttribute('href')).toBe(`/sign-in?returnTo=%2Fsessions%2F${ID}`);
    link?.click();
    await settle();
    await signInAs(api, 'counsellor');
    await harness.navigateByUrl(`/sessions/${ID}`);
    page = harness.routeNativeElement as HTMLElement;
    await settle();
    answerSession({});
    only('GET').flush(none);
    await settle();
    only('POST').flush({ status: 'confirmed' }, { status: 201, statusText: 'Created' });
    await settle();
    expect(said()).toMatch(/^Olet mukana/);
  });

  it('does not offer a seat to an account that does not enrol', async () => {
    await open({}, none, 'administrator');
    expect(button()).toBeNull();
    expect(enrolment('GET')).toEqual([]);
    expect(page.querySelector('lu-enrolment-panel')?.textContent).toContain('Tällä tunnuksella');
  });

  it('shows written text without what could run in it', async () => {
    const fi = '# Ohjelma\n\n- avaus\n\n<img src=x onerror=alert(1)>[tästä](javascript:alert(1))';
    await open({ description: { fi, sv: '', en: '' } });
    for (let turn = 0; turn < 20 && !page.querySelector('lu-content h3'); turn++) await settle();
    const content = page.querySelector('lu-content');
    expect(content?.querySelector('h3')?.textContent).toBe('Ohjelma');
    expect(content?.innerHTML).not.toMatch(/onerror|href="javascript/);
  });
});
