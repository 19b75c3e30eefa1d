import type { Assessment, Report } from '@luotsi/assessment/model';
import { loadFramework } from '@luotsi/framework/api';
import type { Framework } from '@luotsi/framework/model';
import { newId } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';

describe('The report', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const start = async (someone: Actor, body?: unknown) =>
    (await someone.post<Assessment>('/api/assessments', body)).body;
  const answersTo = (codes: string[], current: number | null, goal: number | null = null) =>
    codes.flatMap((code) =>
      [1, 2, 3, 4, 5, 6].map((place) => ({ statement: `${code}-${String(place)}`, current, goal })),
    );
  const save = (someone: Actor, id: string, answers: unknown[]) =>
    someone.patch(`/api/assessments/${id}/answers`, { answers });
  const reportOf = async (someone: Actor, id: string, query = '') =>
    (await someone.get<Report>(`/api/assessments/${id}/report${query}`)).body;

  /** A published session with one meeting, in so many days. */
  async function addSession(title: string, inDays: number, competences: string[], closed = false) {
    const id = newId();
    const start = new Date(Date.now() + inDays * 86_400_000).toISOString();
    await luotsi.query(
      `INSERT INTO calendar.session (id, status, title, capacity, published_at, first_start,
         last_end, enrolment_closes)
       SELECT $1, 'published', jsonb_build_object('fi', $2::text, 'sv', '', 'en', ''), 2, now(),
         $3, $3::timestamptz + interval '3 hours', CASE WHEN $4 THEN now() - interval '1 day' END`,
      [id, title, start, closed],
    );
    await luotsi.query(
      `INSERT INTO calendar.meeting
         (id, session_id, uid, starts, ends, time_zone, start_at, end_at)
       SELECT $1::uuid, id, $1::uuid::text, first_start AT TIME ZONE 'Europe/Helsinki',
         last_end AT TIME ZONE 'Europe/Helsinki', 'Europe/Helsinki', first_start, last_end
       FROM calendar.session WHERE id = $2`,
      [newId(), id],
    );
    await luotsi.query('INSERT INTO calendar.session_competence SELECT $1, unnest($2::text[])', [
      id,
      competences,
    ]);
    return id;
  }

  it('says scores, change, distance to the level, strengths and gaps', async () => {
    const someone = await luotsi.as('counsellor');
    const first = await start(someone, { level: 'career_professional' });
    await save(someone, first.id, answersTo(['CE', 'CC', 'SSI'], 2));
    await someone.post(`/api/assessments/${first.id}/completion`);
    const second = await start(someone, { level: 'career_professional' });
    await save(someone, second.id, [
      ...answersTo(['CE'], 3, 4),
      ...answersTo(['CC'], 5),
      ...answersTo(['SSI'], 2, 5),
    ]);
    await someone.post(`/api/assessments/${second.id}/completion`);
    const { competences, strengths, gaps, previous } = await reportOf(someone, second.id);
    expect(competences.find(({ code }) => code === 'CE')).toMatchObject({
      score: 3,
      goal: 4,
      target: 3.5,
      toTarget: -0.5,
      change: 1,
    });
    expect(competences.find(({ code }) => code === 'PRO')).toMatchObject({
      score: null,
      unanswered: 6,
    });
    expect(strengths).toEqual(['CC']);
    expect(gaps).toMatchObject([
      { code: 'SSI', size: 3, basis: 'goal' },
      { code: 'CE', size: 1, basis: 'goal' },
    ]);
    expect(gaps[1]?.statements).toHaveLength(6);
    expect(previous?.id).toBe(first.id);
    const bare = await reportOf(someone, second.id, '?level=none');
    expect(bare.level).toBeNull();
    expect(bare.competences[0]?.toTarget).toBeNull();
    const other = await reportOf(someone, second.id, '?level=career_advisor');
    expect(other.competences[0]?.toTarget).toBe(1);
    expect(await someone.get(`/api/assessments/${second.id}/report?level=wizard`)).toMatchObject({
      status: 422,
      body: { type: 'urn:luotsi:problem:level-unknown' },
    });
  });

  it('says for each gap the soonest open sessions, one’s own place in them, and the units', async () => {
    const far = await addSession('Kaukana', 40, ['CIA']);
    const soon = await addSession('Pian', 3, ['CIA', 'PRO']);
    await addSession('Suljettu', 2, ['CIA'], true);
    await addSession('Mennyt', -3, ['CIA']);
    await addSession('Muu aihe', 1, ['SSI']);
    const someone = await luotsi.as('counsellor');
    await someone.post(`/api/sessions/${soon}/enrolment`);
    const { id } = await start(someone);
    await save(someone, id, answersTo(['CIA'], 2, 4));
    await someone.post(`/api/assessments/${id}/completion`);
    const [gap] = (await reportOf(someone, id)).gaps;
    expect(gap?.code).toBe('CIA');
    expect(gap?.sessions.map(({ session, enrolment }) => [session.id, enrolment])).toEqual([
      [soon, { status: 'confirmed' }],
      [far, null],
    ]);
    expect(gap?.units.length).toBeGreaterThan(0);
    const { body } = await luotsi
      .visitor()
      .get<{ competences: { code: string }[] }>(`/api/units/${gap?.units[0]?.id ?? ''}`);
    expect(body.competences.map(({ code }) => code)).toContain('CIA');
  });

  it('stays with the version it was made with when a newer one is published', async () => {
    const someone = await luotsi.as('counsellor');
    const { id } = await start(someone);
    const { body } = await luotsi.visitor().get<Framework>('/api/frameworks/nice');
    await luotsi.database.transaction((manager) =>
      loadFramework(manager, { ...body, version: 2, competences: body.competences.slice(0, 1) }),
    );
    expect(await start(someone)).toMatchObject({ id, version: 1, statements: 36 });
    await save(someone, id, answersTo(['CC'], 3));
    await someone.post(`/api/assessments/${id}/completion`);
    expect(await start(someone)).toMatchObject({ version: 2, statements: 6 });
    expect((await someone.get<Assessment>(`/api/assessments/${id}`)).body.version).toBe(1);
  });
});
