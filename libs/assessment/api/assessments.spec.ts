import type { Assessment, AssessmentItem } from '@luotsi/assessment/model';
import { testApp, type Actor, type TestApp } from '@testing';

const refusal = (name: string, status: number) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('Assessing oneself', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const counsellor = () => luotsi.as('counsellor');
  const start = async (someone: Actor, body?: unknown) =>
    (await someone.post<Assessment>('/api/assessments', body)).body;
  const answersTo = (codes: string[], current: number | null, goal: number | null = null) =>
    codes.flatMap((code) =>
      [1, 2, 3, 4, 5, 6].map((place) => ({
        statement: `${code}-${String(place)}`,
        current,
        goal,
        revision: 1,
      })),
    );
  const save = (someone: Actor, id: string, answers: unknown[]) =>
    someone.patch<{ answers: unknown[]; answered: number }>(`/api/assessments/${id}/answers`, {
      answers,
    });

  it('starts with the current version of the framework; an unfinished one is continued', async () => {
    const someone = await counsellor();
    const first = await someone.post<Assessment>('/api/assessments', {});
    expect(first).toMatchObject({
      status: 201,
      body: { framework: 'nice', version: 1, level: null, completedAt: null, statements: 36 },
    });
    const second = await someone.post<Assessment>('/api/assessments', {
      framework: 'nice',
      level: 'career_advisor',
    });
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id } });
    expect(second.body.level).toBe('career_advisor');
    expect((await someone.post('/api/assessments')).body).toMatchObject({
      id: first.body.id,
      level: 'career_advisor',
    });
  });

  it('makes one of many simultaneous starts', async () => {
    const someone = await counsellor();
    const all = await Promise.all(
      Array.from({ length: 6 }, () => someone.post<Assessment>('/api/assessments', {})),
    );
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('refuses an unknown framework and an unknown level, and starts nothing', async () => {
    const someone = await counsellor();
    expect(await someone.post('/api/assessments', { framework: 'none' })).toMatchObject(
      refusal('framework-unknown', 404),
    );
    expect(await someone.post('/api/assessments', { level: 'wizard' })).toMatchObject(
      refusal('level-unknown', 422),
    );
    expect((await someone.get('/api/assessments')).body).toEqual({ items: [] });
  });

  it('keeps answers, goals and notes, and returns them in the framework’s order', async () => {
    const someone = await counsellor();
    const { id } = await start(someone);
    const saved = await save(someone, id, [
      { statement: 'CC-2', current: 4, goal: 5, note: ' Harjoittelen ', revision: 7 },
      { statement: 'CE-1', current: null, revision: 5 },
    ]);
    const answers = [
      { statement: 'CE-1', current: null, goal: null, note: null, revision: 5 },
      { statement: 'CC-2', current: 4, goal: 5, note: 'Harjoittelen', revision: 7 },
    ];
    expect(saved).toMatchObject({ status: 200, body: { answers, answered: 2 } });
    expect((await someone.get<Assessment>(`/api/assessments/${id}`)).body.answers).toEqual(answers);
  });

  it('never lets a late, older save overwrite a newer one, within a batch either', async () => {
    const someone = await counsellor();
    const { id } = await start(someone);
    const answer = (current: number, revision: number) => ({
      statement: 'CE-1',
      current,
      revision,
    });
    await save(someone, id, [answer(2, 10), answer(4, 12), answer(3, 11)]);
    const late = await save(someone, id, [answer(1, 9)]);
    expect(late.body.answers).toMatchObject([{ current: 4, revision: 12 }]);
    const same = await save(someone, id, [answer(5, 12)]);
    expect(same.body.answers).toMatchObject([{ current: 4, revision: 12 }]);
    const newer = await save(someone, id, [answer(5, 13)]);
    expect(newer.body.answers).toMatchObject([{ current: 5, revision: 13 }]);
  });

  it.each([
    [{ statement: 'CE-1', current: 4, goal: 3 }, 'goal-below-current'],
    [{ statement: 'CE-1', current: null, goal: 3 }, 'goal-without-answer'],
    [{ statement: 'XX-1', current: 3 }, 'statement-unknown'],
    [{ statement: 'CE-1', current: 6 }, 'validation-failed'],
    [{ statement: 'CE-1' }, 'validation-failed'],
  ])('refuses %j as %s and keeps nothing of what came with it', async (bad, name) => {
    const someone = await counsellor();
    const { id } = await start(someone);
    expect(await save(someone, id, [{ statement: 'CC-1', current: 3 }, bad])).toMatchObject(
      refusal(name, 422),
    );
    expect((await someone.get<Assessment>(`/api/assessments/${id}`)).body.answers).toEqual([]);
  });

  it('completes with what is unanswered said, once for all, and never changes then', async () => {
    const someone = await counsellor();
    const { id } = await start(someone);
    expect(await someone.post(`/api/assessments/${id}/completion`)).toMatchObject(
      refusal('too-few-answers', 409),
    );
    expect(await someone.get(`/api/assessments/${id}/report`)).toMatchObject(
      refusal('assessment-unfinished', 409),
    );
    await save(someone, id, answersTo(['CE', 'CIA', 'CC', 'PSM', 'SSI'], 3));
    const done = await someone.post(`/api/assessments/${id}/completion`);
    expect(done).toMatchObject({
      status: 200,
      body: { id, unanswered: ['PRO-1', 'PRO-2', 'PRO-3', 'PRO-4', 'PRO-5', 'PRO-6'] },
    });
    const again = await someone.post(`/api/assessments/${id}/completion`);
    expect(again.body).toEqual(done.body);
    expect(await save(someone, id, [{ statement: 'CE-1', current: 5 }])).toMatchObject(
      refusal('assessment-completed', 409),
    );
    const next = await someone.post<Assessment>('/api/assessments', {});
    expect(next).toMatchObject({ status: 201, body: { answered: 0 } });
    const { items } = (await someone.get<{ items: AssessmentItem[] }>('/api/assessments')).body;
    expect(items.map((item) => item.id)).toEqual([next.body.id, id]);
  });

  it('holds a completed assessment fast in the database, but lets it be deleted', async () => {
    const someone = await counsellor();
    const { id } = await start(someone);
    await save(someone, id, answersTo(['CE'], 3));
    await someone.post(`/api/assessments/${id}/completion`);
    const where = `WHERE assessment_id = '${id}'`;
    for (const change of [
      `UPDATE assessment.assessment SET level_id = 'career_advisor' WHERE id = '${id}'`,
      `UPDATE assessment.answer SET current = 5, goal = 5 ${where}`,
      `DELETE FROM assessment.answer ${where} AND statement_id = 'CE-1'`,
      `INSERT INTO assessment.answer VALUES ('${id}', 'nice-1', 'CC-1', 3, NULL, NULL, 1)`,
    ]) {
      await expect(luotsi.query(change)).rejects.toThrow('never change');
    }
    await luotsi.query(`DELETE FROM assessment.assessment WHERE id = '${id}'`);
    expect(await luotsi.query(`SELECT FROM assessment.answer ${where}`)).toEqual([]);
  });

  it('is nobody else’s business: another’s assessment does not exist', async () => {
    const someone = await counsellor();
    const { id } = await start(someone);
    await save(someone, id, answersTo(['CE'], 3));
    await someone.post(`/api/assessments/${id}/completion`);
    for (const role of ['counsellor', 'coach', 'nationalCoordinator'] as const) {
      const other = await luotsi.as(role);
      const gone = refusal('not-found', 404);
      expect(await other.get(`/api/assessments/${id}`)).toMatchObject(gone);
      expect(await other.get(`/api/assessments/${id}/report`)).toMatchObject(gone);
      expect(await other.post(`/api/assessments/${id}/completion`)).toMatchObject(gone);
      expect(await save(other, id, answersTo(['CC'], 1))).toMatchObject(gone);
      expect((await other.get('/api/assessments')).body).toEqual({ items: [] });
    }
    expect(await (await luotsi.as('administrator')).get(`/api/assessments/${id}`)).toMatchObject({
      status: 403,
    });
    expect(await luotsi.visitor().get(`/api/assessments/${id}`)).toMatchObject({ status: 401 });
  });
});
