import type { Answer } from '@luotsi/assessment/model';
import { address, aino, assessmentId, framework, openAs, settle, unfinished } from '../testing';
import { AnsweringPage } from './answering.page';

const routes = [
  { path: 'assessment/:id', component: AnsweringPage },
  { path: 'assessment/:id/report', loadComponent: () => Promise.resolve(AnsweringPage) },
];
const answers = (names: string[]): Answer[] =>
  names.map((statement) => ({ statement, current: 3, goal: null, note: null, revision: 1 }));
const named = (code: string, ...places: number[]) => places.map((at) => `${code}-${String(at)}`);

async function open(given: Answer[]) {
  const opened = await openAs(aino, routes, `/assessment/${assessmentId}?at=finish`);
  await settle();
  opened.http.expectOne(address).flush(unfinished({ answers: given }));
  await settle();
  opened.http.expectOne(`/api/frameworks/sample?version=1`).flush(framework);
  await settle();
  return {
    ...opened,
    words: () => opened.page().textContent.replace(/\s+/g, ' '),
    button: () => opened.page().querySelector<HTMLButtonElement>('lu-finish-step button'),
  };
}

describe('Finishing an assessment', () => {
  beforeEach(() => localStorage.clear());

  it('lists what is unanswered, with ways there, and still lets one finish', async () => {
    const { page, words, button, http } = await open([
      ...answers(named('AA', 1, 2, 3, 4)),
      ...answers(named('BB', 1)),
    ]);
    expect(words()).toContain('7 väittämää on vielä vailla vastausta');
    const ways = [...page().querySelectorAll('lu-finish-step a')].map((a) =>
      a.getAttribute('href'),
    );
    expect(ways).toContain(`/assessment/${assessmentId}?at=AA#AA-5`);
    expect(words()).toContain('Tulosta varten vastaa vähintään 4 väittämään');
    button()?.click();
    await settle();
    http
      .expectOne({ method: 'POST', url: `${address}/completion` })
      .flush({ id: assessmentId, completedAt: '2026-11-21T08:00:00.000Z', unanswered: [] });
    await settle();
  });

  it('asks to go on when no competence has enough answers for a result', async () => {
    const { button, words } = await open(answers(named('AA', 1, 2, 3)));
    expect(words()).toContain('Raporttiin tarvitaan vähintään 4 vastausta');
    expect(button()).toBeNull();
  });

  it('does not finish before every answer has been sent', async () => {
    const given = [...answers(named('AA', 1, 2, 3, 4, 5, 6)), ...answers(named('BB', 1))];
    localStorage.setItem(
      `luotsi_own/${aino}/answers/${assessmentId}`,
      JSON.stringify(given.map((answer) => ({ ...answer, current: 5, revision: 2 }))),
    );
    const { button, http, words } = await open(given);
    const save = { method: 'PATCH', url: `${address}/answers` };
    button()?.click();
    http.expectOne(save).error(new ProgressEvent('error'));
    await settle();
    expect(words()).toContain('Viimeisteleminen vaatii yhteyden');
    http.expectNone(`${address}/completion`);
  });
});
