import { TOLD_COLUMNS } from '../notices/session-facts';

/**
 * Locks sessions, in order of id so that two transactions can't wait for each other in a circle.
 * `at`: the database's clock, the same for all processes.
 */
export const LOCK = `
  SELECT s.id, s.status, s.capacity, s.confirmed_count, s.waitlist_count,
    s.next_ticket::float8 AS next_ticket,
    s.enrolment_opens, s.enrolment_closes, s.last_end, clock_timestamp() AS at,
    ${TOLD_COLUMNS}
  FROM calendar.session s WHERE s.id = ANY ($1::uuid[])
  ORDER BY s.id FOR NO KEY UPDATE`;

const HELD_COLUMNS = `e.session_id, e.person_id, e.status, e.ticket::float8 AS ticket, e.sequence`;

/**
 * How people stand: $1 sessions, $2 people, pairwise. `OFFSET 0` keeps each pair a look-up of its own:
 * as a plain join, planned while the table is empty, it reads every enrolment there is.
 */
export const HELD = `
  SELECT held.* FROM unnest($1::uuid[], $2::uuid[]) AS asked (session_id, person_id),
  LATERAL (
    SELECT ${HELD_COLUMNS} FROM calendar.enrolment e
    WHERE e.session_id = asked.session_id AND e.person_id = asked.person_id OFFSET 0
  ) held`;

/**
 * The fronts of waiting lists: $1 sessions, $2 how many of each may leave the line; and as many more
 * as there are free seats.
 */
export const LINE = `
  SELECT first.* FROM unnest($1::uuid[], $2::int[]) AS asked (session_id, number),
  LATERAL (
    SELECT s.capacity, s.confirmed_count FROM calendar.session s
    WHERE s.id = asked.session_id OFFSET 0
  ) s,
  LATERAL (
    SELECT ${HELD_COLUMNS} FROM calendar.enrolment e
    WHERE e.session_id = asked.session_id AND e.status = 'waitlisted'
    ORDER BY e.ticket LIMIT asked.number + s.capacity - s.confirmed_count
  ) first ORDER BY first.session_id, first.ticket`;

/**
 * Keeps what was entered, all in one statement: enrolments ($1–$6), their steps ($7–$13), the
 * sessions' counters ($14–$17); announces whom it concerns ($18 channel, $19 messages).
 */
export const KEEP = `
  WITH kept AS (
    INSERT INTO calendar.enrolment (id, session_id, person_id, status, ticket, sequence)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::int[])
    ON CONFLICT (session_id, person_id) DO UPDATE SET status = excluded.status,
      ticket = excluded.ticket, sequence = excluded.sequence, changed_at = now()
    RETURNING id, session_id, person_id
  ), noted AS (
    INSERT INTO calendar.enrolment_transition
      (enrolment_id, sequence, from_status, to_status, reason, by_person_id)
    SELECT kept.id, step.sequence, step.from_status, step.to_status, step.reason, step.by_person_id
    FROM unnest($7::uuid[], $8::uuid[], $9::int[], $10::text[], $11::text[], $12::text[], $13::uuid[])
      AS step (session_id, person_id, sequence, from_status, to_status, reason, by_person_id)
    JOIN kept USING (session_id, person_id)
  ), counted AS (
    UPDATE calendar.session s SET confirmed_count = given.confirmed,
      waitlist_count = given.waitlisted, next_ticket = given.next_ticket
    FROM unnest($14::uuid[], $15::int[], $16::int[], $17::bigint[])
      AS given (id, confirmed, waitlisted, next_ticket)
    WHERE s.id = given.id AND s.id = ANY ($14::uuid[])
  )
  SELECT pg_notify($18, message) FROM unnest($19::text[]) AS message`;

/**
 * How people stand, and the seats, without a lock: $1 sessions, $2 people, pairwise. What it says may
 * be answered when it means that there is nothing to do.
 */
export const STANDING = `
  SELECT s.id, s.status, s.capacity, s.confirmed_count, s.waitlist_count,
    s.enrolment_opens, s.enrolment_closes, s.first_start, s.last_end,
    clock_timestamp() AS at, e.status AS held,
    CASE WHEN e.status = 'waitlisted' THEN (
      SELECT count(*)::int FROM calendar.enrolment w
      WHERE w.session_id = e.session_id AND w.status = 'waitlisted' AND w.ticket <= e.ticket
    ) END AS position
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (session_id, person_id, place)
  LEFT JOIN LATERAL (
    SELECT s.id, s.status, s.capacity, s.confirmed_count, s.waitlist_count,
      s.enrolment_opens, s.enrolment_closes, s.first_start, s.last_end
    FROM calendar.session s WHERE s.id = asked.session_id OFFSET 0
  ) s ON true
  LEFT JOIN LATERAL (
    SELECT e.session_id, e.status, e.ticket FROM calendar.enrolment e
    WHERE e.session_id = asked.session_id AND e.person_id = asked.person_id OFFSET 0
  ) e ON true
  ORDER BY asked.place`;
