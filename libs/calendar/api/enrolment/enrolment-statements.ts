import { Notices } from '@luotsi/notice/api';
import { TOLD_COLUMNS } from '../notices/session-facts';
import { SEATS_COLUMNS } from './seats-row';

/**
 * Locks sessions, in order of id so that two transactions can't wait for each other in a circle.
 * `at`: the database's clock once they are locked, the same for all processes. `written`: the
 * transaction that wrote the row last (`xmin`), by which KEEP knows whether it is still the same. Not
 * `fresh`: it waited for whoever wrote the row, and what is told of its meetings is from before that.
 */
export const LOCK = `
  SELECT locked.*, clock_timestamp() AS at FROM (
    SELECT s.id, ${SEATS_COLUMNS}, s.next_ticket::float8 AS next_ticket, s.xmin::text AS written,
      (SELECT seen.xmin FROM calendar.session seen WHERE seen.id = s.id) = s.xmin AS fresh,
      ${TOLD_COLUMNS}
    FROM calendar.session s WHERE s.id = ANY ($1::uuid[])
    ORDER BY s.id FOR NO KEY UPDATE
  ) locked`;

/** Of sessions ($1), those that nobody holds at the moment. */
export const NOT_HELD = `
  SELECT id FROM calendar.session WHERE id = ANY ($1::uuid[]) FOR NO KEY UPDATE SKIP LOCKED`;

const HELD_COLUMNS = `
  e.id, e.session_id, e.person_id, e.status, e.ticket::float8 AS ticket, e.sequence, e.offer_expires,
  e.by_offer, e.region_code`;

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

/** As many of a line as may be promoted: those who may leave it, every seat that isn't confirmed. */
const MOST = `asked.number + greatest(0, s.capacity - s.confirmed_count)`;
const SEATS = `
  LATERAL (
    SELECT s.capacity, s.confirmed_count FROM calendar.session s
    WHERE s.id = asked.session_id OFFSET 0
  ) s`;

/** The fronts of waiting lists: $1 sessions, $2 how many of each may leave the line or free a seat. */
export const LINE = `
  SELECT first.* FROM unnest($1::uuid[], $2::int[]) AS asked (session_id, number), ${SEATS},
  LATERAL (
    SELECT ${HELD_COLUMNS} FROM calendar.enrolment e
    WHERE e.session_id = asked.session_id AND e.status = 'waitlisted'
    ORDER BY e.ticket LIMIT ${MOST}
  ) first ORDER BY first.session_id, first.ticket`;

/**
 * The fronts of the lines of those whose region has a share: as LINE. The state is a subquery, so that
 * only the index of regions fits: planned while the table is empty, it would walk the whole line of a
 * session for each region.
 */
export const REGION_LINE = `
  SELECT first.* FROM unnest($1::uuid[], $2::int[]) AS asked (session_id, number), ${SEATS},
  LATERAL (
    SELECT share.region_code FROM calendar.session_share share
    WHERE share.session_id = asked.session_id OFFSET 0
  ) share,
  LATERAL (
    SELECT ${HELD_COLUMNS} FROM calendar.enrolment e
    WHERE e.session_id = asked.session_id AND e.region_code = share.region_code
      AND e.status = (SELECT 'waitlisted')
    ORDER BY e.ticket LIMIT ${MOST}
  ) first`;

/** Standing offers: $1 sessions. No more than there are seats. */
export const OFFERS = `
  SELECT standing.* FROM unnest($1::uuid[]) AS asked (session_id),
  LATERAL (
    SELECT ${HELD_COLUMNS} FROM calendar.enrolment e
    WHERE e.session_id = asked.session_id AND e.status = 'offered'
    ORDER BY e.offer_expires OFFSET 0
  ) standing`;

/** Seats kept for regions, and how many people of each have or are offered one: $1 sessions. */
export const SHARES = `
  SELECT share.session_id, share.region_code, share.seats::int AS seats, counted.taken
  FROM unnest($1::uuid[]) AS asked (session_id),
  LATERAL (
    SELECT share.* FROM calendar.session_share share
    WHERE share.session_id = asked.session_id OFFSET 0
  ) share,
  LATERAL (
    SELECT count(*)::int AS taken FROM calendar.enrolment e
    WHERE e.session_id = share.session_id AND e.region_code = share.region_code
      AND e.status IN ('confirmed', 'offered')
  ) counted`;

