import type { Report } from '@luotsi/assessment/model';
import { address, aino, assessmentId, framework, openAs, settle, unfinished } from '../testing';
import { ReportPage } from './report.page';

const routes = [{ path: 'assessment/:id/report', component: ReportPage }];
const item = unfinished({ completedAt: '2026-11-21T08:00:00.000Z', level: 'expert' });
const counts = { answered: 6, notApplicable: 0, unanswered: 0 };

const report: Report = {
  assessment: item,
  level: 'expert',
  competences: [
    {
      ...{ code: 'AA', score: 2.5, goal: 3.5, target: 3.67, toTarget: -1.17 },
      ...{ previousScore: 2.17, change: 0.33, ...counts },
    },
    {
      ...{ code: 'BB', score: null, goal: null, target: 4, toTarget: null },
      ...{ previousScore: 3, change: null, answered: 3, notApplicable: 1, unanswered: 2 },
    },
  ],
  strengths: ['BB'],
  gaps: [
    {
      ...{ code: 'AA', size: 1, basis: 'goal', sessions: [] },
      statements: [{ statement: 'AA-3', current: 2, aim: 4 }],
      units: [
        {
          ...{ id: 'M1.1', programme: 'elo', minutes: 2, activities: [assessmentId] },
          title: { fi: 'Ohjauksen perusteet', sv: '', en: '' },
          moduleTitle: { fi: 'Palvelujärjestelmät', sv: '', en: '' },
        },
      ],
    },
  ],
  previous: { id: aino, version: 1, completedAt: '2026-02-14T08:00:00.000Z' },
};

async function open(given: Report = report) {
  const opened = await openAs(aino, routes, `/assessment/${assessmentId}/report`);
  await settle();
  opened.http.expectOne(`${address}/report`).flush(given);
  opened.http.expectOne('/api/me/progress').flush({
    done: [{ activityId: assessmentId, completedAt: '2026-11-21T08:00:00.000Z' }],
    programmes: [],
  });
  await settle();
  opened.http.expectOne('/api/frameworks/sample?version=1').flush(framework);
  await settle();
  const row = (place: number) =>
    [...opened.page().querySelectorAll(`tbody tr:nth-child(${String(place)}) td`)].map(
      (cell) => cell.textContent,
    );
  return { ...opened, row, words: () => opened.page().textContent.replace(/\s+/g, ' ') };
}

describe('The report', () => {
  it('says the strongest and the widest gap before anything else', async () => {
    const { page } = await open();
    expect(page().querySelector('.answer')?.textContent).toBe(
      'Vahvin: Osaaminen BB. Eniten kasvunvaraa: Osaaminen AA.',
    );
  });

  it('has in the table what the chart draws, and says when there is no result', async () => {
    const { page, row, words } = await open();
    expect(row(1)).toEqual(['2,5', '3,5', '2,2', '+0,3', '3,7', '1,2']);
    expect(row(2)).toEqual(['–', '–', '3,0', '–', '4,0', '–']);
    expect(words()).toContain('liian vähän vastauksia (3)');
    expect(page().querySelector('svg[role="img"]')?.getAttribute('aria-label')).toContain(
      'Samat luvut ovat taulukossa',
    );
    expect(words()).toContain('Kasvua: Osaaminen AA.');
  });

  it('says for a gap what makes it and what to do, with what is already done', async () => {
    const { page, words } = await open();
    expect(words()).toContain('Matkaa tavoitteeseesi 1 askel');
    expect(words()).toContain('Väittämä AA 3');
    const unit = page().querySelector('lu-gap-steps .units');
    expect(unit?.textContent).toContain('Tehty');
    expect(unit?.querySelector('a')?.getAttribute('href')).toBe('/programmes/elo/units/M1.1');
    expect(words()).toContain('ei ole juuri nyt avoimia koulutuksia');
  });

  it('compares with another level, or none, by its address', async () => {
    const { harness, http } = await open();
    await harness.navigateByUrl(`/assessment/${assessmentId}/report?level=none`);
    await settle();
    const request = http.expectOne(`${address}/report?level=none`);
    request.flush({ ...report, level: null });
    await settle();
    const heads = [...(harness.routeNativeElement?.querySelectorAll('thead th') ?? [])];
    expect(heads.map((head) => head.textContent)).not.toContain('Ehdotettu taso');
  });
});
