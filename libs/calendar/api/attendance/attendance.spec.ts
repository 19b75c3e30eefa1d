import type {
  DeskItem,
  AttendanceHistory,
  AttendanceList,
  MeetingAttendance,
} from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { AttendanceRecorded } from './attendance-recorded';
import { begin, held } from './attendance-fixtures';
import { attendedOf, hasAttended } from './attended';

const problem = (name: string) => ({ body: { type: `urn:luotsi:problem:${name}` } });

describe('the attendance list', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  let anna: Actor;
  let orvokki: Actor;
  let asa: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
    [anna, orvokki, asa] = (await luotsi.crowd(3, 'counsellor')) as [Actor, Actor, Actor];
    for (const [actor, name] of [
      [anna, 'Anna'],
      [orvokki, 'Örvokki'],
      [asa, 'Åsa'],
    ] as const)
      await luotsi.query(`UPDATE identity.person SET name = $2 WHERE id = $1`, [actor.id, name]);
  });
  afterAll(() => luotsi.close());

  const here = (actor: Actor) => actor.id ?? '';
  const note = (path: string, who: Actor, said: object, by = organiser) =>
    by.put<MeetingAttendance>(`${path}/attendance/${here(who)}`, said);
  const list = async (id: string, language = 'fi') =>
    (
      await organiser.get<AttendanceList>(`/api/sessions/${id}/attendance`, {
        'accept-language': language,
      })
    ).body;
  const history = async (path: string, who: Actor) =>
    (await organiser.get<AttendanceHistory>(`${path}/attendance/${here(who)}`)).body.lines;

  it('has everyone with a seat, sorted as the language does, and says how many are there', async () => {
    const { id, path, meetings } = await held(luotsi, organiser, [orvokki, asa, anna]);
    await note(path, anna, { present: true });
    const answer = await note(path, asa, { present: false });
    expect(answer).toMatchObject({
      status: 200,
      body: { meeting: meetings[0], here: 1, expected: 3, taken: true },
    });
    const names = (found: AttendanceList) => found.people.map(({ name }) => name);
    expect(names(await list(id))).toEqual(['Anna', 'Åsa', 'Örvokki']);
    expect(names(await list(id, 'en'))).toEqual(['Anna', 'Åsa', 'Örvokki']);
    const found = await list(id);
    expect(found.people.map(({ attended }) => attended)).toEqual([
      'attended',
      'under-way',
      'under-way',
    ]);
    expect(found.attendance).toEqual([(await organiser.get(`${path}/attendance`)).body]);
  });

  it('is opened for the log: whoever reads names leaves a line', async () => {
    const { id } = await held(luotsi, organiser, [anna]);
    await list(id);
    const [entry] = await luotsi.query(
      `SELECT actor_id, subject_ids FROM identity.audit_entry WHERE action = 'enrolled-read'
       AND facts ->> 'session' = $1`,
      [id],
    );
    expect(entry).toEqual({ actor_id: organiser.id, subject_ids: [anna.id] });
  });

  it('takes many marks at once, from two phones, the one sent late among them', async () => {
    const { path } = await held(luotsi, organiser, [anna, asa, orvokki]);
    const colleague = await luotsi.as('nationalCoordinator');
    const many = (by: Actor, marks: object[]) =>
      by.put<{ attendance: MeetingAttendance }>(`${path}/attendance`, { marks });
    await many(organiser, [
      { person: anna.id, present: true },
      { person: asa.id, present: false },
    ]);
    // Made before the others, without a connection; what was noted since stays.
    const late = await many(colleague, [
      { person: asa.id, present: true, ago: 60_000 },
      { person: orvokki.id, present: true, ago: 60_000 },
    ]);
    const marks = late.body.attendance.marks.filter(({ present }) => present);
    expect(marks.map(({ person }) => person).sort()).toEqual([anna.id, orvokki.id].sort());
    const lines = await history(path, asa);
    expect(lines.map(({ present }) => present)).toEqual([false, true]);
    const waited = lines.map(({ at, keptAt }) => Date.parse(keptAt) - Date.parse(at) > 50_000);
    expect(waited).toEqual([false, true]);
  });

  it('merges what two phones note at the very same time', async () => {
    const people = await luotsi.crowd(12, 'counsellor');
    const { path } = await held(luotsi, organiser, people, { capacity: 12 });
    const marks = (some: Actor[]) => some.map(({ id }) => ({ person: id, present: true }));
    await Promise.all([
      organiser.put(`${path}/attendance`, { marks: marks(people.slice(0, 8)) }),
      organiser.put(`${path}/attendance`, { marks: marks(people.slice(4).reverse()) }),
      ...people.slice(2, 6).map((one) => note(path, one, { present: true })),
    ]);
    const { body } = await organiser.get<MeetingAttendance>(`${path}/attendance`);
    expect(body).toMatchObject({ here: 12, expected: 12 });
    const [lines] = await luotsi.query(
      `SELECT count(*)::int FROM calendar.attendance_change c
       JOIN calendar.attendance a ON a.id = c.attendance_id WHERE a.person_id = ANY ($1)`,
      [people.map(({ id }) => id)],
    );
    expect(lines).toEqual({ count: 12 });
  });

  it('is put right by a tap while people come, and with a reason afterwards', async () => {
    const { id, path } = await held(luotsi, organiser, [anna, asa]);
    for (const present of [true, false, true]) await note(path, anna, { present });
    await begin(luotsi, id, 60 * 24);
    expect(await note(path, anna, { present: false })).toMatchObject({
      status: 422,
      ...problem('attendance-reason-needed'),
    });
    // Nor does it help to say that it was noted in the meeting.
    await luotsi.query(
      `UPDATE calendar.attendance SET at = at - interval '1 day' WHERE person_id = $1`,
      [anna.id],
    );
    const ago = 23.5 * 3_600_000;
    expect(await note(path, anna, { present: false, ago })).toMatchObject({
      status: 422,
      ...problem('attendance-reason-needed'),
    });
    const reason = 'Lähti heti alussa';
    expect((await note(path, anna, { present: false, reason })).status).toBe(200);
    // Nobody had noted her yet: that is no correction.
    expect((await note(path, asa, { present: true })).status).toBe(200);
    const [last, ...before] = await history(path, anna);
    expect(last).toMatchObject({ present: false, reason, by: expect.stringContaining('Test') });
    expect(before.map(({ present }) => present)).toEqual([true, false, true]);
    const logged = await luotsi.query(
      `SELECT subject_ids FROM identity.audit_entry WHERE action = 'attendance-corrected'`,
    );
    expect(logged).toEqual([{ subject_ids: [anna.id] }]);
  });

  it('waits for an hour before the meeting, and closes a year after the session', async () => {
    const { id, path } = await held(luotsi, organiser, [anna]);
    await begin(luotsi, id, -62);
    expect(await note(path, anna, { present: true })).toMatchObject({
      status: 409,
      ...problem('attendance-too-early'),
    });
    await begin(luotsi, id, -58);
    expect((await note(path, anna, { present: true })).status).toBe(200);
    await begin(luotsi, id, 367 * 24 * 60);
    expect(await note(path, anna, { present: false, reason: 'x' })).toMatchObject({
      status: 409,
      ...problem('attendance-closed'),
    });
  });

  it('is not taken of a meeting that is off, nor of someone without a seat', async () => {
    const { id, path, meetings } = await held(luotsi, organiser, [anna], { count: 2 });
    expect(await note(path, asa, { present: true })).toMatchObject({
      status: 409,
      ...problem('attendance-not-enrolled'),
    });
    const many = await organiser.put(`${path}/attendance`, {
      marks: [anna, asa].map((one) => ({ person: one.id, present: true })),
    });
    expect(many.body).toMatchObject({
      attendance: { here: 1 },
      refused: [{ person: asa.id, why: 'attendance-not-enrolled' }],
    });
    await luotsi.query(`UPDATE calendar.meeting SET cancelled = true WHERE id = $1`, [meetings[0]]);
    expect(await note(path, anna, { present: false })).toMatchObject({
      status: 409,
      ...problem('meeting-off'),
    });
    const elsewhere = await held(luotsi, organiser, [anna]);
    const wrong = `/api/sessions/${id}/meetings/${elsewhere.meetings[0] ?? ''}/attendance`;
    expect((await organiser.put(`${wrong}/${here(anna)}`, { present: true })).status).toBe(404);
    expect((await organiser.get(wrong)).status).toBe(404);
  });

  it('stays when the enrolment goes, and is the coach’s and the organiser’s alone', async () => {
    const lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
    const coach = await luotsi.as('coach');
    const { id, path } = await held(luotsi, organiser, [anna, asa], {
      organiser: { type: 'group', id: groupId('elo-06') },
    });
    for (const other of [lapland, coach, anna])
      expect((await note(path, anna, { present: true }, other)).status).toBe(403);
    await luotsi.query(`INSERT INTO calendar.session_coach VALUES ($1, $2)`, [id, coach.id]);
    expect((await note(path, anna, { present: true }, coach)).status).toBe(200);
    await anna.delete(`/api/sessions/${id}/enrolment`);
    const found = await list(id);
    expect(found.people.map(({ name, enrolled }) => [name, enrolled])).toEqual([
      ['Anna', false],
      ['Åsa', true],
    ]);
    expect(found.attendance[0]).toMatchObject({ here: 1, expected: 2 });
  });

  it('is asked for on the desk once a meeting is over and nobody has been noted', async () => {
    const { id, path } = await held(luotsi, organiser, [anna], { count: 2 });
    const asked = async () => {
      const { body } = await organiser.get<{ items: DeskItem[] }>(
        '/api/organised-sessions?task=attendance&limit=100',
      );
      const found = body.items.find((item) => item.id === id);
      return found?.tasks.map(({ kind, count }) => `${kind} ${String(count)}`);
    };
    expect(await asked()).toBeUndefined();
    await begin(luotsi, id, 60 * 24);
    expect(await asked()).toEqual(['attendance 1']);
    await note(path, anna, { present: false });
    expect(await asked()).toBeUndefined();
  });

  it('leads to having attended, by the session’s rule, and tells whoever listens', async () => {
    const told: string[] = [];
    const { id, path, meetings } = await held(luotsi, organiser, [anna, asa], { count: 3 });
    luotsi.app.get(AttendanceRecorded).listen(async (manager, session, people) => {
      if (session !== id) return;
      expect(await hasAttended(manager, session, here(anna))).toBe(
        people.some(({ attended }) => attended === 'attended'),
      );
      told.push(...people.map(({ person, attended }) => `${person}: ${attended}`));
    });
    const second = path.replace(meetings[0] ?? '', meetings[1] ?? '');
    await note(path, anna, { present: true });
    await note(path, anna, { present: true });
    await luotsi.query(`UPDATE calendar.session SET attendance_rule = 2 WHERE id = $1`, [id]);
    await begin(luotsi, id, 7 * 24 * 60 + 10);
    await note(second, anna, { present: true });
    await note(second, anna, { present: false });
    expect(told).toEqual(
      ['under-way', 'attended', 'under-way'].map((it) => `${here(anna)}: ${it}`),
    );
    const { manager } = luotsi.database;
    expect(await attendedOf(manager, [id])).toEqual([
      { session: id, person: anna.id, attended: 'under-way', present: [meetings[0]] },
    ]);
  });
});
