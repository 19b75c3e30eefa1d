import { fi, planOf, preparePage, roles, showPage, trainingOf } from '../planning-fixtures';
import { PlanYearPage } from './plan-year.page';

const comingSession = {
  id: '0199f3a0-0000-7000-8000-000000000099',
  title: fi('Tilaisuus'),
  status: 'published' as const,
  start: '2099-05-12T06:00:00Z',
};
const published = planOf(
  [
    trainingOf(1, { month: 2, regions: [], form: 'online', competences: ['SSI'] }),
    trainingOf(2, {
      month: 5,
      sessions: [comingSession],
    }),
    trainingOf(3, { month: null, quarter: 4, regions: ['01'] }),
  ],
  { year: 2099, state: 'published', publishedAt: '2098-10-16T08:05:00Z' },
);
const answers = {
  'GET /api/plans/published/2099': { year: 2099, years: [2099, 2098], plans: [published] },
};
const shown = (page: ReturnType<typeof showPage>) =>
  [...page.element.querySelectorAll('lu-plan-item h3')].map((one) => one.textContent?.trim());

describe('the page of a year', () => {
  it('says first how much is planned and what is next, then shows it by month', async () => {
    await preparePage(null);
    const page = showPage(PlanYearPage, { year: '2099' });
    await page.answer(answers);
    expect(page.text).toContain('Vuodelle 2099 on suunniteltu 3 koulutusta.');
    expect(page.text).toContain('Seuraavaksi helmikuu: Koulutus 1.');
    const times = [...page.element.querySelectorAll('lu-months h2')].map((one) => one.textContent);
    expect(times).toEqual(['helmikuu', 'toukokuu', 'loka–joulukuu']);
    expect(page.text).toContain('Verkossa · Koko maa');
    expect(page.text).toContain('Julkaistu 16.10.2098');
  });

  it('links to the sessions that trainings have become', async () => {
    await preparePage(null);
    const page = showPage(PlanYearPage, { year: '2099' });
    await page.answer(answers);
    const link = page.element.querySelector('a[href^="/sessions/"]');
    expect(link?.textContent).toContain('ti 12.5.2099 kalenterissa');
  });

  it('is narrowed by what stands in the address; a training for the whole country is everywhere', async () => {
    await preparePage(null);
    const page = showPage(PlanYearPage, { year: '2099', region: '19' });
    await page.answer(answers);
    expect(shown(page)).toEqual(['Koulutus 1', 'Koulutus 2']);
    expect(page.text).toContain('2 koulutusta sopii rajaukseen.');
    page.fixture.componentRef.setInput('competence', 'SSI');
    await page.settle();
    expect(shown(page)).toEqual(['Koulutus 1']);
  });

  it('invites where nothing is published yet', async () => {
    await preparePage(null);
    const page = showPage(PlanYearPage, { year: '2098' });
    await page.answer({ 'GET /api/plans/published/2098': { year: 2098, years: [], plans: [] } });
    expect(page.text).toContain('Vuodelle 2098 ei ole julkaistua suunnitelmaa.');
    expect(page.text).toContain('Suunnitelma tulee tähän');
  });

  it('shows those who plan what is in preparation and what waits for them', async () => {
    await preparePage([roles.national]);
    const page = showPage(PlanYearPage, { year: '2099' });
    const submitted = planOf([], { state: 'submitted', submittedAt: '2026-10-02T08:00:00Z' });
    await page.answer({ ...answers, 'GET /api/plans': { items: [submitted] } });
    expect(page.text).toContain('1 suunnitelma odottaa sinua.');
    expect(page.element.querySelector(`a[href="/plans/${submitted.id}/edit"]`)).not.toBeNull();
  });
});

describe('taking a planned training up', () => {
  const region = { role: 'groupCoordinator', scope: { type: 'region', id: '19' } } as const;

  it('is offered to those whose region it is meant for, with times in its month', async () => {
    await preparePage([region]);
    const page = showPage(PlanYearPage, { year: '2099' });
    await page.answer(answers);
    const offered = [...page.element.querySelectorAll('lu-take-up')].map((one) => one.textContent);
    expect(offered.map((text) => text?.includes('Luo tilaisuus'))).toEqual([true, true, false]);
    page.button('Luo tilaisuus: Koulutus 2').click();
    await page.settle();
    expect(page.field('Alkaa').value).toBe('2099-05-12T09:00');
    page.element.querySelector('lu-take-up form')?.dispatchEvent(new Event('submit'));
    expect(page.sent(`POST /api/plan-items/${published.items[1]?.id}/session`)).toEqual({
      start: '2099-05-12T09:00',
      end: '2099-05-12T15:00',
    });
  });

  it('ends with publishing the draft in the calendar', async () => {
    await preparePage([region]);
    const page = showPage(PlanYearPage, { year: '2099' });
    const session = { ...comingSession, status: 'draft' as const };
    const withDraft = { ...published, items: [trainingOf(1, { month: 5, sessions: [session] })] };
    await page.answer({
      'GET /api/plans/published/2099': { year: 2099, years: [2099], plans: [withDraft] },
    });
    expect(page.text).toContain('ti 12.5.2099, luonnos');
    page.button('Julkaise kalenteriin: Koulutus 1, ti 12.5.2099').click();
    expect(page.sent(`POST /api/sessions/${session.id}/publication`)).toBeNull();
  });

  it('is not offered to visitors', async () => {
    await preparePage(null);
    const page = showPage(PlanYearPage, { year: '2099' });
    await page.answer(answers);
    expect(page.element.querySelector('lu-take-up')).toBeNull();
  });
});
