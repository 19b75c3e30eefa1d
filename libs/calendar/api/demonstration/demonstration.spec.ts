import type { SessionItem } from '@luotsi/calendar/model';
import { testApp, type TestApp } from '@testing';

interface Page {
  readonly items: SessionItem[];
  readonly nextCursor: string | null;
}

describe('the demonstration calendar', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ demonstration: true });
  });
  afterAll(() => luotsi.close());

  const page = async (from: Date, cursor: string) => {
    const address = `/api/sessions?limit=100&from=${from.toISOString()}&cursor=${cursor}`;
    return (await luotsi.visitor().get<Page>(address)).body;
  };
  const all = async (from: Date, cursor = ''): Promise<SessionItem[]> => {
    const { items, nextCursor } = await page(from, cursor);
    return nextCursor === null ? items : [...items, ...(await all(from, nextCursor))];
  };
  const daysAhead = (days: number) => new Date(Date.now() + days * 86_400_000);

  it('is a year and a half of sessions in every state, in every region', async () => {
    const items = await all(daysAhead(-400));
    expect(items.length).toBeGreaterThan(200);
    const states = new Map<string, number>();
    for (const { status } of items) states.set(status, (states.get(status) ?? 0) + 1);
    expect(states.get('held')).toBeGreaterThan(50);
    expect(states.get('cancelled')).toBeGreaterThan(3);
    expect(states.get('postponed')).toBe(1);
    expect(items.filter((item) => item.waitlistCount > 0).length).toBeGreaterThan(5);
    expect(new Set(items.flatMap(({ regions }) => regions)).size).toBe(19);
    expect(new Set(items.flatMap(({ competences }) => competences)).size).toBe(6);
    expect(items.filter(({ meetings }) => meetings.length === 2).length).toBeGreaterThan(15);
  });

  it('has contact-teaching periods that coaches hold, with a task beforehand', async () => {
    const [given] = await luotsi.query<{ coached: number; materials: number }>(
      `SELECT (SELECT count(DISTINCT session_id)::int FROM calendar.session_coach) AS coached,
         (SELECT count(*)::int FROM calendar.material) AS materials`,
    );
    expect(given?.coached).toBeGreaterThan(5);
    expect(given?.materials).toBeGreaterThan(5);
  });

  it('has more than twenty open, empty sessions of fewer than forty seats beyond sixty days', async () => {
    const empty = (await all(daysAhead(61))).filter(
      (item) => item.enrolmentOpen && item.capacity < 40 && item.confirmedCount === 0,
    );
    expect(empty.length).toBeGreaterThan(40);
  });

  it('has sessions without a date, with people interested in them', async () => {
    const { body } = await luotsi.visitor().get<Page>('/api/undated-sessions');
    expect(body.items.map(({ interestCount }) => interestCount)).toEqual([13, 0]);
  });

  it('counts its people right', async () => {
    const wrong = await luotsi.query(
      `SELECT s.id FROM calendar.session s LEFT JOIN calendar.enrolment e ON e.session_id = s.id
       GROUP BY s.id HAVING s.confirmed_count <> count(*) FILTER (WHERE e.status = 'confirmed')
         OR s.waitlist_count <> count(*) FILTER (WHERE e.status = 'waitlisted')
         OR s.applied_count <> count(*) FILTER (WHERE e.status = 'applied')`,
    );
    expect(wrong).toEqual([]);
  });

  it('has answers on what was held, and certificates of the first account, that nobody was told of', async () => {
    const [counted] = await luotsi.query(
      `SELECT (SELECT count(*) FROM calendar.feedback_round WHERE answers >= 5) > 20 AS figures,
         (SELECT count(*) FROM credential.credential) > 5 AS certificates,
         (SELECT sum(answers) FROM calendar.feedback_round)
           = (SELECT count(*) FROM calendar.feedback_answer) AS whole,
         (SELECT sum(answers) || ' ' || sum(whole) FROM calendar.outline_feedback)
           = (SELECT count(*) || ' ' || sum(f.whole) FROM calendar.shown_feedback f
              JOIN calendar.session s ON s.id = f.session_id WHERE s.outline_id IS NOT NULL) AS summed,
         NOT EXISTS (SELECT FROM notice.notice WHERE kind LIKE 'credential%') AS quiet`,
    );
    expect(counted).toEqual({
      figures: true,
      certificates: true,
      whole: true,
      summed: true,
      quiet: true,
    });
  });

  it('has something on an organiser’s desk, of each kind', async () => {
    const developer = luotsi.visitor();
    await developer.signIn('developer1@demo.luotsi.example', 'luotsi-demo-2027');
    const { body } = await developer.get<{ first: { kind: string }[]; tasks: number }>(
      '/api/organised-sessions',
    );
    expect(body.first.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['applications', 'link', 'draft']),
    );
  });
});
