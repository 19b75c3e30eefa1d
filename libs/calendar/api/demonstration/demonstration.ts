import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { insertSessions, type NewSession } from '../organise/insert-sessions';
import { Chance } from './chance';
import { demonstrateAttendance } from './demonstration-attendance';
import { demonstrateDesk, DESK_OF } from './demonstration-desk';
import { demonstrateDemand } from './demonstration-demand';
import { demonstrationEnrolments, type DemonstrationEnrolment } from './demonstration-enrolments';
import { demonstrateFeedback } from './demonstration-feedback';
import { demonstrateGiven } from './demonstration-given';
import { demonstrateOutlines } from './demonstration-outlines';
import { demonstrationSessions } from './demonstration-sessions';

const SEED = 20_270_311;

/**
 * The calendar of the demonstration: some 220 sessions around today, some full with people waiting,
 * some cancelled, one postponed, a few drafts, two without a date.
 */
export async function demonstrateCalendar(manager: EntityManager): Promise<void> {
  const today = new Date();
  const chance = new Chance(SEED);
  const trainers = await manager.query<{ id: string; region: string }[]>(
    `SELECT DISTINCT ON (region_code) id, region_code AS region
     FROM network.organisation WHERE sector = 'education' ORDER BY region_code, id`,
  );
  const people = await manager.query<{ id: string }[]>(
    `SELECT p.id FROM identity.person p
     WHERE p.email LIKE 'counsellor%@demo.%' ORDER BY length(p.email), p.email`,
  );
  const all = demonstrationSessions(
    today,
    chance,
    new Map(trainers.map(({ id, region }) => [region, id])),
  ).sort((one, other) => startOf(one).localeCompare(startOf(other)));
  const ahead = all.filter((session) => startOf(session) > today.toISOString());
  const [postponed, ...cancelled] = [9, 2, 30, 61].flatMap((place) => ahead[place] ?? []);
  const off = new Set([postponed, ...cancelled, all[4], all[20]].map((session) => session?.id));
  const full = new Set<string>();
  const sessions = all.map((session, place) => {
    const isFull = place % 7 === 3 && !off.has(session.id) && startOf(session) < soon(today);
    if (!isFull) return session;
    full.add(session.id);
    return { ...session, input: { ...session.input, capacity: chance.between(10, 16) } };
  });
  const ofDesk = sessions.filter(({ input }) => input.organiser?.id === DESK_OF);
  const drafts = [...sessions.slice(-2), ...ofDesk.slice(-1)].map(({ id }) => id);
  await insertSessions(
    manager,
    sessions.map((one) => (drafts.includes(one.id) ? { ...one, publishedAt: null } : one)),
  );
  const enrolments = demonstrationEnrolments(
    sessions.filter(({ id }) => !drafts.includes(id)),
    full,
    people.map(({ id }) => id),
    today,
    chance,
  );
  await insertEnrolments(manager, enrolments);
  await callOff(manager, 'cancelled', [...cancelled, all[4], all[20]], REASON);
  await callOff(manager, 'postponed', [postponed], null);
  await demonstrateOutlines(manager, today);
  await demonstrateAttendance(manager, today, chance);
  await demonstrateFeedback(manager, today, chance);
  await demonstrateDesk(manager);
  await demonstrateGiven(manager);
  await demonstrateDemand(
    manager,
    today,
    people.map(({ id }) => id),
  );
}

const startOf = (session: NewSession) => session.meetings[0]?.start_at ?? '';
const soon = (today: Date) => new Date(today.getTime() + 55 * 86_400_000).toISOString();

const REASON: Localised = {
  fi: 'Kouluttaja sairastui. Sama koulutus järjestetään uudelleen myöhemmin.',
  sv: 'Utbildaren har insjuknat. Utbildningen ordnas på nytt senare.',
  en: 'The trainer is ill. The same training will be held again later.',
};

async function callOff(
  manager: EntityManager,
  status: 'cancelled' | 'postponed',
  sessions: readonly (NewSession | undefined)[],
  reason: Localised | null,
): Promise<void> {
  const ids = sessions.flatMap((session) => session?.id ?? []);
  await manager.query(
    `UPDATE calendar.session SET status = $2, cancellation_reason = $3 WHERE id = ANY ($1)`,
    [ids, status, reason && JSON.stringify(reason)],
  );
  await manager.query(
    `UPDATE calendar.meeting SET sequence = sequence + 1 WHERE session_id = ANY ($1)`,
    [ids],
  );
}

async function insertEnrolments(
  manager: EntityManager,
  enrolments: readonly DemonstrationEnrolment[],
): Promise<void> {
  await manager.query(
    `WITH kept AS (
       INSERT INTO calendar.enrolment (id, session_id, person_id, status, ticket, changed_at)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, session_id uuid, person_id uuid,
         status text, ticket bigint, at timestamptz)
       RETURNING *
     ), noted AS (
       INSERT INTO calendar.enrolment_transition
         (enrolment_id, sequence, to_status, reason, by_person_id, at)
       SELECT id, sequence, status, 'enrolled', person_id, changed_at FROM kept
     )
     UPDATE calendar.session s SET confirmed_count = counted.confirmed,
       waitlist_count = counted.waitlisted, next_ticket = counted.last + 1
     FROM (
       SELECT session_id, max(ticket) AS last,
         count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
         count(*) FILTER (WHERE status = 'waitlisted') AS waitlisted
       FROM kept GROUP BY session_id
     ) counted WHERE s.id = counted.session_id`,
    [JSON.stringify(enrolments)],
  );
}
