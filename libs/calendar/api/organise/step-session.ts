import { takeStep, type SessionStatus, type SessionStep } from '@luotsi/calendar/model';
import { Changes, ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { SESSION_CHANGED } from '../feed/feeds';
import type { ToldRow } from '../notices/session-facts';
import { lockSession } from './change-session';

/** A step that was taken: the state it led to, the one before, and what was to be told before. */
export interface Stepped {
  readonly status: SessionStatus;
  readonly was: SessionStatus;
  readonly before: ToldRow;
}

/**
 * Takes a session a step on: its status, a new revision of its meetings; announces it.
 * @throws ProblemException the transition table's refusals; `session-past` of a draft that is over
 */
export async function stepSession(
  manager: EntityManager,
  id: string,
  step: SessionStep,
  reason: Localised | null,
): Promise<Stepped> {
  const session = await lockSession(manager, id);
  const next = takeStep(session.status, step);
  if (isRefusal(next)) throw ProblemException.of(next);
  if (step === 'publish' && session.status === 'draft' && session.isPast)
    throw new ProblemException('session-past');
  const stepped = { status: next, was: session.status, before: session };
  if (next === session.status) return stepped;
  await manager.query(
    `UPDATE calendar.session SET status = $2, cancellation_reason = $3, changed_at = now(),
       version = version + 1,
       published_at = CASE WHEN $2 = 'draft' THEN NULL ELSE coalesce(published_at, now()) END
     WHERE id = $1`,
    [id, next, reason && JSON.stringify(reason)],
  );
  // A status that calendars show has changed: a new revision of every meeting (RFC 5545 §3.8.7.4).
  await manager.query(
    `UPDATE calendar.meeting SET dtstamp = now(), last_modified = now(),
       sequence = sequence + CASE WHEN $2 = 'draft' THEN 0 ELSE 1 END
     WHERE session_id = $1 AND NOT cancelled`,
    [id, session.status],
  );
  await Changes.announce(manager, SESSION_CHANGED, id);
  return stepped;
}
