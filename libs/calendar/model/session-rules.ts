import { refuse, type Refusal } from '@luotsi/platform/model';
import type { SessionStatus } from './session';

/** What an organiser does with a session. */
export type SessionStep = 'publish' | 'postpone' | 'reschedule' | 'change' | 'cancel';

/** Why a step is refused: the name of a problem. */
export type SessionRefusal =
  'session-draft' | 'session-postponed' | 'session-cancelled' | 'session-past' | 'session-attended';

/**
 * The states of a session, as a coordinator reads them: in this state, this step leads there, or is
 * refused for that reason. A step that leads to the state one is in changes nothing.
 */
export const sessionTransitions: Record<
  SessionStep,
  Record<SessionStatus, SessionStatus | SessionRefusal>
> = {
  publish: {
    draft: 'published',
    published: 'published',
    postponed: 'session-postponed',
    cancelled: 'session-cancelled',
    held: 'session-past',
  },
  postpone: {
    draft: 'session-draft',
    published: 'postponed',
    postponed: 'postponed',
    cancelled: 'session-cancelled',
    held: 'session-past',
  },
  reschedule: {
    draft: 'draft',
    published: 'published',
    postponed: 'published',
    cancelled: 'session-cancelled',
    // A slip of the pen put it into the past: see `takeStep`.
    held: 'published',
  },
  // Texts and seats; its times are another thing.
  change: {
    draft: 'draft',
    published: 'published',
    postponed: 'postponed',
    cancelled: 'session-cancelled',
    held: 'held',
  },
  cancel: {
    draft: 'session-draft',
    published: 'cancelled',
    postponed: 'cancelled',
    cancelled: 'cancelled',
    held: 'session-past',
  },
};

const refusals: ReadonlySet<string> = new Set<SessionRefusal>([
  'session-draft',
  'session-postponed',
  'session-cancelled',
  'session-past',
  'session-attended',
]);

/**
 * The state that a step leads to, or why it is refused. What is over gets another time only while
 * nobody's attendance is noted: then it took place, and stays when it was.
 * @param isAttended whether anyone's attendance in it is noted
 */
export function takeStep(
  status: SessionStatus,
  step: SessionStep,
  isAttended = false,
): SessionStatus | Refusal<SessionRefusal> {
  if (status === 'held' && step === 'reschedule' && isAttended) return refuse('session-attended');
  const outcome = sessionTransitions[step][status];
  return refusals.has(outcome) ? refuse(outcome as SessionRefusal) : (outcome as SessionStatus);
}

/**
 * The state that a session is in at a time: a published one has been held once it is over. Nobody
 * has to press anything for that.
 * @param lastEnd the end of its last meeting, milliseconds since the epoch like `now`
 */
export function statusAt(kept: SessionStatus, lastEnd: number, now: number): SessionStatus {
  return kept === 'published' && lastEnd <= now ? 'held' : kept;
}
