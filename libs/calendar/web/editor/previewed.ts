import {
  readClock,
  sessionDraft,
  type OrganisedSession,
  type SessionPage,
} from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import { endOf, startOf, type SessionModel } from './session-model';
import { sentOf } from './session-sent';

/** What is known of a session besides what is typed. */
interface Known {
  readonly session: OrganisedSession | undefined;
  readonly organiser: Localised | null;
}

/** What is typed, once it is right, as the session's page will show it to everyone. */
export function pageOf(model: SessionModel, { session, organiser }: Known): SessionPage {
  const sent = sessionDraft.parse(sentOf(model));
  const meetings = model.timing === 'planned' ? [] : model.meetings;
  const held = meetings
    .map((meeting, place) => ({
      id: meeting.id || String(place),
      start: instantOf(startOf(meeting), meeting.timeZone, meeting.startOffset),
      end: instantOf(endOf(meeting), meeting.timeZone, meeting.endOffset),
      timeZone: meeting.timeZone,
      place: Object.values(meeting.place).some((text) => text !== '') ? meeting.place : null,
      cancelled: false,
    }))
    .sort((one, other) => (one.start < other.start ? -1 : 1));
  const closes = sent.enrolmentCloses ?? held[0]?.start ?? null;
  const opens = sent.enrolmentOpens ?? null;
  const now = Date.now();
  const isOpen =
    closes !== null && now < Date.parse(closes) && (opens === null || Date.parse(opens) <= now);
  return {
    id: session?.id ?? '',
    status: session && session.status !== 'draft' ? session.status : 'published',
    ...sent,
    theme: sent.theme ?? null,
    place: sent.place ?? null,
    planned: sent.planned ?? null,
    meetings: held,
    organiser: organiser && { ...(sent.organiser ?? { type: 'group', id: '' }), name: organiser },
    confirmedCount: session?.confirmedCount ?? 0,
    waitlistCount: session?.waitlistCount ?? 0,
    waitlistSince: session?.waitlistSince ?? null,
    enrolmentOpens: opens,
    enrolmentCloses: closes,
    enrolmentOpen: isOpen,
    cancellationReason: session?.cancellationReason ?? null,
    planItemId: session?.planItemId ?? null,
    regionalSeatsUntil: sent.regionalSeatsUntil ?? null,
    attendanceRule: sent.attendanceRule ?? null,
  };
}

function instantOf(wall: string, timeZone: string, offset: string): string {
  const readings = wall === '' ? [] : readClock(wall, timeZone);
  const meant = readings.find((one) => one.offset === offset) ?? readings[0];
  return (meant?.instant ?? new Date(0)).toISOString();
}
