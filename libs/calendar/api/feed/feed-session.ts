import type { EnrolmentStatus } from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';

/** What a feed shows of a session. Dates are of the row, never of the moment of rendering. */
export interface FeedSession {
  readonly id: string;
  /** Changes whenever anything that a feed shows of the session does. */
  readonly revision: string;
  readonly title: Localised;
  readonly summary: Localised;
  readonly form: 'onsite' | 'online' | 'hybrid';
  /** Name of the development theme, for CATEGORIES; null when it has none. */
  readonly theme: Localised | null;
  readonly meetings: readonly FeedMeeting[];
}

/** One meeting: one VEVENT. */
export interface FeedMeeting {
  /** Never changes; kept when the meeting moves. */
  readonly uid: string;
  /** Rises when time, place or status changes (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  /** When this revision of the meeting was made (DTSTAMP and LAST-MODIFIED). */
  readonly changedAt: Date;
  /** Wall-clock times in the meeting's own zone: `2027-03-27T09:00`. */
  readonly start: string;
  readonly end: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** Where it is held; null when only online. */
  readonly place: Localised | null;
  /** The online room; given in a personal feed only. */
  readonly onlineRoom?: string;
  /** How a person stands in it, said first in the description; in a personal feed only. */
  readonly ownStatus?: EnrolmentStatus;
}
