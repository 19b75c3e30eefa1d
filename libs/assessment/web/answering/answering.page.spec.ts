import type { TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Answer, Assessment } from '@luotsi/assessment/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { Connection } from '@luotsi/platform/web';
import { address, aino, assessmentId, framework, openAs, settle, unfinished } from '../testing';
import { AnsweringPage } from './answering.page';

const routes = [
  { path: 'assessment/:id', component: AnsweringPage },
  { path: 'assessment/:id/report', component: AnsweringPage },
];
const kept = () => Object.entries(localStorage).map(([key, value]) => [key, String(value)]);

/** Opens the page on an assessment that the API knows like this. */
async function open(assessment: Assessment = unfinished(), step = '') {
  const opened = await openAs(aino, routes, `/assessment/${assessmentId}${step}`);
  await settle();
  opened.http.expectOne(address).flush(assessment);
  await settle();
  opened.http.expectOne(`/api/frameworks/sample?version=1`).flush(framework);
  await settle();
  const { http, page } = opened;
  const find = <Found extends HTMLElement>(selector: string) => {
    const found = page().querySelector<Found>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  };
  return {
    ...opened,
    find,
    /** Chooses a step of the scale; '' is “not part of my work”. */
    choose: async (statement: string, value: number | '') => {
      find(`#${statement} input[value="${String(value)}"]`).click();
      await settle();
    },
    saves: () => http.match({ method: 'PATCH', url: `${address}/answers` }),
    answer: async (request: TestRequest | undefined) => {
      const { answers } = request?.request.body as { answers: Answer[] };
      request?.flush({ answers, answered: answers.length });
      await settle();
    },
    words: () => page().textContent.replace(/\s+/g, ' '),
  };
}

const sent = (request: TestRequest | undefined) =>
  (request?.request.body as { answers: Answer[] }).answers;
const lose = async (request: TestRequest | undefined) => {
  request?.error(new ProgressEvent('error'));
  await settle();
};

