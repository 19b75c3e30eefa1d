import type { SessionDraft } from '@luotsi/calendar/model';
import { ProblemException, SLICES, type Slice } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { SessionWriter } from '../organise/session-writer';
import { published } from '../session-fixtures';
import { DueSeats } from './due-seats';
import { Enrolments } from './enrolments';

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

/** The same storm each time it is run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

describe('enrolment under fire, at two instances of the application', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  let addresses: string[];
  beforeAll(async () => {
    luotsi = await testApp({ listen: true });
    organiser = await luotsi.as('nationalCoordinator');
    addresses = [luotsi.address, await luotsi.another()];
  });
  afterAll(() => luotsi.close());

  const draw = chance(20_270_327);
  const faults: unknown[] = [];

  /** Sends a request to one of the instances, each on a connection of its own. */
  const press = async (by: Actor, method: 'POST' | 'DELETE', id: string, more = '') => {
    const url = `${addresses[draw(2)] ?? ''}/api/sessions/${id}/enrolment${more}`;
    const { status } = await fetch(url, { method, headers: { cookie: by.cookie } });
    if (![200, 201, 204, 401, 409].includes(status)) faults.push([method, more, status]);
  };
  /** @param again a fault after which it is done once more, as a job would be */
  const organise = async (work: Parameters<SessionWriter['work']>[0], again = '') => {
    try {
      await luotsi.app.get(SessionWriter).work(work);
    } catch (fault) {
      if (again !== '' && String(fault).includes(again)) await organise(work, again);
      else if (!(fault instanceof ProblemException)) faults.push(fault);
    }
  };
  const resize = async (id: string, capacity: number) => {
    const { status } = await organiser.patch(`/api/sessions/${id}`, { capacity });
    if (![200, 409].includes(status)) faults.push(['capacity', status]);
  };
  const forget = (person: string) =>
    organise(async (manager) => {
      // As a person is held while every slice forgets them.
      await manager.query('SELECT FROM identity.person WHERE id = $1 FOR NO KEY UPDATE', [person]);
      for (const { personalData } of luotsi.app.get<readonly Slice[]>(SLICES).toReversed())
        await personalData?.forget(manager, person);
      // Enrolled between leaving and going: nothing of it was done, and the next run does all.
    }, 'enrolment_person_id_fkey');

  const storm = async (more: Partial<SessionDraft>) => {
    const id = await published(organiser, { capacity: 4, ...more });
    const people = [
      ...(await luotsi.crowd(16, 'counsellor', { type: 'region', id: '19' })),
      ...(await luotsi.crowd(16, 'counsellor', { type: 'region', id: '01' })),
      ...(await luotsi.crowd(8, 'counsellor')),
    ];
    const gone = people.filter((_, place) => place % 10 === 3);
    const decide = async () => {
      const applied = await luotsi.query<{ person: string }>(
        `SELECT person_id AS person FROM calendar.enrolment
         WHERE session_id = $1 AND status = 'applied'`,
        [id],
      );
      const one = applied[draw(applied.length)];
      if (!one) return;
      const place = { session: id, person: one.person };
      const by = organiser.id ?? '';
      await organise((manager) =>
        draw(5) === 0
          ? Enrolments.refuse(manager, place, by, 'Muu syy')
          : Enrolments.approve(manager, place, by),
      );
    };
    const shots = [
      ...people.map((one) => () => press(one, 'POST', id)),
      ...people.map((one) => async () => {
        const deed = draw(6);
        if (deed === 0) await press(one, 'DELETE', id);
        else if (deed === 1) await press(one, 'POST', id, '/acceptance');
        else if (deed === 2) await press(one, 'DELETE', id, '/acceptance');
        else await press(one, 'POST', id);
      }),
      ...[6, 3, 7, 5, 8].map((capacity) => () => resize(id, capacity)),
      ...(more.approval ? Array.from({ length: 24 }, () => decide) : []),
      ...gone.map((one) => () => forget(one.id ?? '')),
      // Offers made so far are over; so are the shares.
      async () => {
        await luotsi.query(
          `WITH over AS (UPDATE calendar.enrolment SET offer_expires = now()
             WHERE session_id = $1 AND status = 'offered')
           UPDATE calendar.session SET shared_until = least(shared_until, now()),
             due_at = CASE WHEN due_at IS NOT NULL THEN now() END WHERE id = $1`,
          [id],
        );
        await luotsi.app.get(DueSeats).settle();
      },
    ];
    const waiting = [...shots];
    // Twenty at a time, in any order.
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (;;) {
          const [shot] = waiting.splice(draw(waiting.length), 1);
          if (!shot) return;
          await shot();
        }
      }),
    );
    await luotsi.app.get(DueSeats).settle();
    return id;
  };

  it.each([
    ['one that gives seats at once', {}],
    ['one that approves', { approval: true }],
    ['one that offers seats', { promotion: 'offer' }],
    [
      'one that shares seats out by region',
      {
        regionalSeats: [
          { region: '19', seats: 2 },
          { region: '01', seats: 1 },
        ],
        regionalSeatsUntil: inHours(48),
      },
    ],
  ] as const)('keeps %s right', async (_, more) => {
    const id = await storm(more as Partial<SessionDraft>);
    expect(faults).toEqual([]);
    const [counted] = await luotsi.query(COUNTED, [id]);
    expect(counted).toEqual({ isRight: true, free: 0 });
    expect(await luotsi.query(BROKEN_CHAINS, [id])).toEqual([]);
    expect(await luotsi.query(NOT_TOLD_ONCE, [id, `/sessions/${id}`])).toEqual([]);
    // Nobody who waits came before anyone who has got a seat, unless others decided on that.
    if (!('approval' in more) && !('regionalSeats' in more))
      expect(await luotsi.query(SKIPPED, [id])).toEqual([]);
  });
});

