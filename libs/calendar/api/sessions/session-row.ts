import type { Localised } from '@luotsi/platform/model';
import {
  statusAt,
  whyNotOpen,
  type EnrolmentTimes,
  type Meeting,
  type OrganiserReference,
  type PromotionKind,
  type RegionalSeats,
  type SessionForm,
  type SessionItem,
  type SessionPage,
  type SessionStatus,
} from '@luotsi/calendar/model';

/**
 * What a list shows of `calendar.session s`, everything in one row: no query per session. Instants
 * inside JSON are milliseconds since the epoch, which cost least to make and to read (with
 * `date_part`: `extract` reckons in decimals, three times as long).
 */
export const ITEM_COLUMNS = `
  s.id, s.status, s.title, s.summary, s.form, s.languages, s.theme_id, s.place,
  s.capacity, s.confirmed_count, s.offered_count, s.waitlist_count, s.cancellation_reason,
  s.enrolment_opens, s.enrolment_closes, s.first_start, s.last_end,
  s.planned_year, s.planned_month,
  CASE WHEN s.first_start IS NULL THEN (SELECT count(*)::int FROM calendar.session_interest i
    WHERE i.session_id = s.id) END AS interest_count, s.organising_group_id, s.organising_organisation_id,
  coalesce(
    (SELECT g.name FROM network."group" g WHERE g.id = s.organising_group_id),
    (SELECT o.name FROM network.organisation o WHERE o.id = s.organising_organisation_id)
  ) AS organiser_name,
  ARRAY(SELECT c.code FROM calendar.session_competence c WHERE c.session_id = s.id ORDER BY 1)
    AS competences,
  ARRAY(SELECT r.code FROM calendar.session_region r WHERE r.session_id = s.id ORDER BY 1)
    AS regions,
  (SELECT json_agg(json_build_array(m.id, date_part('epoch', m.start_at) * 1000,
      date_part('epoch', m.end_at) * 1000, m.time_zone, m.place, m.cancelled)
      ORDER BY m.start_at, m.id)
    FROM calendar.meeting m WHERE m.session_id = s.id) AS meetings`;

/** What a session's own page shows besides. */
export const PAGE_COLUMNS = `${ITEM_COLUMNS},
  s.description, s.target_group, s.contact, s.price, s.accessibility, s.plan_item_id,
  s.approval, s.promotion, s.offer_hours, s.regional_seats_until, s.asks_diet, s.asks_access_needs,
  s.attendance_rule,
  CASE WHEN s.waitlist_count > 0 THEN (SELECT w.changed_at FROM calendar.enrolment w
    WHERE w.session_id = s.id AND w.status = 'waitlisted' ORDER BY w.ticket LIMIT 1)
    END AS waitlist_since,
  (SELECT json_agg(json_build_object('region', h.region_code, 'seats', h.seats)
      ORDER BY h.region_code)
    FROM calendar.session_share h WHERE h.session_id = s.id) AS regional_seats`;

type MeetingRow = readonly [
  id: string,
  start: number,
  end: number,
  timeZone: string,
  place: Localised | null,
  cancelled: boolean,
];

/** A row of ITEM_COLUMNS. */
export interface ItemRow {
  readonly id: string;
  readonly status: SessionStatus;
  readonly title: Localised;
  readonly summary: Localised;
  readonly form: SessionForm;
  readonly languages: SessionItem['languages'];
  readonly theme_id: string | null;
  readonly place: Localised | null;
  readonly capacity: number;
  readonly confirmed_count: number;
  readonly offered_count: number;
  readonly waitlist_count: number;
  readonly cancellation_reason: Localised | null;
  readonly enrolment_opens: Date | null;
  readonly enrolment_closes: Date | null;
  /** Null, like `last_end`: it has no date yet. */
  readonly first_start: Date | null;
  readonly last_end: Date | null;
  readonly planned_year: number | null;
  readonly planned_month: number | null;
  /** Null: it has a date. */
  readonly interest_count: number | null;
  readonly organising_group_id: string | null;
  readonly organising_organisation_id: string | null;
  readonly organiser_name: Localised | null;
  readonly competences: string[];
  readonly regions: string[];
  /** Null: none. */
  readonly meetings: readonly MeetingRow[] | null;
}

