import { missingOf, type OrganisedMeeting, type OrganisedSession } from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { PAGE_COLUMNS, toPage, type PageRow } from '../sessions/session-row';

type MeetingRow = readonly [
  id: string,
  start: string,
  end: string,
  startOffset: number,
  endOffset: number,
  timeZone: string,
  place: Localised | null,
  link: string | null,
  cancelled: boolean,
];

/** A row of `ORGANISED_COLUMNS`. */
export interface OrganisedRow extends PageRow {
  readonly link: string | null;
  readonly outline_id: string | null;
  readonly outline_version: number | null;
  readonly series_id: string | null;
  readonly told: number;
  readonly version: number;
  readonly published_at: Date | null;
  readonly changed_at: Date;
  readonly written: readonly MeetingRow[] | null;
  readonly coaches: OrganisedSession['coaches'] | null;
  readonly materials: OrganisedSession['materials'] | null;
}

const wallClock = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI')`;
/** Minutes by which the clocks of a meeting's zone are ahead of UTC at an instant. */
const offset = (instant: string) =>
  `(extract(epoch FROM (${instant} AT TIME ZONE m.time_zone) - (${instant} AT TIME ZONE 'UTC'))
    / 60)::int`;

/** All that an organiser sees of `calendar.session s`, in one row: no query per session. */
export const ORGANISED_COLUMNS = `
  ${PAGE_COLUMNS}, s.link, s.outline_id, s.outline_version, s.series_id, s.version,
    s.published_at, s.changed_at,
    (SELECT count(*)::int FROM calendar.enrolment e WHERE e.session_id = s.id
       AND e.person_id IS NOT NULL AND e.status NOT IN ('cancelled', 'declined')) AS told,
    (SELECT json_agg(json_build_array(m.id, ${wallClock('m.starts')}, ${wallClock('m.ends')},
        ${offset('m.start_at')}, ${offset('m.end_at')}, m.time_zone, m.place,
        m.link, m.cancelled) ORDER BY m.start_at, m.id)
      FROM calendar.meeting m WHERE m.session_id = s.id) AS written,
    (SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id)
      FROM calendar.session_coach c JOIN identity.person p ON p.id = c.person_id
      WHERE c.session_id = s.id) AS coaches,
    (SELECT json_agg(json_build_object('id', f.id, 'title', f.title, 'url', f.url,
        'file', CASE WHEN f.url IS NULL THEN json_build_object('name', f.file_name,
          'mediaType', f.media_type, 'size', f.size) END) ORDER BY f.added_at, f.id)
      FROM calendar.material f WHERE f.session_id = s.id) AS materials`;

/** One session as its organiser sees it, also a draft; null when there is none. */
export async function organisedSession(
  manager: EntityManager,
  id: string,
): Promise<OrganisedSession | null> {
  const [row] = await manager.query<OrganisedRow[]>(
    `SELECT ${ORGANISED_COLUMNS} FROM calendar.session s WHERE s.id = $1`,
    [id],
  );
  return row ? toOrganised(row) : null;
}

/** A row as its organiser sees the session. */
export function toOrganised(row: OrganisedRow): OrganisedSession {
  const shown = {
    ...toPage(row, Date.now()),
    meetings: (row.written ?? []).map(toMeeting),
    enrolmentCloses: row.enrolment_closes?.toISOString() ?? null,
    link: row.link,
    coaches: row.coaches ?? [],
    materials: row.materials ?? [],
    outlineId: row.outline_id,
    outlineVersion: row.outline_version,
    seriesId: row.series_id,
    told: row.told,
    version: row.version,
    publishedAt: row.published_at?.toISOString() ?? null,
    changedAt: row.changed_at.toISOString(),
  };
  return { ...shown, missing: missingOf(shown) };
}

function toMeeting([id, start, end, from, to, timeZone, place, link, cancelled]: MeetingRow) {
  return {
    id,
    start,
    end,
    startOffset: offsetText(from),
    endOffset: offsetText(to),
    timeZone,
    place,
    link,
    cancelled,
  } satisfies OrganisedMeeting;
}

/** `+03:00` */
function offsetText(minutes: number): string {
  const two = (number: number) => String(Math.trunc(number)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
