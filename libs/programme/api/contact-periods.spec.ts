import { newId } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';

/** A session of one meeting that began an hour ago. */
async function going(luotsi: TestApp, by: Actor): Promise<{ id: string; path: string }> {
  const { body } = await by.post<{ id: string }>('/api/sessions', {
    title: { fi: 'Lähijakso', sv: 'Närstudier', en: 'Contact teaching' },
    capacity: 5,
    meetings: [{ start: '2056-03-01T09:00', end: '2056-03-01T12:00', timeZone: 'Europe/Helsinki' }],
  });
  await by.post(`/api/sessions/${body.id}/publication`);
  const [meeting] = await luotsi.query<{ id: string }>(
    `UPDATE calendar.meeting SET start_at = now() - interval '1 hour', end_at = now() + interval '2 hours'
     WHERE session_id = $1 RETURNING id`,
    [body.id],
  );
  await luotsi.query(
    `UPDATE calendar.session SET first_start = now() - interval '1 hour',
       last_end = now() + interval '2 hours' WHERE id = $1`,
    [body.id],
  );
  return { id: body.id, path: `/api/sessions/${body.id}/meetings/${meeting?.id ?? ''}/walk-ins` };
}

describe('a contact-teaching period', () => {
  let luotsi: TestApp;
  let coach: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    coach = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  async function periodIn(...sessions: string[]): Promise<string> {
    const activity = newId();
    await luotsi.query(
      `INSERT INTO programme.activity (id, unit_id, position, kind, part, title, minutes, edited_at)
       VALUES ($1, 'M2.2', 9, 'contactPeriod', 'common', '{"fi":"x","sv":"x","en":"x"}', 180, now())`,
      [activity],
    );
    for (const session of sessions)
      await luotsi.query(
        `INSERT INTO programme.contact_session (activity_id, session_id) VALUES ($1, $2)`,
        [activity, session],
      );
    return activity;
  }
  const isDone = async (who: Actor, activity: string) => {
    const { body } = await who.get<{ done: { activityId: string }[] }>('/api/me/progress');
    return body.done.some(({ activityId }) => activityId === activity);
  };
  const note = (who: Actor, { path }: { path: string }, present: boolean) =>
    coach.put(`${path.replace('walk-ins', 'attendance')}/${who.id ?? ''}`, { present });
  const came = (who: Actor, { path }: { path: string }) =>
    coach.post(path, { person: who.id, reason: 'Tuli paikalle' });

  it('is done by being there, and no longer when that is corrected; others’ stays', async () => {
    const [first, second] = [await going(luotsi, coach), await going(luotsi, coach)];
    const activity = await periodIn(first.id, second.id);
    const [anna, bo] = (await luotsi.crowd(2, 'counsellor')) as [Actor, Actor];
    expect(await came(anna, first)).toMatchObject({ status: 200 });
    await came(bo, first);
    expect([await isDone(anna, activity), await isDone(bo, activity)]).toEqual([true, true]);
    await note(anna, first, false);
    expect([await isDone(anna, activity), await isDone(bo, activity)]).toEqual([false, true]);
    // Whoever was at another session of it has done it, too.
    await came(bo, second);
    await note(bo, first, false);
    expect(await isDone(bo, activity)).toBe(true);
    await note(bo, second, false);
    expect(await isDone(bo, activity)).toBe(false);
  });

  it('is no longer done when a press that noted everyone is undone', async () => {
    const session = await going(luotsi, coach);
    const activity = await periodIn(session.id);
    const anna = await luotsi.as('counsellor');
    await came(anna, session);
    await note(anna, session, false);
    const press = newId();
    const say = (present: true | null) =>
      coach.put<{ attendance: unknown }>(session.path.replace('walk-ins', 'attendance'), {
        marks: [{ person: anna.id, present, press }],
      });
    await say(true);
    expect(await isDone(anna, activity)).toBe(true);
    const { body } = await say(null);
    expect(body.attendance).toMatchObject({ here: 0, marks: [{ present: false, changes: 1 }] });
    expect(await isDone(anna, activity)).toBe(false);
  });

  it('is nobody’s to mark, and is held in sessions alone', async () => {
    const session = await going(luotsi, coach);
    const activity = await periodIn(session.id);
    const anna = await luotsi.as('counsellor');
    expect((await anna.put(`/api/me/progress/${activity}`, { done: true })).status).toBe(409);
    const [reading] = await luotsi.query<{ activity_id: string }>(
      'SELECT activity_id FROM programme.reading LIMIT 1',
    );
    await expect(
      luotsi.query(
        `INSERT INTO programme.contact_session (activity_id, session_id) VALUES ($1, $2)`,
        [reading?.activity_id, session.id],
      ),
    ).rejects.toThrow();
  });
});
