import {
  LONGEST_SERIES,
  onDate,
  recurrenceOf,
  type ClockAnswer,
  type SeriesDate,
  type SeriesRule,
} from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { meetingRecord, type MeetingInput } from '../organise/meeting-times';
import { instantOf } from '../organise/wall-clock';

/**
 * The dates that a rule makes, in order, those left out among them. Dates alone are worked out, as
 * midnights in UTC, where no clock changes; times of the day are put on them afterwards.
 * @param first the first date: `2027-01-12`
 * @throws ProblemException `series-too-long`
 */
export function datesOf(rule: SeriesRule, first: string): string[] {
  const dtstart = Temporal.PlainDate.from(first).toZonedDateTime('UTC');
  const recurrence = new RRuleTemporal({ rruleString: recurrenceOf(rule, first), dtstart });
  const dates: string[] = [];
  recurrence.all((date) => {
    dates.push(date.toString().slice(0, 10));
    return dates.length <= LONGEST_SERIES;
  });
  if (dates.length > LONGEST_SERIES)
    throw new ProblemException('series-too-long', { most: LONGEST_SERIES });
  return dates;
}

/**
 * The dates of a series with its meetings: at the same time by the wall clock, whatever the clocks do.
 * @param meetings of the first session
 * @throws ProblemException `series-too-long`, `meeting-ends-first`
 */
export function seriesDates(
  rule: SeriesRule,
  meetings: readonly MeetingInput[],
  answers: readonly ClockAnswer[],
): (SeriesDate & { meetings: MeetingInput[] })[] {
  const first = meetings[0]?.start.slice(0, 10) ?? '';
  return datesOf(rule, first).map((date) => {
    const answer = answers.find((one) => one.date === date)?.take;
    const moved = onDate(meetings, date).map((meeting) =>
      answer ? meant(meeting, answer) : meeting,
    );
    return {
      date,
      meetings: moved,
      skipped: rule.skip.includes(date),
      trouble: moved.map(troubleOf).find((trouble) => trouble !== null) ?? null,
    };
  });
}

function troubleOf(meeting: MeetingInput): SeriesDate['trouble'] {
  const { start, end, timeZone, startOffset, endOffset } = meeting;
  const ends = [instantOf(start, timeZone, startOffset), instantOf(end, timeZone, endOffset)];
  const refused = ends.find((one) => isRefusal(one));
  if (refused && isRefusal(refused)) return refused.refused as SeriesDate['trouble'];
  meetingRecord(meeting);
  return null;
}

/** A meeting whose time the clocks skip or show twice, as it was answered for. */
function meant(meeting: MeetingInput, disambiguation: ClockAnswer['take']): MeetingInput {
  const read = (wall: string) => {
    const at = Temporal.PlainDateTime.from(wall).toZonedDateTime(meeting.timeZone, {
      disambiguation,
    });
    return { wall: at.toPlainDateTime().toString().slice(0, 16), offset: at.offset };
  };
  const [start, end] = [read(meeting.start), read(meeting.end)];
  return {
    ...meeting,
    ...{ start: start.wall, startOffset: start.offset },
    ...{ end: end.wall, endOffset: end.offset },
  };
}

/** An instant so many days later at the same time of the day in Finland. */
export function daysLater(instant: string, days: number): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/Helsinki')
    .add({ days })
    .toInstant()
    .toString();
}
