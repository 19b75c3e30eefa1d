import type { SessionStatus } from '@luotsi/calendar/model';

/** A page of a session for its organiser: a line here makes it a link in the frame. */
export interface OrganiseLink {
  /** The name of it: a key of `links` in the frame's texts. */
  readonly name: 'details' | 'participants' | 'attendance' | 'feedback' | 'outline' | 'series';
  /** What follows `/organise/sessions/:id`. */
  readonly path: string;
  /** In which states there is something on it; in all unless given. */
  readonly when?: readonly SessionStatus[];
  /** Only where the session comes from one. */
  readonly from?: 'outlineId' | 'seriesId';
}

/** The pages in the order in which an organiser comes to need them. */
export const organiseLinks: readonly OrganiseLink[] = [
  { name: 'details', path: '' },
  { name: 'participants', path: 'participants' },
  { name: 'attendance', path: 'attendance', when: ['published', 'held'] },
  { name: 'feedback', path: 'feedback', when: ['held'] },
  { name: 'outline', path: 'outline', from: 'outlineId' },
  { name: 'series', path: 'series', from: 'seriesId' },
];
