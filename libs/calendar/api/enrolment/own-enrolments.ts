import { Injectable } from '@nestjs/common';
import type {
  EnrolmentItem,
  EnrolmentNeeds,
  EnrolmentStatus,
  OwnEnrolment,
} from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
import { CalendarDatabase } from '../calendar-database';
import { ITEM_COLUMNS, toItem, type ItemRow } from '../sessions/session-row';

interface OwnRow extends ItemRow {
  readonly held: EnrolmentStatus;
  readonly position: number | null;
  readonly offer_expires: Date | null;
}

interface StandingRow {
  readonly status: EnrolmentStatus | null;
  readonly position: number | null;
  readonly waiting_since: Date | null;
  readonly offer_expires: Date | null;
  readonly history: readonly StepRow[] | null;
  readonly needs: EnrolmentNeeds | null;
  /** Null: the session has a date. */
  readonly interested: boolean | null;
  readonly overlaps: readonly { sessionId: string; title: Localised }[] | null;
}

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
  constructor(private readonly database: CalendarDatabase) {}

  /** All of a person's enrolments: upcoming sessions in order of start, then past ones, latest first. */
  async all(personId: string): Promise<EnrolmentItem[]> {
    const now = Date.now();
    const rows = await this.database.rows<OwnRow>({
      name: 'own enrolments',
      text: `SELECT ${ITEM_COLUMNS}, e.status AS held, e.offer_expires, ${POSITION}
        FROM calendar.enrolment e JOIN calendar.session s ON s.id = e.session_id
        WHERE e.person_id = $1 ORDER BY s.first_start, s.id`,
      values: [personId],
    });
    const items = rows.map((row) => toOwnItem(row, now));
    return [...items.filter(({ past }) => !past), ...items.filter(({ past }) => past).reverse()];
  }

  /** How a person stands in one session. @throws ProblemException `not-found`, also for a draft */
  async inSession(sessionId: string, personId: string): Promise<OwnEnrolment> {
    const [row] = await this.database.rows<StandingRow>({
      name: 'own enrolment',
      text: STANDING,
      values: [sessionId, personId],
    });
    if (!row) throw new ProblemException('not-found');
    return {
      status: row.status ?? 'none',
      ...(row.position === null ? {} : { position: row.position }),
      ...(row.waiting_since ? { waitingSince: row.waiting_since.toISOString() } : {}),
      ...(row.offer_expires ? { offerExpires: row.offer_expires.toISOString() } : {}),
      ...(row.needs ? { needs: row.needs } : {}),
      ...(row.interested === null ? {} : { interested: row.interested }),
      overlaps: [...(row.overlaps ?? [])],
      history: (row.history ?? []).map(toStep),
    };
  }
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
    status: row.held,
    ...(row.position === null ? {} : { position: row.position }),
    ...(row.offer_expires ? { offerExpires: row.offer_expires.toISOString() } : {}),
    past: row.last_end !== null && row.last_end.getTime() <= now,
    session: { id, title, form, status, place, meetings, cancellationReason },
  };
}

const STANDING = `
  SELECT e.status, ${POSITION}, e.offer_expires,
    CASE WHEN e.status = 'waitlisted' THEN e.changed_at END AS waiting_since,
    (SELECT json_build_object('diet', n.diet, 'accessNeeds', n.access_needs)
      FROM calendar.enrolment_needs n WHERE n.enrolment_id = e.id) AS needs,
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
