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

/** What stands of a meeting where a change says nothing. */
type Standing = Pick<MeetingRecord, 'id' | 'time_zone' | 'place' | 'link'>;

/**
 * A meeting to be kept.
 * @param standing the meeting that it changes, if it isn't new
 * @throws ProblemException when its times mean no one instant, or it ends before it starts
 */
export function meetingRecord(
  meeting: MeetingInput | MeetingChange,
  standing?: Standing,
): MeetingRecord {
  const { start, end, startOffset, endOffset } = meeting;
  const timeZone = meeting.timeZone ?? standing?.time_zone ?? 'Europe/Helsinki';
  const startAt = known(instantOf(start, timeZone, startOffset));
  const endAt = known(instantOf(end, timeZone, endOffset));
  if (endAt <= startAt) throw new ProblemException('meeting-ends-first', { start, end });
  return {
    id: standing?.id ?? newId(),
    starts: start,
    ends: end,
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
