import { dateOf } from '@luotsi/platform/web';
import { addMonths } from './dates';
import type { Meeting, SessionItem } from '@luotsi/calendar/model';

/** The sessions that begin on one day. */
export interface AgendaDay {
  /** `2027-03-11`, as the clocks at the place show it. */
  readonly date: string;
  readonly sessions: readonly SessionItem[];
}

/** A month of the agenda; months of which nothing is known are not there. */
export interface AgendaMonth {
  /** `2027-03` */
  readonly month: string;
  readonly days: readonly AgendaDay[];
}

/** The agenda as a page shows it. */
export interface Agenda {
  /** Sessions that began before the agenda does and still go on. */
  readonly underWay: readonly SessionItem[];
  readonly months: readonly AgendaMonth[];
}

/** The meetings that are to be held; all of them when none is, so that a cancelled session has a date. */
export function heldMeetings(session: Pick<SessionItem, 'meetings'>): readonly Meeting[] {
  const held = session.meetings.filter((meeting) => !meeting.cancelled);
  return held.length > 0 ? held : session.meetings;
}

/** The day a session begins on, where it is held. */
export function firstDay(session: Pick<SessionItem, 'meetings'>): string | undefined {
  const first = heldMeetings(session)[0];
  return first && dateOf(first.start, first.timeZone);
}

/**
 * The months between those that have sessions, and on to `last`: what is planned may stand there.
 * @param first the month that the agenda begins with
 * @param last the last one to show at least, `2027-03`
 */
export function withQuietMonths(
  months: readonly AgendaMonth[],
  first: string,
  last: string,
): readonly AgendaMonth[] {
  const all: AgendaMonth[] = [];
  const end = months.at(-1)?.month ?? first;
  for (let month = first; month <= (last > end ? last : end); month = addMonths(month, 1))
    all.push(months.find((known) => known.month === month) ?? { month, days: [] });
  return all;
}

/**
 * Puts sessions under their days and months, in order.
 * @param from the calendar date that the agenda begins with
 */
export function agendaOf(sessions: readonly SessionItem[], from: string): Agenda {
  const underWay: SessionItem[] = [];
  const days = new Map<string, SessionItem[]>();
  for (const session of sessions) {
    const date = firstDay(session);
    if (date === undefined || date < from) underWay.push(session);
    else days.set(date, [...(days.get(date) ?? []), session]);
  }
  const months = new Map<string, AgendaDay[]>();
  for (const [date, onDay] of [...days].sort(([one], [other]) => one.localeCompare(other))) {
    const month = date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), { date, sessions: onDay }]);
  }
  return { underWay, months: [...months].map(([month, all]) => ({ month, days: all })) };
}
