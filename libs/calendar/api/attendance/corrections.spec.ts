import type {
  AttendanceCode,
  AttendanceHistory,
  EnrolmentItem,
  MarksAnswer,
  MeetingAttendance,
} from '@luotsi/calendar/model';
import type { OwnCredential } from '@luotsi/credential/model';
import type { Notice } from '@luotsi/notice/model';
import { Jobs, newId } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { AFTER_SESSIONS } from '../feedback/after-sessions';
import { daysPass } from '../session-fixtures';
import { begin, held, type Held } from './attendance-fixtures';

const problem = (name: string) => ({ body: { type: `urn:luotsi:problem:${name}` } });

describe('attendance that is put right afterwards', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  let anna: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  beforeEach(async () => {
    anna = await luotsi.as('counsellor');
  });
  afterAll(() => luotsi.close());

  const note = ({ path }: Held, who: Actor, said: object, by = organiser) =>
    by.put(`${path}/attendance/${who.id ?? ''}`, said);
  const walkIn = ({ path }: Held, said: object, by = organiser) =>
    by.post<{ person: { id: string; name: string }; attendance: MeetingAttendance }>(
      `${path}/walk-ins`,
      said,
    );
  const told = async (who: Actor) =>
    (await who.get<{ items: Notice[] }>('/api/me/notices')).body.items.toReversed();
  const ofAttendance = async (who: Actor) =>
    (await told(who)).filter(({ kind }) => kind === 'attendance-corrected');
  const valid = async (who: Actor) =>
    (await who.get<{ items: OwnCredential[] }>('/api/me/credentials')).body.items.filter(
      ({ revoked }) => revoked === null,
    ).length;
  const logged = (action: string, who: Actor) =>
    luotsi.query<{ actor_id: string | null }>(
      `SELECT actor_id FROM identity.audit_entry
       WHERE action = $1 AND subject_ids @> ARRAY[$2::uuid] ORDER BY at, id`,
      [action, who.id],
    );

  it('is told to the person with the reason, once, with what becomes of the certificate', async () => {
    const session = await held(luotsi, organiser, [anna]);
    await note(session, anna, { present: true });
    await daysPass(luotsi, session.id, 1);
    await note(session, anna, { present: true });
    expect(await ofAttendance(anna)).toEqual([]);
    const away = { present: false, reason: 'Lähti heti alussa.' };
    await note(session, anna, away);
    await note(session, anna, away);
    const [first, ...more] = await ofAttendance(anna);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      title: 'Läsnäolomerkintäsi on muuttunut: Kuulutukset haltuun',
      link: `/sessions/${session.id}`,
    });
    expect(first?.body).toMatch(
      /^\p{Lu}\p{L}+ .+: sinut on nyt merkitty poissa olleeksi\. Syy: Lähti heti alussa\. Jos/u,
    );
    expect(await valid(anna)).toBe(0);
    await note(session, anna, { present: true, reason: 'Olikin paikalla' });
    expect((await ofAttendance(anna)).map(({ body }) => body)).toEqual([
      first?.body,
      expect.stringContaining('merkitty paikalla olleeksi. Syy: Olikin paikalla.'),
    ]);
    expect(await valid(anna)).toBe(1);
  });

  it('is told once also where several marks came together, and not where nothing changed', async () => {
    const session = await held(luotsi, organiser, [anna]);
    await note(session, anna, { present: true });
    await daysPass(luotsi, session.id, 1);
    const marks = async (...said: boolean[]) => {
      // What stands was noted long before.
      await luotsi.query(
        `UPDATE calendar.attendance SET at = at - interval '1 hour' WHERE person_id = $1`,
        [anna.id],
      );
      await organiser.put(`${session.path}/attendance`, {
        marks: said.map((present, at) => ({
          person: anna.id,
          present,
          reason: `Syy ${String(at)}`,
          ago: 1_000 - at,
        })),
      });
    };
    await marks(false, true);
    expect(await ofAttendance(anna)).toEqual([]);
    await marks(false, true, false);
    const [only, ...more] = await ofAttendance(anna);
    expect([only?.body, more]).toEqual([expect.stringContaining('Syy: Syy 2.'), []]);
  });

  it('names who did it in the log, on the certificate’s lines, too', async () => {
    const coach = await luotsi.as('coach');
    const session = await held(luotsi, organiser, [anna]);
    await luotsi.query(`INSERT INTO calendar.session_coach VALUES ($1, $2)`, [
      session.id,
      coach.id,
    ]);
    await daysPass(luotsi, session.id, 1);
    await note(session, anna, { present: true }, coach);
    await note(session, anna, { present: false, reason: 'Väärä henkilö' });
    const actors = async (action: string) =>
      (await logged(action, anna)).map(({ actor_id }) => actor_id);
    expect(await actors('credential-issued')).toEqual([coach.id]);
    expect(await actors('attendance-corrected')).toEqual([organiser.id]);
    expect(await actors('credential-revoked')).toEqual([organiser.id]);
  });

  describe('everyone noted at one press, and undone', () => {
    const press = newId();
    const everyone = ({ path }: Held, people: readonly Actor[], by = organiser) =>
      by.put(`${path}/attendance`, {
        marks: people.map(({ id }) => ({ person: id, present: true, press })),
      });
    const undo = ({ path }: Held, people: readonly Actor[], by = organiser) =>
      by.put<MarksAnswer>(`${path}/attendance`, {
        marks: people.map(({ id }) => ({ person: id, present: null, press })),
      });
    const lines = async ({ path }: Held, who: Actor) =>
      (await organiser.get<AttendanceHistory>(`${path}/attendance/${who.id ?? ''}`)).body.lines;

    it('is as if it had never been: nothing noted, no certificate, nobody told', async () => {
      const bella = await luotsi.as('counsellor');
      const session = await held(luotsi, organiser, [anna, bella]);
      await daysPass(luotsi, session.id, 1);
      const before = (await organiser.get(`${session.path}/attendance`)).body;
      const known = await told(anna);
      await everyone(session, [anna, bella]);
      expect([await valid(anna), await valid(bella)]).toEqual([1, 1]);
      // The post goes, without what may yet be undone; one of them reads of her certificate.
      await luotsi.app.get(Jobs).doNow('notice.post');
      await bella.put('/api/me/notices/reading', { read: true });
      const { body } = await undo(session, [anna, bella]);
      expect(body).toEqual({ attendance: before, refused: [] });
      expect(await lines(session, anna)).toEqual([]);
      expect(await told(anna)).toEqual(known);
      const all = await anna.get('/api/me/credentials');
      expect(all.body).toEqual({ items: [] });
      // What has been read isn't unread by it: she is told that it doesn't hold.
      expect(await valid(bella)).toBe(0);
      expect((await told(bella)).map(({ kind }) => kind)).toContain('credential-revoked');
      expect(await ofAttendance(bella)).toEqual([]);
      // The next press is a first one again: no reason is needed.
      await everyone(session, [anna, bella]);
      expect([await valid(anna), await valid(bella)]).toEqual([1, 1]);
    });

    it('leaves what somebody else, or the person’s own code, has said since', async () => {
      const [mark, code] = await luotsi.crowd(2, 'counsellor');
      const session = await held(luotsi, organiser, [anna, mark as Actor, code as Actor]);
      const colleague = await luotsi.as('nationalCoordinator');
      const people = [anna, mark as Actor, code as Actor];
      await everyone(session, people);
      await note(session, mark as Actor, { present: true }, colleague);
      const shown = await organiser.get<AttendanceCode>(`${session.path}/code`);
      await (code as Actor).post(`${session.path}/attendance`, { code: shown.body.code });
      const kept = (who: readonly Actor[], why: string) =>
        who.map(({ id }) => ({ person: id, why: `attendance-${why}` }));
      const others = await undo(session, people, colleague);
      expect(others.body.refused).toEqual(kept(people, 'noted-since'));
      const own = await undo(session, people);
      expect(own.body).toMatchObject({
        attendance: { here: 2, marks: [{ present: true }, { present: true }] },
        refused: kept(people.slice(1), 'noted-since'),
      });
      expect(await lines(session, anna)).toEqual([]);
    });

    it('is a correction once it has stood for a while', async () => {
      const session = await held(luotsi, organiser, [anna]);
      await everyone(session, [anna]);
      await luotsi.query(
        `UPDATE calendar.attendance_change c SET kept_at = kept_at - interval '11 minutes'
         FROM calendar.attendance a WHERE a.id = c.attendance_id AND a.person_id = $1`,
        [anna.id],
      );
      const { body } = await undo(session, [anna]);
      const refused = [{ person: anna.id, why: 'attendance-undo-late' }];
      expect(body).toMatchObject({ attendance: { here: 1 }, refused });
    });
  });

  describe('someone who came without a seat', () => {
    it('is noted afterwards with a reason, and has attended; no seat is taken for it', async () => {
      const seated = await luotsi.as('counsellor');
      const session = await held(luotsi, organiser, [seated], { capacity: 1 });
      await daysPass(luotsi, session.id, 3);
      const late = { person: anna.id, present: true };
      expect(await note(session, anna, late)).toMatchObject({
        status: 409,
        ...problem('attendance-not-enrolled'),
      });
      const said = { person: anna.id, reason: 'Tuli paikalle, lista oli paperilla' };
      const answers = [await walkIn(session, said), await walkIn(session, said)];
      for (const answer of answers)
        expect(answer).toMatchObject({
          status: 200,
          body: { person: { id: anna.id }, attendance: { here: 1, expected: 2 } },
        });
      expect(await valid(anna)).toBe(1);
      expect((await told(anna)).map(({ kind }) => kind).sort()).toEqual([
        'attendance-corrected',
        'credential-issued',
      ]);
      const [row] = await luotsi.query(
        `SELECT confirmed_count, capacity, (SELECT count(*)::int FROM calendar.enrolment e
           WHERE e.session_id = s.id) AS enrolled FROM calendar.session s WHERE id = $1`,
        [session.id],
      );
      expect(row).toEqual({ confirmed_count: 1, capacity: 1, enrolled: 1 });
      const path = `${session.path}/attendance/${anna.id ?? ''}`;
      const { body } = await organiser.get<AttendanceHistory>(path);
      expect(body.lines).toMatchObject([{ present: true, reason: said.reason }]);
      expect((await logged('attendance-corrected', anna))[0]?.actor_id).toBe(organiser.id);
    });

    it('stands on their own list once it is over, with what they attended and its certificate', async () => {
      const session = await held(luotsi, organiser, [], { count: 2, attendanceRule: 1 });
      const own = async () =>
        (await anna.get<{ items: EnrolmentItem[] }>('/api/me/enrolments')).body.items;
      await walkIn(session, { person: anna.id, reason: 'Tuli paikalle' });
      expect(await own()).toEqual([]);
      await daysPass(luotsi, session.id, 30);
      await luotsi.app.get(Jobs).doNow(AFTER_SESSIONS);
      expect(await own()).toMatchObject([
        {
          sessionId: session.id,
          status: 'none',
          past: true,
          afterwards: { attended: 'attended', been: 1, certificate: { id: expect.any(String) } },
          session: { title: { fi: 'Kuulutukset haltuun' }, meetings: [{}, {}] },
        },
      ]);
      // It is nobody's who wasn't there.
      await note(session, anna, { present: false, reason: 'Väärä henkilö' });
      expect(await own()).toEqual([]);
    });

    it('is found by address, by whoever takes attendance, while it may be corrected', async () => {
      const session = await held(luotsi, organiser, []);
      const [{ email } = { email: '' }] = await luotsi.query<{ email: string }>(
        'SELECT email FROM identity.person WHERE id = $1',
        [anna.id],
      );
      const reason = 'Sali oli täynnä';
      expect(await walkIn(session, { email: email.toUpperCase(), reason })).toMatchObject({
        status: 200,
      });
      for (const said of [{ person: anna.id }, { reason }, { person: anna.id, email, reason }])
        expect((await walkIn(session, said)).status).toBe(422);
      for (const whom of [{ person: newId() }, { email: 'nobody@people.luotsi.example' }])
        expect(await walkIn(session, { ...whom, reason })).toMatchObject({
          status: 404,
          ...problem('person-unknown'),
        });
      expect((await walkIn(session, { person: anna.id, reason }, anna)).status).toBe(403);
      await begin(luotsi, session.id, 367 * 24 * 60);
      expect(await walkIn(session, { person: organiser.id, reason })).toMatchObject({
        status: 409,
        ...problem('attendance-closed'),
      });
    });
  });
});
