import type { Localised, ProblemFacts, Refusal } from '@luotsi/platform/model';

/** What is wrong where: a JSON pointer into the request, and words in the reader's language or in all. */
export interface ProblemFault {
  readonly pointer: string;
  readonly detail: string | Localised;
}

/** Thrown to answer a request with one of the problems in the slices' tables. */
export class ProblemException extends Error {
  constructor(
    readonly problem: string,
    readonly facts: ProblemFacts = {},
    readonly errors?: readonly ProblemFault[],
    /** Who reads it, where the problem has words of their own for them. */
    readonly reader?: string,
    /** A sentence on which of several things it is, before the detail. */
    readonly about?: Localised,
  ) {
    // An answer, not a fault: where it was thrown is read by nobody, and looking for it costs a
    // refusal a fifteenth of its time.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(problem);
    Error.stackTraceLimit = stackTraceLimit;
  }

  /** The same, said of one of several things. @param facts which, for programs */
  of(about: Localised, facts: ProblemFacts): ProblemException {
    const all = { ...this.facts, ...facts };
    return new ProblemException(this.problem, all, this.errors, this.reader, about);
  }

  /** The same, in the words for this reader. */
  readBy(reader: string): ProblemException {
    return new ProblemException(this.problem, this.facts, this.errors, reader, this.about);
  }

  /** The exception for a rule's refusal. */
  static of(refusal: Refusal): ProblemException {
    return new ProblemException(refusal.refused, refusal.facts);
  }
}