/** People's confirmed regions now: $1 people. */
export const REGIONS = `
  SELECT asked.person_id, held.confirmed_region AS region
  FROM unnest($1::uuid[]) AS asked (person_id),
  LATERAL identity.affiliation_at(asked.person_id, clock_timestamp()) held
  WHERE held.confirmed_region IS NOT NULL`;

/**
 * Keeps what was entered, all in one statement: enrolments ($1–$9), their steps ($10–$18), the
 * sessions' counters ($19–$26); announces whom it concerns ($28 channel, $29 messages), and tells them
 * ($30–$37). `written`: its transaction, which has written the sessions' rows now.
 *
 * It keeps all or, with SQLSTATE 40001, nothing: a session must be the row that was read ($27 which
 * transaction wrote it), and an enrolment that was not read must not be there. The sessions come before
 * the enrolments, as where LOCK comes first: whoever holds a session is waited for with nothing in hand,
 * or they could wait in turn for an enrolment of the same person.
 */
export const KEEP = `
  WITH counted AS (
    UPDATE calendar.session s SET confirmed_count = given.confirmed, offered_count = given.offered,
      waitlist_count = given.waitlisted, applied_count = given.applied,
      next_ticket = given.next_ticket, due_at = given.due_at, shared_until = given.shared_until
    FROM unnest($19::uuid[], $20::int[], $21::int[], $22::int[], $23::int[], $24::bigint[],
      $25::timestamptz[], $26::timestamptz[], $27::xid[])
      AS given (id, confirmed, offered, waitlisted, applied, next_ticket, due_at, shared_until, read)
    WHERE s.id = given.id AND s.id = ANY ($19::uuid[]) AND s.xmin = given.read
    RETURNING 1
  ), kept AS (
    INSERT INTO calendar.enrolment AS e (id, session_id, person_id, status, ticket, sequence,
      offer_expires, by_offer, region_code)
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::int[],
      $7::timestamptz[], $8::boolean[], $9::text[])
    WHERE (SELECT count(*) FROM counted) = cardinality($19::uuid[])
    ON CONFLICT (session_id, person_id) DO UPDATE SET status = excluded.status,
      ticket = excluded.ticket, sequence = excluded.sequence,
      offer_expires = excluded.offer_expires, by_offer = excluded.by_offer,
      region_code = excluded.region_code, changed_at = now()
    WHERE e.id = excluded.id
    RETURNING 1
  ), noted AS (
    INSERT INTO calendar.enrolment_transition
      (enrolment_id, sequence, from_status, to_status, reason, actor, by_person_id, occasion, note)
    SELECT * FROM unnest($10::uuid[], $11::int[], $12::text[], $13::text[], $14::text[],
      $15::text[], $16::uuid[], $17::text[], $18::text[])
  ), told AS (${Notices.insertion(30)})
  SELECT pg_current_xact_id()::xid::text AS written,
    calendar.keep_all((SELECT count(*) FROM kept) = cardinality($1::uuid[])
      AND (SELECT count(*) FROM counted) = cardinality($19::uuid[])),
    ARRAY (SELECT pg_notify($28, message)::text FROM unnest($29::text[]) AS message) AS announced`;

const milliseconds = (instant: string) => `round(date_part('epoch', ${instant}) * 1000)`;

/**
 * How people stand, and when one can enrol, without a lock: $1 sessions, $2 people, pairwise. What it
 * says may be answered when it means that there is nothing to do. Instants are milliseconds since the
 * epoch.
 */
export const STANDING = `
  SELECT s.id, s.status, ${['enrolment_opens', 'enrolment_closes', 'first_start', 'last_end']
    .map((column) => `${milliseconds(`s.${column}`)} AS ${column}`)
    .join(', ')},
    ${milliseconds('clock_timestamp()')} AS at, e.status AS held,
    ${milliseconds('e.offer_expires')} AS offer_expires,
    CASE WHEN e.status = 'waitlisted' THEN (
      SELECT count(*)::int FROM calendar.enrolment w
      WHERE w.session_id = e.session_id AND w.status = 'waitlisted' AND w.ticket <= e.ticket
    ) END AS position
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (session_id, person_id, place)
  LEFT JOIN LATERAL (
    SELECT s.id, s.status, s.enrolment_opens, s.enrolment_closes, s.first_start, s.last_end
    FROM calendar.session s WHERE s.id = asked.session_id OFFSET 0
  ) s ON true
  LEFT JOIN LATERAL (
    SELECT e.session_id, e.status, e.ticket, e.offer_expires FROM calendar.enrolment e
    WHERE e.session_id = asked.session_id AND e.person_id = asked.person_id OFFSET 0
  ) e ON true
  ORDER BY asked.place`;
