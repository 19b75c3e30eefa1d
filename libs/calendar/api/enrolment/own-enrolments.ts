import { Injectable } from '@nestjs/common';
import {
  isActive,
  outReasons,
  outlook,
  whyNotOpen,
  type EnrolmentItem,
  type EnrolmentNeeds,
  type EnrolmentStatus,
  type OwnEnrolment,
} from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
import { CalendarDatabase } from '../calendar-database';
import { EnrolmentRegister } from './enrolment-register';
import { REGIONS, SHARES } from './enrolment-statements';
import { NEEDS_OVER } from '../needs/needs-retention';
import { SEATS_COLUMNS, seatsOf, type SeatsRow, type ShareRow } from './seats-row';
import { ITEM_COLUMNS, toItem, type ItemRow } from '../sessions/session-row';

interface OwnRow extends ItemRow {
  readonly at: Date;
  /** Null: they came without a seat. */
  readonly held: EnrolmentStatus | null;
  readonly position: number | null;
  readonly offer_expires: Date | null;
  readonly due_at: Date | null;
  readonly out: NonNullable<EnrolmentItem['out']> | null;
}

interface StandingRow extends SeatsRow {
  readonly at: Date;
  readonly held: EnrolmentStatus | null;
  readonly position: number | null;
  readonly waiting_since: Date | null;
  readonly offer_expires: Date | null;
  readonly history: readonly StepRow[] | null;
  readonly needs: EnrolmentNeeds | null;
  /** Null: the session has a date. */
  readonly interested: boolean | null;
  readonly overlaps: readonly { sessionId: string; title: Localised }[] | null;
}

type Timely = Pick<StandingRow, 'at' | 'held' | 'status' | 'offer_expires' | 'due_at'>;

/** A step as the statement below sends it. */
type StepRow = readonly [
  at: number,
  status: Step['status'],
  reason: Step['reason'],
  by: Step['by'],
  occasion: Step['occasion'] | null,
  note: string | null,
];
type Step = OwnEnrolment['history'][number];

const POSITION = `
  CASE WHEN e.status = 'waitlisted' THEN (
    SELECT count(*)::int FROM calendar.enrolment w
    WHERE w.session_id = e.session_id AND w.status = 'waitlisted' AND w.ticket <= e.ticket
  ) END AS position`;

/** What a person's own pages show of their enrolments. Never part of a shared answer. */
@Injectable()
export class OwnEnrolments {
  constructor(
    private readonly database: CalendarDatabase,
    private readonly register: EnrolmentRegister,
  ) {}

  /**
   * All of a person's enrolments, and where they were without one: upcoming sessions in order of start,
   * then past ones, latest first.
   */
  async all(personId: string): Promise<EnrolmentItem[]> {
    let rows = await this.own(personId);
    // The job is late: what nobody can take any more isn't shown as an offer, nor a line that has moved.
    const late = rows.filter(isLate);
    if (late.length > 0) {
      await Promise.all(late.map(({ id }) => this.register.settle(id)));
      rows = await this.own(personId);
    }
    const items = rows.map((row) => toOwnItem(row, row.at.getTime()));
    return [...items.filter(({ past }) => !past), ...items.filter(({ past }) => past).reverse()];
  }

  private own(personId: string): Promise<OwnRow[]> {
    return this.database.rows<OwnRow>({ name: 'own enrolments', text: OWN, values: [personId] });
  }

  /** How a person stands in one session. @throws ProblemException `not-found`, also for a draft */
  async inSession(sessionId: string, personId: string): Promise<OwnEnrolment> {
    let row = await this.standing(sessionId, personId);
    if (isLate(row)) {
      await this.register.settle(sessionId);
      row = await this.standing(sessionId, personId);
    }
    const outlook = await this.outlook(sessionId, personId, row);
    return {
      status: row.held ?? 'none',
      ...(row.position === null ? {} : { position: row.position }),
      ...(row.waiting_since ? { waitingSince: row.waiting_since.toISOString() } : {}),
      ...(row.offer_expires ? { offerExpires: row.offer_expires.toISOString() } : {}),
      ...(outlook ? { outlook } : {}),
      ...(row.needs ? { needs: row.needs } : {}),
      ...(row.interested === null ? {} : { interested: row.interested }),
      overlaps: [...(row.overlaps ?? [])],
      history: (row.history ?? []).map(toStep),
    };
  }

  private async standing(sessionId: string, personId: string): Promise<StandingRow> {
    const [row] = await this.database.rows<StandingRow>({
      name: 'own enrolment',
      text: STANDING,
      values: [sessionId, personId],
    });
    if (!row) throw new ProblemException('not-found');
    return row;
  }

