import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { OwnEnrolment, SessionPage } from '@luotsi/calendar/model';
import type { Notice } from '@luotsi/notice/model';
import { Confirm } from '@luotsi/platform/web';
import { dayIn, idOf, signInAs } from '../fixtures';
import { confirmed, ID, none, OpenPage } from './session-page-fixture';

describe('a session’s page', () => {
  let at: OpenPage;
  beforeEach(() => (at = new OpenPage()));

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
    await at.open(given, own);
    expect(at.said()).toMatch(words);
    expect(document.title).toBe('Koulutus 1 – Luotsi');
  });

  it('is read again when a notice about the session comes while it is open', async () => {
    const { LiveNotices } = await import('@luotsi/notice/web');
    const newest = signal<Pick<Notice, 'id' | 'link'> | undefined>(undefined);
    TestBed.overrideProvider(LiveNotices, { useValue: { newest } });
    await at.open({ confirmedCount: 12 }, { ...none, status: 'waitlisted', position: 1 });
    newest.set({ id: idOf(71), link: `/sessions/${idOf(2)}` });
    await at.settle();
    expect(at.enrolment('GET')).toEqual([]);
    newest.set({ id: idOf(72), link: `/sessions/${ID}` });
    await at.settle();
    at.only('GET').flush(confirmed);
    at.answerSession({ confirmedCount: 12 });
    await at.settle();
    expect(at.said()).toMatch(/^Olet mukana/);
  });

  it('gives a seat in place, however often the button is pressed', async () => {
    await at.open({}, none);
    at.button()?.focus();
    at.button()?.click();
    at.button()?.click();
    await at.settle();
    expect(at.button()?.textContent).toContain('Ilmoitetaan');
    at.only('POST').flush({ status: 'confirmed' }, { status: 201, statusText: 'Created' });
    await at.settle();
    expect(at.said()).toMatch(/^Olet mukana/);
    at.answerSession({ confirmedCount: 10 });
    await at.settle();
    expect(at.find('lu-seats')?.textContent).toContain('2/12 paikkaa vapaana');
    expect(at.button()?.textContent).toContain('Peru ilmoittautuminen');
    expect(document.activeElement).toBe(at.find('lu-enrolment-panel'));
  });

  it('says when it became a place in line meanwhile', async () => {
    await at.open({ confirmedCount: 11 }, none);
    at.button()?.click();
    await at.settle();
    at.only('POST').flush(
      { status: 'waitlisted', position: 1 },
      { status: 201, statusText: 'Created' },
    );
    await at.settle();
    expect(at.said()).toMatch(/^Olet jonossa, sija 1/);
    expect(at.find('.said')?.textContent).toContain('Saat paikan heti, kun vuorosi tulee.');
  });

  it('tells a refusal as the service tells it', async () => {
    await at.open({}, none);
    at.button()?.click();
    await at.settle();
    at.only('POST').flush(
      {
        type: 'urn:luotsi:problem:enrolment-closed',
        title: 'Ilmoittautuminen on päättynyt',
        status: 409,
        detail: 'Sinua ei ilmoitettu.',
      },
      { status: 409, statusText: 'Conflict' },
    );
    await at.settle();
    expect(at.find('[role=alert]')?.textContent).toContain('Sinua ei ilmoitettu.');
    at.answerSession({ enrolmentOpen: false });
    await at.settle();
    expect(at.said()).toMatch(/^Ilmoittautuminen päättyi/);
  });

  it('finds out whether an enrolment came through when the connection was lost', async () => {
    await at.open({}, none);
    at.button()?.click();
    await at.settle();
    at.only('POST').error(new ProgressEvent('error'));
    await at.settle();
    at.only('GET').flush(none);
    await at.settle();
    expect(at.find('.said')?.textContent).toContain('ilmoittautuminen jäi tekemättä');
    at.button()?.click();
    await at.settle();
    at.only('POST').error(new ProgressEvent('error'));
    await at.settle();
    at.only('GET').flush(confirmed);
    await at.settle();
    expect(at.said()).toMatch(/^Olet mukana/);
  });

  it('says so when nobody knows, and asks again on request', async () => {
    await at.open({}, none);
    at.button()?.click();
    await at.settle();
    at.only('POST').error(new ProgressEvent('error'));
    await at.settle();
    at.only('GET').error(new ProgressEvent('error'));
    await at.settle();
    expect(at.find('.said')?.textContent).toContain('on voinut mennä perille');
    const check = [...at.element.querySelectorAll<HTMLButtonElement>('button')].find((one) =>
      one.textContent.includes('Tarkista tilanne'),
    );
    check?.click();
    await at.settle();
    at.only('GET').flush(confirmed);
    await at.settle();
    expect(at.said()).toMatch(/^Olet mukana/);
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
    await at.open(given, own);
    const questions: string[] = [];
    TestBed.inject(Confirm).ask = ({ text }) => {
      questions.push(text);
      return Promise.resolve(true);
    };
    at.button()?.click();
    await at.settle();
    expect(questions[0]).toContain(follows);
    at.only('DELETE').flush(null, { status: 204, statusText: 'No Content' });
    await at.settle();
    expect(at.said()).not.toMatch(/^Olet/);
    expect(at.find('.said')?.textContent).toContain(done);
    expect(at.button()?.textContent).toMatch(/Ilmoittaudu|Mene jonotuslistalle/);
  });

  it('strikes out the times of a session whose new time is not known', async () => {
    await at.open({ status: 'postponed', enrolmentOpen: false });
    const meetings = at.find('lu-meeting-list');
    expect(meetings?.querySelector('h2')?.textContent.trim()).toBe('Aiempi aika ja paikka');
    expect(meetings?.querySelectorAll('li.off')).toHaveLength(1);
  });

  it('says before enrolling that it overlaps with another', async () => {
    const title = { fi: 'Toinen', sv: '', en: '' };
    await at.open({}, { ...none, overlaps: [{ sessionId: idOf(2), title }] });
    expect(at.find('.overlap')?.textContent).toContain('Toinen');
  });

  it.each<[string, Partial<SessionPage>]>([
    ['full', { confirmedCount: 12, waitlistCount: 4 }],
    ['closed', { enrolmentOpen: false }],
  ])('%s, leads a visitor whom a letter may have brought to where they stand', async (_, given) => {
    await at.open(given);
    const links = [...at.element.querySelectorAll('lu-enrolment-panel a')];
    expect(links.at(-1)?.textContent).toBe('Kirjaudu ja katso tilanteesi');
    expect(links.at(-1)?.getAttribute('href')).toBe(`/sign-in?returnTo=%2Fsessions%2F${ID}`);
  });

  it('takes a visitor to sign in, and enrols on their return', async () => {
    await at.open({});
    const link = at.find<HTMLAnchorElement>('lu-enrolment-panel a');
    expect(link?.textContent).toContain('Kirjaudu ja ilmoittaudu');
    expect(at.element.querySelectorAll('lu-enrolment-panel a')).toHaveLength(1);
    expect(link?.getAttribute('href')).toBe(`/sign-in?returnTo=%2Fsessions%2F${ID}`);
    link?.click();
    await at.settle();
    await signInAs(at.api, 'counsellor');
    await at.again();
    at.answerSession({});
    at.only('GET').flush(none);
    await at.settle();
    at.only('POST').flush({ status: 'confirmed' }, { status: 201, statusText: 'Created' });
    await at.settle();
    expect(at.said()).toMatch(/^Olet mukana/);
  });

  it('does not offer a seat to an account that does not enrol', async () => {
    await at.open({}, none, { role: 'administrator' });
    expect(at.button()).toBeUndefined();
    expect(at.enrolment('GET')).toEqual([]);
    expect(at.find('lu-enrolment-panel')?.textContent).toContain('Tällä tunnuksella');
  });

  it('shows written text without what could run in it', async () => {
    const fi = '# Ohjelma\n\n- avaus\n\n<img src=x onerror=alert(1)>[tästä](javascript:alert(1))';
    await at.open({ description: { fi, sv: '', en: '' } });
    for (let turn = 0; turn < 20 && !at.find('lu-content h3'); turn++) await at.settle();
    const content = at.find('lu-content');
    expect(content?.querySelector('h3')?.textContent).toBe('Ohjelma');
    expect(content?.innerHTML).not.toMatch(/onerror|href="javascript/);
  });
});