describe('Answering an assessment', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.useRealTimers());

  it('shows one competence at a time, each statement a group of named choices', async () => {
    const { find, page } = await open();
    expect(find('h1').textContent).toBe('Osaaminen AA');
    expect(page().querySelectorAll('fieldset')).toHaveLength(6);
    expect(find('fieldset legend').textContent.trim()).toContain('Väittämä AA 1');
    const choices = [...find('fieldset').querySelectorAll('label.step')];
    expect(choices).toHaveLength(6);
    const anchor = find('fieldset input').getAttribute('aria-describedby') ?? '';
    expect(find(`#${anchor}`).textContent).toContain('Ankkuri 1');
  });

  it('saves an answer, then a goal that is never below it', async () => {
    const { choose, saves, answer, find, words } = await open();
    await choose('AA-1', 3);
    const [first] = saves();
    expect(sent(first)).toMatchObject([{ statement: 'AA-1', current: 3, goal: null, note: null }]);
    await answer(first);
    expect(words()).toContain('Tallennettu');
    const goal = find<HTMLSelectElement>('#AA-1 select');
    expect([...goal.options].map(({ value }) => value)).toEqual(['', '3', '4', '5']);
    goal.value = '5';
    goal.dispatchEvent(new Event('change'));
    await settle();
    const [second] = saves();
    expect(sent(second)).toMatchObject([{ statement: 'AA-1', current: 3, goal: 5 }]);
    expect(sent(second)[0]?.revision).toBeGreaterThan(sent(first)[0]?.revision ?? 0);
    await answer(second);
    await choose('AA-1', '');
    expect(sent(saves()[0])).toMatchObject([{ statement: 'AA-1', current: null, goal: null }]);
  });

  it('sends one save at a time; what is said meanwhile goes in the next one', async () => {
    const { choose, saves, answer } = await open();
    await choose('AA-1', 3);
    await choose('AA-2', 2);
    await choose('AA-1', 4);
    const [first, ...more] = saves();
    expect(more).toEqual([]);
    await answer(first);
    const [second] = saves();
    expect(sent(second)).toMatchObject([
      { statement: 'AA-1', current: 4 },
      { statement: 'AA-2', current: 2 },
    ]);
    await answer(second);
    expect(kept()).toEqual([]);
  });

  it('keeps answers on the device while the connection is lost and sends them when it is back', async () => {
    const { choose, saves, answer, words, find } = await open();
    await choose('AA-1', 3);
    await lose(saves()[0]);
    expect(words()).toContain('Ei yhteyttä – vastauksesi ovat tallessa tässä laitteessa');
    await choose('AA-2', 5);
    await lose(saves()[0]);
    expect(kept()[0]?.[0]).toBe(`luotsi_own/${aino}/answers/${assessmentId}`);
    expect(find<HTMLInputElement>('#AA-1 input[value="3"]').checked).toBe(true);
    window.dispatchEvent(new Event('online'));
    await settle();
    const [again] = saves();
    expect(sent(again).map(({ statement }) => statement)).toEqual(['AA-1', 'AA-2']);
    await answer(again);
    expect(words()).toContain('Tallennettu');
    expect(kept()).toEqual([]);
  });

  it('is soon at it again when the first try after the connection is back fails', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'requestAnimationFrame'] });
    const { choose, saves, answer } = await open();
    for (const value of [3, 4, 5] as const) {
      await choose('AA-1', value);
      await lose(saves()[0]);
    }
    window.dispatchEvent(new Event('online'));
    await settle();
    saves()[0]?.flush('busy', { status: 503, statusText: 'Busy' });
    await settle();
    jest.advanceTimersByTime(1_000);
    await settle();
    const [again] = saves();
    expect(sent(again)).toMatchObject([{ statement: 'AA-1', current: 5 }]);
    await answer(again);
  });

  it('tries again by itself, less and less often', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'requestAnimationFrame'] });
    const { choose, saves, answer } = await open();
    await choose('AA-1', 3);
    saves()[0]?.flush('busy', { status: 503, statusText: 'Busy' });
    await settle();
    expect(saves()).toEqual([]);
    jest.advanceTimersByTime(1_000);
    await settle();
    const [second] = saves();
    second?.flush('busy', { status: 503, statusText: 'Busy' });
    await settle();
    jest.advanceTimersByTime(1_000);
    await settle();
    expect(saves()).toEqual([]);
    jest.advanceTimersByTime(1_000);
    await settle();
    const [third] = saves();
    expect(sent(third)).toMatchObject([{ statement: 'AA-1', current: 3 }]);
    await answer(third);
  });

  it('finds what was left on the device after a reload, and lets the newer of two answers stand', async () => {
    const left = (statement: string, current: number, revision: number) => ({
      ...{ statement, current, goal: null, note: null, revision },
    });
    localStorage.setItem(
      `luotsi_own/${aino}/answers/${assessmentId}`,
      JSON.stringify([left('AA-1', 4, 200), left('AA-2', 1, 5)]),
    );
    const { saves, find, http, words } = await open(
      unfinished({ answers: [left('AA-1', 2, 100), left('AA-2', 3, 10)] }),
    );
    expect(find<HTMLInputElement>('#AA-1 input[value="4"]').checked).toBe(true);
    expect(find<HTMLInputElement>('#AA-2 input[value="3"]').checked).toBe(true);
    const [save] = saves();
    expect(sent(save)).toHaveLength(2);
    save?.flush({ answers: [left('AA-1', 4, 200), left('AA-2', 3, 10)], answered: 2 });
    await settle();
    expect(find<HTMLInputElement>('#AA-2 input[value="3"]').checked).toBe(true);
    expect(words()).toContain('Tallennettu');
    expect(kept()).toEqual([]);
    http.verify();
  });

  it('loses nothing with the sign-in: it waits, and sends when the person is back', async () => {
    const { choose, saves, answer, words, find } = await open();
    await choose('AA-1', 3);
    saves()[0]?.flush({}, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(words()).toContain('Kirjautumisesi on päättynyt – vastauksesi ovat tallessa');
    expect(find('lu-saving a').getAttribute('href')).toContain('/sign-in?returnTo=');
    expect(kept()).toHaveLength(1);
    TestBed.inject(Connection).signedIn();
    await settle();
    await answer(saves()[0]);
    expect(kept()).toEqual([]);
  });

  it('leaves nothing on the device for the next person after signing out', async () => {
    const { choose, saves, http } = await open();
    await choose('AA-1', 3);
    await lose(saves()[0]);
    expect(kept()).toHaveLength(1);
    const out = TestBed.inject(CurrentPerson).signOut();
    http.expectOne('/api/auth/sign-out').flush({ success: true });
    await out;
    expect(kept()).toEqual([]);
  });

  it('says what the API refuses, and shows again what is kept', async () => {
    const { choose, saves, http, words } = await open();
    await choose('AA-1', 3);
    saves()[0]?.flush(
      { type: 'urn:luotsi:problem:assessment-completed', title: 'On jo valmis', status: 409 },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(words()).toContain('On jo valmis');
    expect(kept()).toEqual([]);
    http.expectOne(address).flush(unfinished({ completedAt: '2026-11-21T08:00:00.000Z' }));
    await settle();
    expect(words()).toContain('Tämä arviointi on valmis');
  });
});