  /** Where enrolling would lead now; null for those who are in, and where it would be refused. */
  private async outlook(sessionId: string, personId: string, row: StandingRow) {
    const now = row.at.getTime();
    const isIn = row.held !== null && isActive(row.held);
    if (isIn || whyNotOpen(seatsOf(row), now)) return null;
    const holds = row.shared_until !== null && row.shared_until > row.at;
    if (!holds || row.approval) return outlook(seatsOf(row), null);
    const [shares, [lives]] = await Promise.all([
      this.database.rows<ShareRow>({ name: 'own shares', text: SHARES, values: [[sessionId]] }),
      this.database.rows<{ region: string }>({
        name: 'own region',
        text: REGIONS,
        values: [[personId]],
      }),
    ]);
    return outlook(seatsOf(row, shares), lives?.region ?? null);
  }
}

/**
 * Whether something is over which nobody has dealt with yet: one's own offer; or, while one waits,
 * someone else's offer or the time for which seats are kept for regions.
 */
function isLate({ at, ...row }: Timely): boolean {
  if (row.offer_expires !== null && row.offer_expires <= at) return true;
  const waits = row.held === 'waitlisted' && row.status === 'published';
  return waits && row.due_at !== null && row.due_at <= at;
}

function toStep([at, status, reason, by, occasion, note]: StepRow): Step {
  return {
    ...{ at: new Date(at).toISOString(), status, reason, by },
    ...(occasion ? { occasion } : {}),
    ...(note === null ? {} : { note }),
  };
}

function toOwnItem(row: OwnRow, now: number): EnrolmentItem {
  const { id, title, form, status, place, meetings, cancellationReason } = toItem(row, now);
  return {
    sessionId: id,
    status: row.held ?? 'none',
    ...(row.position === null ? {} : { position: row.position }),
    ...(row.offer_expires ? { offerExpires: row.offer_expires.toISOString() } : {}),
    ...(row.out ? { out: row.out } : {}),
    past: row.last_end !== null && row.last_end.getTime() <= now,
    session: { id, title, form, status, place, meetings, cancellationReason },
  };
}

/** $1 person. */
const OWN = `
  SELECT ${ITEM_COLUMNS}, clock_timestamp() AS at, e.status AS held, e.offer_expires, s.due_at,
    ${POSITION},
    CASE WHEN e.status IN ('declined', 'cancelled') THEN (
      SELECT CASE WHEN t.reason = ANY ('{${outReasons.join()}}') THEN t.reason END
      FROM calendar.enrolment_transition t WHERE t.enrolment_id = e.id
      ORDER BY t.sequence DESC LIMIT 1) END AS out
  FROM (
    SELECT session_id FROM calendar.enrolment WHERE person_id = $1
    UNION SELECT m.session_id FROM calendar.attendance a
    JOIN calendar.meeting m ON m.id = a.meeting_id
    WHERE a.person_id = $1 AND a.present AND NOT m.cancelled
  ) mine JOIN calendar.session s ON s.id = mine.session_id
  LEFT JOIN calendar.enrolment e ON e.session_id = s.id AND e.person_id = $1
  WHERE e.id IS NOT NULL OR (s.status = 'published' AND s.last_end <= clock_timestamp())
  ORDER BY s.first_start, s.id`;

const STANDING = `
  SELECT ${SEATS_COLUMNS}, clock_timestamp() AS at, e.status AS held, ${POSITION}, e.offer_expires,
    CASE WHEN e.status = 'waitlisted' THEN e.changed_at END AS waiting_since,
    (SELECT json_build_object('diet', n.diet, 'accessNeeds', n.access_needs)
      FROM calendar.enrolment_needs n
      WHERE n.enrolment_id = e.id AND ${NEEDS_OVER('now()')} IS NOT TRUE) AS needs,
    CASE WHEN s.first_start IS NULL THEN EXISTS (SELECT FROM calendar.session_interest x
      WHERE x.session_id = s.id AND x.person_id = $2) END AS interested,
    (SELECT json_agg(json_build_array((extract(epoch FROM t.at) * 1000)::bigint, t.to_status,
        t.reason, t.actor, t.occasion, t.note) ORDER BY t.sequence DESC)
      FROM calendar.enrolment_transition t WHERE t.enrolment_id = e.id) AS history,
    (SELECT json_agg(json_build_object('sessionId', o.id, 'title', o.title) ORDER BY o.first_start)
      FROM calendar.enrolment i JOIN calendar.session o ON o.id = i.session_id
      WHERE i.person_id = $2 AND i.status NOT IN ('declined', 'cancelled') AND o.id <> s.id
        AND o.status = 'published' AND EXISTS (
          SELECT FROM calendar.meeting mine JOIN calendar.meeting other
            ON other.start_at < mine.end_at AND other.end_at > mine.start_at
          WHERE mine.session_id = s.id AND other.session_id = o.id
            AND NOT mine.cancelled AND NOT other.cancelled)) AS overlaps
  FROM calendar.session s
  LEFT JOIN calendar.enrolment e ON e.session_id = s.id AND e.person_id = $2
  WHERE s.id = $1 AND s.status <> 'draft'`;
