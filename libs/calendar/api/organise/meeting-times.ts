import type { sessionDraft } from '@luotsi/calendar/model';
import { newId, ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
import type * as z from 'zod';
import { instantOf } from './wall-clock';

/** A meeting as an organiser wrote it, validated. */
export type MeetingInput = z.output<typeof sessionDraft>['meetings'][number];

/** A meeting's row before it is kept: the wall clock as written, and the instants it means. */
export interface MeetingRecord {
  readonly id: string;
  readonly starts: string;
  readonly ends: string;
  readonly time_zone: string;
  readonly start_at: string;
  readonly end_at: string;
  readonly place: string | null;
  readonly link: string | null;
}

/**
 * A meeting to be kept.
 * @throws ProblemException when its times mean no one instant, or it ends before it starts
 */
export function meetingRecord(meeting: MeetingInput): MeetingRecord {
  const { start, end, timeZone, startOffset, endOffset } = meeting;
  const startAt = known(instantOf(start, timeZone, startOffset));
  const endAt = known(instantOf(end, timeZone, endOffset));
  if (endAt <= startAt) throw new ProblemException('meeting-ends-first', { start, end });
  return {
    id: newId(),
    starts: start,
    ends: end,
    time_zone: timeZone,
    start_at: startAt.toISOString(),
    end_at: endAt.toISOString(),
    place: meeting.place ? JSON.stringify(meeting.place) : null,
    link: meeting.link ?? null,
  };
}

function known(instant: ReturnType<typeof instantOf>): Date {
  if (isRefusal(instant)) throw ProblemException.of(instant);
  return instant;
}
