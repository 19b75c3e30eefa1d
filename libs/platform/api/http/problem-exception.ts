import type { ProblemFacts, Refusal } from '@luotsi/platform/model';

/** Thrown to answer a request with one of the problems in the slices' tables. */
export class ProblemException extends Error {
  constructor(
    readonly problem: string,
    readonly facts: ProblemFacts = {},
    readonly errors?: readonly { readonly pointer: string; readonly detail: string }[],
    /** Who reads it, where the problem has words of their own for them. */
    readonly reader?: string,
  ) {
    super(problem);
  }

  /** The same, in the words for this reader. */
  readBy(reader: string): ProblemException {
    return new ProblemException(this.problem, this.facts, this.errors, reader);
  }

  /** The exception for a rule's refusal. */
  static of(refusal: Refusal): ProblemException {
    return new ProblemException(refusal.refused, refusal.facts);
  }
}
