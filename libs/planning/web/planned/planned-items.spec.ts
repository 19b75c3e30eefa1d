import { fi, groupId, planOf, preparePage, showPage, trainingOf } from '../planning-fixtures';
import { PlannedItemsOfMonth } from './planned-items';
import { PlansOfGroup } from './plans-of-group';

const none = { q: '', region: [], theme: [], competence: [], form: [], language: [] };
const asPlanned = (item: ReturnType<typeof trainingOf>) => {
  return { ...item, year: 2099, planId: groupId, group: { id: groupId, name: fi('Ryhmä') } };
};
const session = {
  id: groupId,
  title: fi('Tilaisuus'),
  status: 'published' as const,
  start: '2099-04-12T06:00:00Z',
};

describe('planned items in the calendar', () => {
  beforeEach(() => preparePage(null));

  it('stand under their month, or the first of their quarter, until they are sessions', async () => {
    const page = showPage(PlannedItemsOfMonth, { month: '2099-04', filters: none });
    await page.answer({
      'GET /api/planned-items': {
        items: [
          trainingOf(1, { month: 4 }),
          trainingOf(2, { month: null, quarter: 2 }),
          trainingOf(3, { month: 5 }),
          trainingOf(4, { month: 4, sessions: [session] }),
        ].map(asPlanned),
      },
    });
    const titles = [...page.element.querySelectorAll('li a')].map((one) => one.textContent?.trim());
    expect(titles).toEqual(['Koulutus 1', 'Koulutus 2']);
    page.fixture.componentRef.setInput('month', '2099-06');
    await page.settle();
    expect(page.text.trim()).toBe('');
  });
});

describe('the plans of a group', () => {
  beforeEach(() => preparePage(null));

  it('lead to the year, or to the desk while they are in preparation', async () => {
    const page = showPage(PlansOfGroup, { group: groupId });
    await page.answer({
      'GET /api/plans': {
        items: [
          planOf([], { year: 2028 }),
          planOf([], { state: 'published', publishedAt: '2026-10-16T08:05:00Z' }),
        ],
      },
    });
    const links = [...page.element.querySelectorAll('a')].map((one) => one.getAttribute('href'));
    expect(links).toEqual([`/plans/${planOf([]).id}/edit`, '/plans/2027']);
  });
});
