import type { ProblemFacts, Refusal } from '@luotsi/platform/model';

/** Thrown to answer a request with one of the problems in the slices' tables. */
export class ProblemException extends Error {
  constructor(
    readonly problem: string,
    readonly facts: ProblemFacts = {},
    readonly errors?: readonly { readonly pointer: string; readonly detail: string }[],
  ) {
    super(problem);
  }

  /** The exception for a rule's refusal. */
  static of(refusal: Refusal): ProblemException {
    return new ProblemException(refusal.refused, refusal.facts);
  }
}
