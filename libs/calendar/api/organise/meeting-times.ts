import type { SessionChange, sessionDraft } from '@luotsi/calendar/model';
import { newId, ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Localised } from '@luotsi/platform/model';
import type * as z from 'zod';
import { instantOf } from './wall-clock';

/** A meeting as an organiser wrote it, validated. */
export type MeetingInput = z.output<typeof sessionDraft>['meetings'][number];

/** A meeting as an organiser changes it. */
export type MeetingChange = NonNullable<SessionChange['meetings']>[number];

/** A meeting's row before it is kept: the wall clock as written, and the instants it means. */
export interface MeetingRecord {
  readonly id: string;
  readonly starts: string;
  readonly ends: string;
  readonly time_zone: string;
  readonly start_at: string;
  readonly end_at: string;
  readonly place: Localised | null;
  readonly link: string | null;
}

/** A meeting as it stands: what a change says nothing of stays so. */
export interface StandingMeeting extends Pick<
  MeetingRecord,
  'id' | 'time_zone' | 'place' | 'link'
> {
  /** The wall clock, as it was written: `2027-03-27T09:00`. */
  readonly starts: string;
  readonly ends: string;
  readonly start_at: Date;
  readonly end_at: Date;
}

/**
 * A meeting to be kept.
 * @param standing the meeting that it changes, if it isn't new
 * @throws ProblemException when its times mean no one instant, or it ends before it starts;
 *   `meeting-time-missing` of a new one that doesn't say when it is
 */
export function meetingRecord(
  meeting: MeetingInput | MeetingChange,
  standing?: StandingMeeting,
): MeetingRecord {
  const timeZone = meeting.timeZone ?? standing?.time_zone ?? 'Europe/Helsinki';
  const starts = meeting.start ?? standing?.starts;
  const ends = meeting.end ?? standing?.ends;
  if (starts === undefined || ends === undefined)
    throw new ProblemException('meeting-time-missing');
  // Which of two hours of an autumn night it was stays as it is.
  const isSame = meeting.timeZone === undefined || meeting.timeZone === standing?.time_zone;
  const startAt =
    meeting.start === undefined && meeting.startOffset === undefined && isSame && standing
      ? standing.start_at
      : known(instantOf(starts, timeZone, meeting.startOffset));
  const endAt =
    meeting.end === undefined && meeting.endOffset === undefined && isSame && standing
      ? standing.end_at
      : known(instantOf(ends, timeZone, meeting.endOffset));
  if (endAt <= startAt)
    throw new ProblemException('meeting-ends-first', { start: starts, end: ends });
  return {
    id: standing?.id ?? newId(),
    starts,
    ends,
    time_zone: timeZone,
    start_at: startAt.toISOString(),
    end_at: endAt.toISOString(),
    place: meeting.place === undefined ? (standing?.place ?? null) : meeting.place,
    link: meeting.link === undefined ? (standing?.link ?? null) : meeting.link,
  };
}

function known(instant: ReturnType<typeof instantOf>): Date {
  if (isRefusal(instant)) throw ProblemException.of(instant);
  return instant;
}
