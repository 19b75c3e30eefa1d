import { jest } from '@jest/globals';
import type { AttendanceCode, OwnAttendance } from '@luotsi/calendar/model';
import { testApp, withinHalfMinute, type Actor, type TestApp } from '@testing';
import { AttendanceCodes } from './attendance-code';
import { begin, held } from './attendance-fixtures';

const problem = (name: string) => ({ body: { type: `urn:luotsi:problem:${name}` } });

describe('the code in the room', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const someone = () => luotsi.as('counsellor');
  const show = async (path: string) => (await organiser.get<AttendanceCode>(`${path}/code`)).body;
  const enter = (who: Actor, path: string, code: string) =>
    who.post<OwnAttendance>(`${path}/attendance`, { code });
  const ago = async (id: string, meeting: string, seconds: number, now = Date.now()) =>
    (await luotsi.app.get(AttendanceCodes).shown(id, meeting, now - seconds * 1_000)).code;

  it('shows who is there: the count on the screen goes up; twice is fine', async () => {
    const person = await someone();
    const { id, path } = await held(luotsi, organiser, [person, await someone()]);
    const shown = await show(path);
    expect(shown).toMatchObject({ here: 0, expected: 2, period: 30 });
    expect(shown.url).toMatch(new RegExp(`/sessions/${id}/attend\\?code=${shown.code}$`));
    expect(Date.parse(shown.expires) - Date.now()).toBeLessThanOrEqual(30_000);
    const spaced = `${shown.code.slice(0, 3)} ${shown.code.slice(3)}`;
    const entered = await enter(person, path, spaced);
    expect(entered).toMatchObject({
      status: 200,
      body: { attended: 'attended', meetings: [{ present: true, source: 'code' }] },
    });
    expect(await enter(person, path, '000000')).toMatchObject({ status: 200 });
    expect(await show(path)).toMatchObject({ here: 1 });
    expect((await person.get(`/api/sessions/${id}/attendance/own`)).body).toEqual(entered.body);
    expect((await person.get('/api/me/attendance')).body).toEqual({ items: [entered.body] });
  });

  it('counts for one step more than it is shown, and then says that it has changed', async () => {
    const person = await someone();
    const { id, path, meetings } = await held(luotsi, organiser, [person]);
    const meeting = meetings[0] ?? '';
    expect(await enter(person, path, await ago(id, meeting, 120))).toMatchObject({
      status: 422,
      ...problem('attendance-code-changed'),
    });
    expect(await enter(person, path, 'abc')).toMatchObject({
      status: 422,
      ...problem('attendance-code-wrong'),
    });
    const last = await withinHalfMinute(async (now) =>
      enter(person, path, await ago(id, meeting, 30, now)),
    );
    expect(last.status).toBe(200);
  });

  it('is worth nothing when it is written down: changed at first, then simply wrong', async () => {
    const person = await someone();
    const { id, path, meetings } = await held(luotsi, organiser, [person]);
    for (const [seconds, name] of [
      [90, 'attendance-code-changed'],
      [600, 'attendance-code-changed'],
      [3_600, 'attendance-code-wrong'],
    ] as const)
      expect(await enter(person, path, await ago(id, meetings[0] ?? '', seconds))).toMatchObject({
        status: 422,
        ...problem(name),
      });
  });

  it('goes by the database’s clock: no device and no process that is a minute off matters', async () => {
    const person = await someone();
    const { path } = await held(luotsi, organiser, [person]);
    const { now } = Date;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
    const { code } = await show(path);
    clock.mockImplementation(() => now() - 60_000);
    const entered = await enter(person, path, code);
    clock.mockRestore();
    expect(entered).toMatchObject({ status: 200, body: { meetings: [{ present: true }] } });
  });

  it('is the enrolled’s alone, each meeting’s its own', async () => {
    const [inIt, waiting, stranger] = [await someone(), await someone(), await someone()];
    const one = await held(luotsi, organiser, [inIt, waiting], { capacity: 1, count: 2 });
    const other = await held(luotsi, organiser, [inIt]);
    const { code, url } = await show(one.path);
    expect(url).toContain('/attend?m=1&code=');
    for (const who of [waiting, stranger])
      expect(await enter(who, one.path, code)).toMatchObject({
        status: 403,
        ...problem('attendance-not-yours'),
      });
    expect((await enter(luotsi.visitor(), one.path, code)).status).toBe(401);
    expect(await enter(inIt, other.path, code)).toMatchObject({ status: 422 });
    expect((await inIt.get(`${one.path}/code`)).status).toBe(403);
  });

  it('opens an hour before the meeting and closes half an hour after it', async () => {
    const person = await someone();
    const { id, path, meetings } = await held(luotsi, organiser, [person]);
    const code = await ago(id, meetings[0] ?? '', 0);
    for (const [minutes, name] of [
      [-61, 'attendance-too-early'],
      [180 + 31, 'attendance-code-over'],
    ] as const) {
      await begin(luotsi, id, minutes);
      for (const answer of [await enter(person, path, code), await organiser.get(`${path}/code`)])
        expect(answer).toMatchObject({ status: 409, ...problem(name) });
    }
  });

  it('can’t be guessed: after ten tries one waits, however they are sent', async () => {
    const person = await someone();
    const { path } = await held(luotsi, organiser, [person]);
    const { code } = await show(path);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const tries = await Promise.all(Array.from({ length: 15 }, () => enter(person, path, wrong)));
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(10);
    const paused = await enter(person, path, code);
    expect(paused).toMatchObject({ status: 429, ...problem('attendance-code-paused') });
    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(800);
    // Two ways back: the trainer's list at once, the code when the time is over.
    const marked = await organiser.put(`${path}/attendance/${person.id ?? ''}`, { present: false });
    expect(marked.status).toBe(200);
    await luotsi.query('UPDATE calendar.attendance_code_failure SET expire = 0');
    expect((await enter(person, path, (await show(path)).code)).status).toBe(200);
    const other = await someone();
    const elsewhere = await held(luotsi, organiser, [other]);
    await enter(other, elsewhere.path, 'x');
    const keys = await luotsi.query<{ key: string }>(
      `SELECT key FROM calendar.attendance_code_failure`,
    );
    expect(keys).not.toEqual([]);
    expect(JSON.stringify(keys)).not.toContain(other.id);
  });
});