/** A row of PAGE_COLUMNS. */
export interface PageRow extends ItemRow {
  readonly description: Localised;
  readonly target_group: Localised;
  readonly contact: string;
  readonly price: Localised;
  readonly accessibility: Localised;
  readonly plan_item_id: string | null;
  readonly approval: boolean;
  readonly promotion: PromotionKind;
  readonly offer_hours: number;
  readonly regional_seats_until: Date | null;
  readonly regional_seats: RegionalSeats[] | null;
  readonly asks_diet: boolean;
  readonly asks_access_needs: boolean;
  readonly attendance_rule: number | null;
  readonly waitlist_since: Date | null;
}

/** An instant as it is read: whole, or in milliseconds since the epoch, which cost less to read. */
type Instant = Date | number;

/** The columns that say when one can enrol. */
export interface TimesRow {
  readonly status: SessionStatus;
  readonly enrolment_opens: Instant | null;
  readonly enrolment_closes: Instant | null;
  readonly first_start: Instant | null;
  readonly last_end: Instant | null;
}

/**
 * When one can enrol in a session: until the start, unless it closes earlier. One without a date
 * begins at infinity.
 */
export function timesOf(row: TimesRow): EnrolmentTimes {
  const firstStart = Number(row.first_start ?? Infinity);
  const lastEnd = Number(row.last_end ?? Infinity);
  return {
    status: row.status,
    opens: row.enrolment_opens === null ? null : Number(row.enrolment_opens),
    closes: Math.min(Number(row.enrolment_closes ?? firstStart), lastEnd),
    firstStart,
    lastEnd,
  };
}

/** A row as the list's item. @param now milliseconds since the epoch */
export function toItem(row: ItemRow, now: number): SessionItem {
  const times = timesOf(row);
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    form: row.form,
    status: statusAt(row.status, times.lastEnd, now),
    languages: row.languages,
    theme: row.theme_id,
    competences: row.competences,
    regions: row.regions,
    organiser: toOrganiser(row),
    place: row.place,
    meetings: (row.meetings ?? []).map(toMeeting),
    planned: toPlanned(row),
    ...(row.interest_count === null ? {} : { interestCount: row.interest_count }),
    capacity: row.capacity,
    confirmedCount: row.confirmed_count,
    ...(row.offered_count > 0 ? { offeredCount: row.offered_count } : {}),
    waitlistCount: row.waitlist_count,
    enrolmentOpens: row.enrolment_opens?.toISOString() ?? null,
    enrolmentCloses: Number.isFinite(times.closes) ? new Date(times.closes).toISOString() : null,
    enrolmentOpen: whyNotOpen(times, now) === null,
    cancellationReason: row.cancellation_reason,
  };
}

/** A row as the session's page. */
export function toPage(row: PageRow, now: number): SessionPage {
  return {
    ...toItem(row, now),
    description: row.description,
    targetGroup: row.target_group,
    contact: row.contact,
    price: row.price,
    accessibility: row.accessibility,
    waitlistSince: row.waitlist_since?.toISOString() ?? null,
    planItemId: row.plan_item_id,
    approval: row.approval,
    promotion: row.promotion,
    offerHours: row.offer_hours,
    regionalSeats: row.regional_seats ?? [],
    regionalSeatsUntil: row.regional_seats_until?.toISOString() ?? null,
    asksDiet: row.asks_diet,
    asksAccessNeeds: row.asks_access_needs,
    attendanceRule: row.attendance_rule,
  };
}

/** While there is no date. */
function toPlanned({ first_start, planned_year: year, planned_month: month }: ItemRow) {
  return first_start === null && year !== null ? { year, month } : null;
}

function toOrganiser(row: ItemRow): (OrganiserReference & { name: Localised }) | null {
  const id = row.organising_group_id ?? row.organising_organisation_id;
  if (id === null || row.organiser_name === null) return null;
  const type = row.organising_group_id === null ? 'organisation' : 'group';
  return { type, id, name: row.organiser_name };
}

function toMeeting([id, start, end, timeZone, place, cancelled]: MeetingRow): Meeting {
  return {
    id,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    timeZone,
    place,
    cancelled,
  };
}
