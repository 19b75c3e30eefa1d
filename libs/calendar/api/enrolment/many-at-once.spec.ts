import type { Enrolled, OwnEnrolment } from '@luotsi/calendar/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { published } from '../session-fixtures';

describe('many people at once, at two instances of the application', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  let addresses: string[];
  beforeAll(async () => {
    luotsi = await testApp({ listen: true });
    organiser = await luotsi.as('nationalCoordinator');
    addresses = [luotsi.address, await luotsi.another()];
  });
  afterAll(() => luotsi.close());

  /** Sends a request to one of the instances, each on a connection of its own. */
  const send = async (actor: Actor, place: number, method: 'POST' | 'DELETE', id: string) => {
    const address = `${addresses[place % addresses.length] ?? ''}/api/sessions/${id}/enrolment`;
    const response = await fetch(address, { method, headers: { cookie: actor.cookie } });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as Enrolled };
  };

  interface Row {
    person_id: string;
    status: string;
    ticket: number;
    place: number;
  }
  const kept = (id: string) =>
    luotsi.query<Row>(
      `SELECT person_id, status, ticket::int, row_number() OVER (
         PARTITION BY status ORDER BY ticket)::int AS place
       FROM calendar.enrolment WHERE session_id = $1 ORDER BY ticket`,
      [id],
    );
  const counters = async (id: string) =>
    (
      await luotsi.query<{ confirmed: number; waitlisted: number }>(
        `SELECT confirmed_count AS confirmed, waitlist_count AS waitlisted
         FROM calendar.session WHERE id = $1`,
        [id],
      )
    )[0];

  it('confirms exactly 20 of 200 and lines up the rest in order of arrival, without gaps', async () => {
    const id = await published(organiser, { capacity: 20 });
    const people = await luotsi.crowd(200, 'counsellor');
    const answers = await Promise.all(people.map((person, n) => send(person, n, 'POST', id)));

    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const confirmed = answers.filter(({ body }) => body.status === 'confirmed');
    const positions = answers.flatMap(({ body }) => body.position ?? []);
    expect(confirmed).toHaveLength(20);
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 180 }, (_, n) => n + 1));

    const rows = await kept(id);
    expect(rows.map(({ ticket }) => ticket)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    expect(rows.slice(0, 20).every(({ status }) => status === 'confirmed')).toBe(true);
    const placeOf = new Map(rows.map((row) => [row.person_id, row.place]));
    people.forEach((person, n) => {
      const answer = answers[n]?.body;
      if (answer?.status === 'waitlisted')
        expect(answer.position).toBe(placeOf.get(person.id ?? ''));
    });
    expect(await counters(id)).toEqual({ confirmed: 20, waitlisted: 180 });
  });

  it('takes one person who presses ten times once', async () => {
    const id = await published(organiser);
    const person = await luotsi.as('counsellor');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => send(person, n, 'POST', id)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ body }) => body.status === 'confirmed')).toBe(true);
    expect(await kept(id)).toHaveLength(1);
  });

  it('stays right in a storm of enrolling and cancelling over several sessions', async () => {
    const ids = await Promise.all([2, 3, 5].map((capacity) => published(organiser, { capacity })));
    const people = await luotsi.crowd(40, 'counsellor');
    const storm = people.flatMap((person, n) =>
      ids.flatMap((id, m) => [
        send(person, n + m, 'POST', id),
        ...(n % 3 === 0 ? [send(person, n + m + 1, 'DELETE', id)] : []),
        ...(n % 4 === 0 ? [send(person, n + m, 'POST', id)] : []),
      ]),
    );
    const answers = await Promise.all(storm);
    expect(answers.filter(({ status }) => ![200, 201, 204].includes(status))).toEqual([]);
    for (const [n, id] of ids.entries()) {
      const capacity = [2, 3, 5][n] ?? 0;
      const rows = await kept(id);
      const of = (status: string) => rows.filter((row) => row.status === status);
      expect(of('confirmed')).toHaveLength(capacity);
      expect(await counters(id)).toEqual({
        confirmed: capacity,
        waitlisted: of('waitlisted').length,
      });
      // Nobody who waits came before anyone who was confirmed.
      const last = Math.max(...of('confirmed').map(({ ticket }) => ticket));
      expect(of('waitlisted').every(({ ticket }) => ticket > last)).toBe(true);
    }
    const [wrong] = await luotsi.query<{ count: number }>(
      `SELECT count(*)::int FROM calendar.enrolment e WHERE e.sequence + 1 <>
         (SELECT count(*) FROM calendar.enrolment_transition t WHERE t.enrolment_id = e.id)`,
    );
    expect(wrong?.count).toBe(0);
  });

  it('empties a full session one by one, promoting in order of arrival', async () => {
    const id = await published(organiser, { capacity: 3 });
    const people = await luotsi.crowd(12, 'counsellor');
    for (const [n, person] of people.entries()) await send(person, n, 'POST', id);
    for (const [n, person] of people.slice(0, 9).entries()) {
      await send(person, n, 'DELETE', id);
      const next = people[n + 3];
      const { body } = await (next ?? person).get<OwnEnrolment>(`/api/sessions/${id}/enrolment`);
      expect(body.status).toBe('confirmed');
    }
    expect(await counters(id)).toEqual({ confirmed: 3, waitlisted: 0 });
  });
});
