import { instantOf, minuteOf, wallTimeOf } from './helsinki-clock';

/** When someone wants their mail. Times of day (`07:30`) by Finland's clocks. */
export interface MailRhythm {
  /** One letter a day with everything, at this time; null: each as it comes. */
  readonly bundleAt: string | null;
  /** No mail from one time until another, also past midnight; null: at any time. */
  readonly quiet: { readonly from: string; readonly until: string } | null;
}

/** What decides when a notice is mailed. */
export interface ToMail {
  /** Whether its kind is mailed to this person at all. */
  readonly wanted: boolean;
  /** Whether the service owes it, and it can't wait: a session cancelled tomorrow. */
  readonly pressing: boolean;
  /** When it was written, milliseconds since the epoch. */
  readonly writtenAt: number;
}

/**
 * When a notice is mailed, or null when it isn't.
 *
 * | the notice                       | is mailed                          |
 * | -------------------------------- | ---------------------------------- |
 * | of a kind turned off             | never                              |
 * | owed, and can't wait             | at once, in quiet hours too        |
 * | a daily bundle is wished         | at the next time of the bundle     |
 * | else                             | at once                            |
 * | (what then falls in quiet hours) | when they end                      |
 *
 * @returns milliseconds since the epoch, never before it was written
 */
export function whenToMail(notice: ToMail, rhythm: MailRhythm): number | null {
  if (!notice.wanted) return null;
  if (notice.pressing) return notice.writtenAt;
  const { bundleAt, quiet } = rhythm;
  const wished = bundleAt === null ? notice.writtenAt : nextTime(bundleAt, notice.writtenAt);
  return quiet === null ? wished : endOfQuiet(quiet, wished);
}

/** The next instant from `from` on at which Finland's clocks come to a time of day. */
function nextTime(timeOfDay: string, from: number): number {
  const { day } = wallTimeOf(from);
  const minute = minuteOf(timeOfDay);
  const today = instantOf({ day, minute });
  return today >= from ? today : instantOf({ day: day + 1, minute });
}

/** The end of the quiet hours that an instant falls in; the instant itself outside of them. */
function endOfQuiet({ from, until }: NonNullable<MailRhythm['quiet']>, instant: number): number {
  const [starts, ends] = [minuteOf(from), minuteOf(until)];
  const { day } = wallTimeOf(instant);
  const nights = ends > starts ? 0 : 1;
  for (const first of [day - 1, day]) {
    const begin = instantOf({ day: first, minute: starts });
    const end = instantOf({ day: first + nights, minute: ends });
    if (begin <= instant && instant < end) return end;
  }
  return instant;
}
