import type { AssessmentItem } from '@luotsi/assessment/model';
import { aino, assessmentId, framework, openAs, settle, unfinished } from '../testing';
import { StartPage } from './start.page';

const routes = [
  { path: 'assessment', component: StartPage },
  { path: 'assessment/:id', component: StartPage },
];

async function open(person: string | null, items: AssessmentItem[] = []) {
  const opened = await openAs(person, routes, '/assessment');
  await settle();
  opened.http.expectOne('/api/frameworks/nice').flush(framework);
  for (const request of opened.http.match('/api/assessments')) request.flush({ items });
  await settle();
  return {
    ...opened,
    words: () => opened.page().textContent.replace(/\s+/g, ' '),
    begin: async () => {
      opened.page().querySelector<HTMLButtonElement>('lu-page-header button')?.click();
      await settle();
      return opened.http.expectOne({ method: 'POST', url: '/api/assessments' });
    },
  };
}

describe('Where assessing oneself begins', () => {
  it('tells a visitor what it is and leads to signing in and back', async () => {
    const { words, page } = await open(null);
    expect(words()).toContain('12 väittämää työstäsi, 2–3 minuuttia');
    expect(words()).toContain('Vastaukset ovat sinun');
    const link = page().querySelector('lu-page-header a');
    expect(link?.getAttribute('href')).toBe('/sign-in?returnTo=%2Fassessment');
  });

  it('starts with the level that was chosen', async () => {
    const { page, begin } = await open(aino);
    page().querySelector<HTMLInputElement>('input[value="expert"]')?.click();
    await settle();
    const request = await begin();
    expect(request.request.body).toEqual({ framework: 'nice', level: 'expert' });
    request.flush(unfinished(), { status: 201, statusText: 'Created' });
  });

  it('continues an unfinished one as it is', async () => {
    const { words, begin } = await open(aino, [unfinished({ answered: 5, level: 'expert' })]);
    expect(words()).toContain('Arviointisi on kesken: 5/12 väittämään vastattu');
    expect((await begin()).request.body).toEqual({ framework: 'nice' });
  });

  it('lists earlier ones with the way to their reports', async () => {
    const done = unfinished({ completedAt: '2026-11-21T08:00:00.000Z', answered: 12 });
    const { page, words } = await open(aino, [done]);
    expect(words()).toContain('Viimeksi arvioit osaamistasi 21.11.2026');
    expect(page().querySelector('.earlier a')?.getAttribute('href')).toBe(
      `/assessment/${assessmentId}/report`,
    );
  });
});
