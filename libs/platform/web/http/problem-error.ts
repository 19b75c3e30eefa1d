import { HttpErrorResponse } from '@angular/common/http';
import {
  describeProblem,
  problemDetails,
  problemType,
  type Language,
  type ProblemDetails,
} from '@luotsi/platform/model';
import { clientProblems } from './client-problems';

/** A request that was refused or did not get through, with what to tell the person. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly details: ProblemDetails) {
    super(details.title);
  }

  /** Whether it is the problem of this name: `error.is('session-full')`. */
  is(name: string): boolean {
    return this.details.type === problemType(name);
  }

  /** Whether the request never reached the service. */
  get lostConnection(): boolean {
    return this.is('connection-lost');
  }
}

/** Whatever was thrown, as a problem: one from the API as it came, the rest in our own words. */
export function asProblem(thrown: unknown, language: Language): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof HttpErrorResponse) {
    const own = problemDetails.safeParse(thrown.error);
    if (own.success) return new ProblemError(own.data);
    if (thrown.status === 0) return ofClient('connection-lost', language);
  }
  return ofClient('unreadable-answer', language);
}

function ofClient(name: keyof typeof clientProblems, language: Language): ProblemError {
  return new ProblemError(describeProblem(name, clientProblems[name], {}, language));
}

/** What is wrong with one field, by its JSON pointer into the body: `/title/fi`. */
export function faultsAt(error: ProblemError | null | undefined, pointer: string): string[] {
  return (error?.details.errors ?? [])
    .filter((fault) => fault.pointer === pointer)
    .map((fault) => fault.detail);
}
