import { inLanguage, type Language } from '@luotsi/platform/model';
import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { FeedMeeting, FeedSession } from './feed-session';
import { feedWords } from './feed-words';

/** What a session's events are rendered for. */
export interface RenderOptions {
  readonly language: Language;
  /** The address that links begin with: `https://luotsi.example`. */
  readonly origin: string;
  /** A personal feed blocks one's time; the public one does not. */
  readonly personal: boolean;
}

/**
 * The VEVENTs of a session, folded, each line ended with CRLF (RFC 5545 §3.1).
 *
 * ical-generator is slow (a quarter of a millisecond an event), so callers keep the text for as
 * long as the session has not changed. The zone stands on the event, not on the calendar, and the
 * times are plain wall-clock ones: only so are DTSTART with TZID and DTSTAMP in UTC both right,
 * whatever the process's own zone.
 */
export function renderEvents(session: FeedSession, options: RenderOptions): string {
  const calendar = ical();
  for (const meeting of session.meetings) {
    calendar.createEvent(describeEvent(session, meeting, options));
  }
  const text = calendar.toString();
  const from = text.indexOf('BEGIN:VEVENT');
  return from < 0 ? '' : text.slice(from, text.lastIndexOf('END:VCALENDAR'));
}

function describeEvent(session: FeedSession, meeting: FeedMeeting, options: RenderOptions) {
  const words = feedWords[options.language];
  const title = inLanguage(session.title, options.language).text;
  const address = `${options.origin}/sessions/${session.id}`;
  const cancelled = meeting.status === 'CANCELLED';
  const place =
    (meeting.place && inLanguage(meeting.place, options.language).text) ||
    (session.form === 'onsite' ? '' : words.online);
  return {
    id: meeting.uid,
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    lastModified: meeting.changedAt,
    start: Temporal.PlainDateTime.from(meeting.start),
    end: Temporal.PlainDateTime.from(meeting.end),
    timezone: meeting.timeZone,
    summary: cancelled ? `${words.cancelled}: ${title}` : title,
    description: [
      meeting.ownStatus ? words.ownStatus[meeting.ownStatus] : '',
      inLanguage(session.summary, options.language).text,
      meeting.onlineRoom && !cancelled ? `${words.onlineRoom}: ${meeting.onlineRoom}` : '',
      `${words.more}: ${address}`,
    ]
      .filter((paragraph) => paragraph !== '')
      .join('\n\n'),
    ...(place ? { location: place } : {}),
    ...(session.theme
      ? { categories: [{ name: inLanguage(session.theme, options.language).text }] }
      : {}),
    url: address,
    status: ICalEventStatus[meeting.status],
    class: options.personal ? ICalEventClass.PRIVATE : ICalEventClass.PUBLIC,
    transparency:
      options.personal && meeting.status === 'CONFIRMED'
        ? ICalEventTransparency.OPAQUE
        : ICalEventTransparency.TRANSPARENT,
  };
}
