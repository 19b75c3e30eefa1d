import type { Enrolled } from '@luotsi/calendar/model';
import { eventually, testApp, type Actor, type TestApp } from '@testing';
import pg from 'pg';
import { published } from '../session-fixtures';
import { Enrolments } from './enrolments';

describe('enrolling in sessions that are known, at two instances of the application', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  let here: string;
  let elsewhere: string;
  beforeAll(async () => {
    luotsi = await testApp({ listen: true });
    organiser = await luotsi.as('nationalCoordinator');
    here = luotsi.address;
    elsewhere = await luotsi.another();
  });
  afterAll(() => luotsi.close());

  const send = async (by: Actor, at: string, method: string, path: string, body?: object) => {
    const response = await fetch(`${at}/api/sessions/${path}`, {
      method,
      headers: { cookie: by.cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return {
      status: response.status,
      retryAfter,
      body: (text ? JSON.parse(text) : {}) as Enrolled,
    };
  };
  const enrol = (by: Actor, id: string, at = here) => send(by, at, 'POST', `${id}/enrolment`);
  const change = (id: string, patch: object) => send(organiser, elsewhere, 'PATCH', id, patch);

  /** A session that someone has just enrolled in, here. */
  const known = async (more: Parameters<typeof published>[1] = {}) => {
    const id = await published(organiser, more);
    expect(await enrol(await luotsi.as('counsellor'), id)).toMatchObject({ status: 201 });
    return id;
  };

  /** The names of what the register sends while something happens. */
  const sentBy = async (what: () => Promise<unknown>) => {
    const names: string[] = [];
    const { query } = pg.Client.prototype;
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [{ name = '' } = {}] = given as [{ name?: string }?];
      if (/^enrolment (lock|held|keep)$/.test(name)) names.push(name);
      return Reflect.apply(query, this, given) as unknown;
    } as typeof query;
    try {
      await what();
    } finally {
      pg.Client.prototype.query = query;
    }
    return names;
  };

  it('reads the session for the first, and nothing for those who come after', async () => {
    const id = await published(organiser, { capacity: 2 });
    const people = await luotsi.crowd(3, 'counsellor');
    const sent = [];
    for (const person of people) sent.push(await sentBy(() => enrol(person, id)));
    const keep = 'enrolment keep';
    expect(sent).toEqual([['enrolment lock', 'enrolment held', keep], [keep], [keep]]);
    expect((await enrol(await luotsi.as('counsellor'), id)).body).toEqual({
      ...{ status: 'waitlisted', position: 2 },
    });
  });

  it('goes by what an organiser has changed elsewhere a moment ago', async () => {
    const id = await known({ capacity: 2 });
    expect(await change(id, { capacity: 1 })).toMatchObject({ status: 200 });
    const next = await luotsi.as('counsellor');
    const sent = await sentBy(async () =>
      expect((await enrol(next, id)).body).toEqual({ status: 'waitlisted', position: 1 }),
    );
    expect(sent).toEqual(['enrolment keep', 'enrolment lock', 'enrolment held', 'enrolment keep']);
  });

  it('refuses nobody by what was known', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const id = await published(organiser, { enrolmentOpens: tomorrow });
    const person = await luotsi.as('counsellor');
    expect(await enrol(person, id)).toMatchObject({ status: 409 });
    await change(id, { enrolmentOpens: null });
    expect(await enrol(person, id)).toMatchObject({ status: 201 });
  });

  it.each(['once', 'again after having cancelled'])(
    'takes %s whoever has enrolled elsewhere before the session was known here',
    async (how) => {
      const id = await published(organiser);
      const [first, next] = (await luotsi.crowd(2, 'counsellor')) as [Actor, Actor];
      await enrol(first, id, elsewhere);
      const isAgain = how !== 'once';
      if (isAgain) await send(first, elsewhere, 'DELETE', `${id}/enrolment`);
      await enrol(next, id);
      const sent = await sentBy(async () =>
        expect(await enrol(first, id)).toMatchObject({
          status: isAgain ? 201 : 200,
          body: { status: 'confirmed' },
        }),
      );
      expect(sent.slice(0, 3)).toEqual(['enrolment keep', 'enrolment lock', 'enrolment held']);
      const steps = await luotsi.query<{ steps: number }>(
        `SELECT (SELECT count(*)::int FROM calendar.enrolment_transition t
           WHERE t.enrolment_id = e.id) AS steps
         FROM calendar.enrolment e WHERE e.session_id = $1 ORDER BY e.person_id = $2`,
        [id, first.id],
      );
      expect(steps.map(({ steps }) => steps)).toEqual([1, isAgain ? 3 : 1]);
    },
  );

  const closesIn = (id: string, seconds: number) =>
    luotsi.query(
      `UPDATE calendar.session SET enrolment_closes = clock_timestamp() + $2 * interval '1 s'
       WHERE id = $1`,
      [id, seconds],
    );
  const isClosed = (id: string) =>
    eventually(async () => {
      const [row] = await luotsi.query<{ closed: boolean }>(
        `SELECT enrolment_closes < clock_timestamp() AS closed FROM calendar.session WHERE id = $1`,
        [id],
      );
      expect(row?.closed).toBe(true);
    });

  it('is over when enrolment closes, though the session was read before', async () => {
    // Once more where a busy machine didn't get the first two in before it closed.
    await eventually(async () => {
      const id = await published(organiser);
      const [first, second, late] = (await luotsi.crowd(3, 'counsellor')) as [Actor, Actor, Actor];
      await closesIn(id, 3);
      expect(await enrol(first, id)).toMatchObject({ status: 201 });
      expect(await sentBy(() => enrol(second, id))).toEqual(['enrolment keep']);
      await isClosed(id);
      expect(await enrol(late, id)).toMatchObject({ status: 409 });
    }, 30_000);
  });

  const HOLD = 'SELECT FROM calendar.session WHERE id = $1 FOR NO KEY UPDATE';
  const REGISTER = `datname = current_database() AND application_name = 'luotsi enrolment'`;
  /** Until the register waits for a session that someone holds. */
  const waits = () =>
    eventually(async () => {
      const waiting = await luotsi.query(
        `SELECT pid FROM pg_stat_activity WHERE ${REGISTER} AND wait_event_type = 'Lock'`,
      );
      expect(waiting).toHaveLength(1);
    });

  it('waits for whoever holds the session with nothing in hand that they may need', async () => {
    const id = await known();
    const person = await luotsi.as('counsellor');
    let pressed: ReturnType<typeof enrol> | undefined;
    await luotsi.database.transaction(async (manager) => {
      await manager.query(HOLD, [id]);
      pressed = enrol(person, id);
      await waits();
      await manager.query(`SET LOCAL lock_timeout = '200ms'`);
      const place = { session: id, person: person.id ?? '' };
      await Enrolments.add(manager, place, organiser.id ?? '', 'Soitti');
    });
    expect(await pressed).toMatchObject({ status: 200, body: { status: 'confirmed' } });
  });

  it('tells of the session as it is, though it waited for whoever was changing it', async () => {
    const id = await published(organiser);
    const person = await luotsi.as('counsellor');
    let pressed: ReturnType<typeof enrol> | undefined;
    await luotsi.database.transaction(async (manager) => {
      const place = JSON.stringify({ fi: 'Pori', sv: 'Björneborg', en: 'Pori' });
      await manager.query('UPDATE calendar.session SET version = version + 1 WHERE id = $1', [id]);
      await manager.query('UPDATE calendar.meeting SET place = $2 WHERE session_id = $1', [
        ...[id, place],
      ]);
      pressed = enrol(person, id);
      await waits();
    });
    expect(await pressed).toMatchObject({ status: 201 });
    const told = await luotsi.query(
      `SELECT facts #>> '{place,sv}' AS place FROM notice.notice WHERE person_id = $1`,
      [person.id],
    );
    expect(told).toEqual([{ place: 'Björneborg' }]);
  });

  it('is over for whoever waited meanwhile, though the one who held it changed nothing', async () => {
    const id = await published(organiser);
    const person = await luotsi.as('counsellor');
    let pressed: ReturnType<typeof enrol> | undefined;
    await luotsi.database.transaction(async (manager) => {
      await closesIn(id, 0.8);
      await manager.query(HOLD, [id]);
      pressed = enrol(person, id);
      await waits();
      await isClosed(id);
    });
    expect(await pressed).toMatchObject({ status: 409 });
  });

  it('keeps nobody waiting but those who come to a session that is held for long', async () => {
    const [stuck, other] = [await known(), await known()];
    const people = (await luotsi.crowd(4, 'counsellor')) as [Actor, Actor, Actor, Actor];
    let stuckThere: ReturnType<typeof enrol>[] = [];
    await luotsi.database.transaction(async (manager) => {
      await manager.query(HOLD, [stuck]);
      const pressed = [enrol(people[0], stuck), enrol(people[1], other), enrol(people[2], stuck)];
      expect(await pressed[1]).toMatchObject({ status: 201 });
      expect(await enrol(people[3], other)).toMatchObject({ status: 201 });
      stuckThere = pressed.filter((_, place) => place !== 1);
    });
    // In, or told that they may press again, where this took long.
    for (const { status } of await Promise.all(stuckThere)) expect([201, 503]).toContain(status);
    for (const person of [people[0], people[2]])
      expect((await enrol(person, stuck)).body).toEqual({ status: 'confirmed' });
  });

  it('says after a while to whoever comes to a session that is held, and has kept nothing', async () => {
    const id = await known();
    const people = (await luotsi.crowd(2, 'counsellor')) as [Actor, Actor];
    await luotsi.database.transaction(async (manager) => {
      await manager.query(HOLD, [id]);
      for (const answer of await Promise.all(people.map((person) => enrol(person, id))))
        expect(answer).toMatchObject({
          ...{ status: 503, retryAfter: '5' },
          body: { type: 'urn:luotsi:problem:session-busy' },
        });
    });
    for (const person of people) expect(await enrol(person, id)).toMatchObject({ status: 201 });
  });

  it('takes several sessions in the order in which everybody locks them', async () => {
    const ids = [await known(), await known(), await known()].sort();
    const [low, high, other] = ids as [string, string, string];
    const people = (await luotsi.crowd(3, 'counsellor')) as [Actor, Actor, Actor];
    let pressed: Promise<{ status: number }[]> | undefined;
    await luotsi.database.transaction(async (manager) => {
      await manager.query(HOLD, [low]);
      await luotsi.database.transaction(async (meanwhile) => {
        await meanwhile.query(HOLD, [other]);
        const first = enrol(people[0], other);
        await waits();
        // They wait for their turn, the later session first, and are taken together.
        const second = enrol(people[1], high);
        await new Promise((resolve) => setTimeout(resolve, 100));
        pressed = Promise.all([first, second, enrol(people[2], low)]);
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
      await waits();
      await manager.query(`${HOLD} NOWAIT`, [high]);
    });
    expect((await pressed)?.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('goes on after its connection was lost', async () => {
    const id = await published(organiser);
    const people = await luotsi.crowd(3, 'counsellor');
    let pressed: Promise<{ status: number }[]> | undefined;
    await luotsi.database.transaction(async (manager) => {
      await manager.query(HOLD, [id]);
      pressed = Promise.all(people.map((person) => enrol(person, id)));
      await waits();
      await luotsi.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE ${REGISTER}`,
      );
    });
    await pressed;
    const again = await Promise.all(people.map((person) => enrol(person, id)));
    expect(again.map(({ body }) => body.status)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });
});