/** The counters are what is there, never more than the seats; no seat is free while someone waits. */
const COUNTED = `
  SELECT bool_and(s.confirmed_count = c.confirmed AND s.offered_count = c.offered
      AND s.waitlist_count = c.waitlisted AND s.applied_count = c.applied
      AND c.confirmed + c.offered <= s.capacity) AS "isRight",
    sum(CASE WHEN c.waitlisted > 0 THEN s.capacity - c.confirmed - c.offered ELSE 0 END)::int AS free
  FROM calendar.session s, LATERAL (
    SELECT count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE status = 'offered') AS offered,
      count(*) FILTER (WHERE status = 'waitlisted') AS waitlisted,
      count(*) FILTER (WHERE status = 'applied') AS applied
    FROM calendar.enrolment e WHERE e.session_id = s.id) c
  WHERE s.id = $1`;

/** Every step begins where the one before ended; the last is where the person stands. */
const BROKEN_CHAINS = `
  SELECT e.id FROM calendar.enrolment e, LATERAL (
    SELECT count(*) AS steps, max(t.sequence) AS last,
      bool_and(t.from_status IS NOT DISTINCT FROM t.before) AS chained,
      (array_agg(t.to_status ORDER BY t.sequence DESC))[1] AS now
    FROM (SELECT *, lag(to_status) OVER (ORDER BY sequence) AS before
          FROM calendar.enrolment_transition WHERE enrolment_id = e.id) t
  ) steps
  WHERE e.session_id = $1
    AND NOT (steps.chained AND steps.steps = e.sequence + 1 AND steps.last = e.sequence
      AND steps.now = e.status)`;

/** As many notices as steps, to everyone who is still there. */
const NOT_TOLD_ONCE = `
  SELECT e.person_id, steps.count AS steps, notices.count AS notices
  FROM calendar.enrolment e,
    LATERAL (SELECT count(*)::int FROM calendar.enrolment_transition t
      WHERE t.enrolment_id = e.id) steps,
    LATERAL (SELECT count(*)::int FROM notice.notice n
      WHERE n.person_id = e.person_id AND n.link = $2) notices
  WHERE e.session_id = $1 AND e.person_id IS NOT NULL AND steps.count <> notices.count`;

const SKIPPED = `
  SELECT w.person_id FROM calendar.enrolment w WHERE w.session_id = $1 AND w.status = 'waitlisted'
    AND w.ticket < (SELECT max(ticket) FROM calendar.enrolment s
      WHERE s.session_id = $1 AND s.status IN ('confirmed', 'offered'))`;
