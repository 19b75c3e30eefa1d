import type { SessionStatus } from '@luotsi/calendar/model';
import type { StatusKind } from '@luotsi/platform/web';

/** What a session's state means to its organiser. */
export const statusKinds: Readonly<Record<SessionStatus, StatusKind>> = {
  draft: 'quiet',
  published: 'good',
  postponed: 'act',
  cancelled: 'bad',
  held: 'quiet',
};
