import type { NewNotice } from '@luotsi/notice/api';
import type { Localised, NoticeFacts, NoticeMoment } from '@luotsi/platform/model';
import type { CalendarNoticeKind } from './notice-kinds';

/** What notices say of `calendar.session s`: its name, and when and where it begins. */
export const TOLD_COLUMNS = `
  s.title, s.first_start,
  (SELECT json_build_array(m.time_zone, coalesce(m.place, s.place)) FROM calendar.meeting m
    WHERE m.session_id = s.id AND NOT m.cancelled ORDER BY m.start_at, m.id LIMIT 1) AS first_meeting`;

/** A row of TOLD_COLUMNS. */
export interface ToldRow {
  readonly title: Localised;
  /** Null: it has no date yet. */
  readonly first_start: Date | null;
  readonly first_meeting: readonly [timeZone: string, place: Localised | null] | null;
}

/** What stands in a session's notices. */
export function sessionFacts(session: ToldRow): NoticeFacts {
  const { title, first_meeting } = session;
  return { session: title, when: startOf(session), place: first_meeting?.[1] ?? null };
}

/** What stands, besides, in a notice about several sessions. */
export function severalFacts(sessions: readonly ToldRow[]): NoticeFacts {
  const all = sessions.map((session) => ({ name: session.title, when: startOf(session) }));
  return { count: all.length, sessions: all };
}

function startOf({ first_start, first_meeting }: ToldRow): NoticeMoment | null {
  if (!first_start) return null;
  return {
    at: first_start.toISOString(),
    ...(first_meeting ? { timeZone: first_meeting[0] } : {}),
  };
}

/** What happens within a day can't wait for the morning. */
const PRESSING = 24 * 3_600_000;

/** A notice about a session. @param soonest when it was, or is, to begin, whichever comes first */
export function sessionNotice(
  kind: CalendarNoticeKind,
  people: readonly string[],
  sessionId: string,
  facts: NoticeFacts,
  soonest: Date | null,
): NewNotice {
  const urgent = soonest !== null && soonest.getTime() - Date.now() < PRESSING;
  return { kind, people, facts, link: `/sessions/${sessionId}`, urgent };
}
