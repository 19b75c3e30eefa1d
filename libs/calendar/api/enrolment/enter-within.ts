import type {
  EnrolmentOutcome,
  EnrolmentRequest,
  EnrolmentStep,
  EnrolmentWish,
  StepOccasion,
} from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import { isRefusal } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { enterTogether, type SessionWish } from './enter-together';
import { within } from './run';

/** An enrolment: whose, in which session. */
export interface EnrolmentPlace {
  readonly session: string;
  readonly person: string;
}

/** Enters one wish. @throws ProblemException the refusal */
export async function one(
  manager: EntityManager,
  { session, person }: EnrolmentPlace,
  wish: EnrolmentWish,
  by: string,
  reason?: string,
): Promise<EnrolmentOutcome> {
  const { outcomes } = await enter(manager, [wishOf(session, person, wish, by, reason)]);
  return outcomes[0] ?? { status: 'none', changed: false };
}

/** What is asked for someone. @param by who asks; null: nobody, it happens by itself */
export function wishOf(
  sessionId: string,
  personId: string,
  wish: EnrolmentWish,
  by: string | null,
  reason?: string,
  occasion?: StepOccasion,
): SessionWish {
  const request: EnrolmentRequest = { personId, wish, by, note: reason ?? null };
  return { sessionId, request: occasion ? { ...request, occasion } : request };
}

/**
 * Enters wishes inside a transaction of someone else's.
 * @returns what came of each, and every step that was taken
 * @throws ProblemException the first refusal: then nothing may be committed
 */
export async function enter(
  manager: EntityManager,
  wishes: readonly SessionWish[],
  opening: Parameters<typeof enterTogether>[2] = null,
): Promise<{ outcomes: EnrolmentOutcome[]; steps: EnrolmentStep[] }> {
  const { outcomes, sessions } = await enterTogether(within(manager), wishes, opening);
  const kept = outcomes.map((outcome) => {
    if (isRefusal(outcome)) throw ProblemException.of(outcome);
    return outcome;
  });
  return { outcomes: kept, steps: [...sessions.values()].flatMap(({ steps }) => steps) };
}
