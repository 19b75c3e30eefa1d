import type { OwnEnrolment } from '@luotsi/calendar/model';
import { Retention } from '@luotsi/identity/api';
import { groupId } from '@luotsi/network/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { daysPass, published } from '../session-fixtures';

const problem = (status: number, name: string) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('what someone needs at a session', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  let person: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
    person = await luotsi.as('counsellor');
  });
  afterAll(() => luotsi.close());

  const asking = (more = {}) =>
    published(organiser, { asksDiet: true, asksAccessNeeds: true, ...more });
  const put = (by: Actor, id: string, needs: object) =>
    by.put(`/api/sessions/${id}/enrolment/needs`, needs);
  const kept = (id: string) =>
    luotsi.query<{ diet: string; access_needs: string }>(
      `SELECT n.diet, n.access_needs FROM calendar.enrolment_needs n
       JOIN calendar.enrolment e ON e.id = n.enrolment_id WHERE e.session_id = $1`,
      [id],
    );
  const enrol = (by: Actor, id: string, needs?: object) =>
    by.post(`/api/sessions/${id}/enrolment`, needs ? { needs } : {});

  it('is kept as it was last said, and not at all when it is taken back', async () => {
    const id = await asking();
    await enrol(person, id);
    expect(await put(person, id, { diet: ' Vegaani ', accessNeeds: 'Hissi' })).toMatchObject({
      status: 200,
      body: { diet: 'Vegaani', accessNeeds: 'Hissi' },
    });
    await put(person, id, { diet: 'Gluteeniton' });
    expect(await kept(id)).toEqual([{ diet: 'Gluteeniton', access_needs: '' }]);
    await put(person, id, {});
    expect(await kept(id)).toEqual([]);
  });

  it('is nobody’s business who is not in, nor what is not asked', async () => {
    const id = await asking({ asksAccessNeeds: false });
    expect(await put(person, id, { diet: 'Vegaani' })).toMatchObject(problem(409, 'not-enrolled'));
    await enrol(person, id);
    const asked = { diet: 'Vegaani', accessNeeds: 'Hissi' };
    expect(await put(person, id, asked)).toMatchObject(problem(409, 'needs-not-asked'));
    expect(await kept(id)).toEqual([]);
    expect(await put(person, id, { diet: 'x'.repeat(501) })).toMatchObject({ status: 422 });
    expect(await put(luotsi.visitor(), id, {})).toMatchObject({ status: 401 });
    await daysPass(luotsi, id, 90);
    expect(await put(person, id, { diet: 'x' })).toMatchObject(problem(409, 'session-past'));
  });

  it('is said while enrolling, and read back by the person alone', async () => {
    const id = await asking({ asksDiet: false });
    const answer = await enrol(person, id, { diet: 'Vegaani', accessNeeds: 'Hissi' });
    expect(answer).toMatchObject({ status: 201 });
    const { body } = await person.get<OwnEnrolment>(`/api/sessions/${id}/enrolment`);
    expect(body.needs).toEqual({ diet: '', accessNeeds: 'Hissi' });
  });

  it('goes at once with the enrolment, however that ended', async () => {
    const id = await asking();
    await enrol(person, id);
    await put(person, id, { diet: 'Vegaani' });
    await person.delete(`/api/sessions/${id}/enrolment`);
    expect(await kept(id)).toEqual([]);
  });

  it('goes 14 days after the session, and not before', async () => {
    const id = await asking();
    await enrol(person, id);
    await put(person, id, { diet: 'Vegaani' });
    const [session] = await luotsi.query<{ last_end: Date }>(
      'SELECT last_end FROM calendar.session WHERE id = $1',
      [id],
    );
    const after = (days: number) =>
      new Date((session?.last_end.getTime() ?? 0) + days * 86_400_000 + 1000);
    await luotsi.app.get(Retention).run(after(13));
    expect(await kept(id)).toHaveLength(1);
    await luotsi.app.get(Retention).run(after(14));
    expect(await kept(id)).toEqual([]);
  });

  it('goes 14 days after the last meeting, wherever the session is moved meanwhile', async () => {
    const id = await asking();
    await enrol(person, id);
    await put(person, id, { diet: 'Vegaani' });
    const meeting = (day: string) => ({
      start: `${day}T09:00`,
      end: `${day}T12:00`,
      timeZone: 'Europe/Helsinki',
    });
    await organiser.post(`/api/sessions/${id}/postponement`);
    const [old] = await luotsi.query<{ last_end: Date }>(
      'SELECT last_end FROM calendar.session WHERE id = $1',
      [id],
    );
    const run = (date: number) => luotsi.app.get(Retention).run(new Date(date));
    // It is still to come: the old date says nothing.
    await run((old?.last_end.getTime() ?? 0) + 15 * 86_400_000);
    expect(await kept(id)).toHaveLength(1);
    const meetings = [meeting('2057-03-01'), meeting('2057-04-05')];
    expect((await organiser.patch(`/api/sessions/${id}`, { meetings })).status).toBe(200);
    await run(Date.parse('2057-04-19T08:59:00Z'));
    expect(await kept(id)).toHaveLength(1);
    await run(Date.parse('2057-04-19T09:01:00Z'));
    expect(await kept(id)).toEqual([]);
  });

  it('is read by nobody when its time is over, also before it is deleted', async () => {
    const shown = async (id: string) => {
      const answers = await Promise.all(
        [`enrolments`, `enrolments/export`].map((what) =>
          organiser.get(`/api/sessions/${id}/${what}`),
        ),
      );
      const own = await person.get(`/api/sessions/${id}/enrolment`);
      return [...answers, own].filter(({ text }) => text.includes('Vegaani')).length;
    };
    const id = await asking();
    await enrol(person, id);
    await put(person, id, { diet: 'Vegaani' });
    expect(await shown(id)).toBe(3);
    await daysPass(luotsi, id, 73);
    expect(await shown(id)).toBe(3);
    await daysPass(luotsi, id, 3);
    expect(await shown(id)).toBe(0);
    const cancelled = await asking();
    await enrol(person, cancelled);
    await put(person, cancelled, { diet: 'Vegaani' });
    await organiser.post(`/api/sessions/${cancelled}/cancellation`, { reason: 'Sairaus' });
    expect(await shown(cancelled)).toBe(0);
  });

  it('isn’t had by taking the session over: it goes, and is asked anew, once', async () => {
    const organiserOf = (key: string) => ({ type: 'group' as const, id: groupId(key) });
    const id = await asking({ organiser: organiserOf('elo-19') });
    await enrol(person, id);
    await put(person, id, { diet: 'Vegaani' });
    const change = (to: object) => organiser.patch(`/api/sessions/${id}`, to);
    await change({ capacity: 30, organiser: organiserOf('elo-19') });
    expect(await kept(id)).toHaveLength(1);
    expect((await change({ organiser: null })).status).toBe(200);
    await change({ organiser: organiserOf('elo-19') });
    expect(await kept(id)).toEqual([]);
    const told = await luotsi.query(
      `SELECT person_id FROM notice.notice WHERE kind = 'needs-asked-anew' AND link = $1`,
      [`/sessions/${id}`],
    );
    expect(told).toEqual([{ person_id: person.id }]);
  });

  it('goes with a session that is cancelled', async () => {
    const id = await asking();
    await enrol(person, id);
    await put(person, id, { diet: 'Vegaani' });
    await organiser.post(`/api/sessions/${id}/cancellation`, { reason: 'Sairaus' });
    await luotsi.app.get(Retention).run(new Date());
    expect(await kept(id)).toEqual([]);
  });

  it('is in no answer that others read', async () => {
    const id = await asking();
    await enrol(person, id);
    await put(person, id, { diet: 'Pähkinäallergia' });
    const coach = await luotsi.as('coach');
    await luotsi.query('INSERT INTO calendar.session_coach VALUES ($1, $2)', [id, coach.id]);
    const [participant] = await luotsi.query<{ id: string }>(
      'SELECT id FROM calendar.enrolment WHERE session_id = $1',
      [id],
    );
    const paths = ['', '/enrolment', '/enrolments', '/enrolments/export', '/attendance'];
    for (const reader of [
      luotsi.visitor(),
      coach,
      await luotsi.as('counsellor'),
      await luotsi.as('administrator'),
      await luotsi.as('groupCoordinator', { type: 'region', id: '19' }),
    ]) {
      const answers = await Promise.all(
        [
          '/api/sessions',
          `/api/organised-sessions/${id}`,
          `/api/sessions/${id}/enrolments/${participant?.id ?? ''}`,
          ...paths.map((path) => `/api/sessions/${id}${path}`),
        ].map((path) => reader.get(path)),
      );
      for (const { text } of answers) expect(text).not.toContain('Pähkinä');
    }
  });
});
