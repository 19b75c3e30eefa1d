import { ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Refusal } from '@luotsi/platform/model';

/**
 * What was done, or the problem it was refused with.
 * @throws ProblemException
 */
export function answered<Done>(done: Done | Refusal): Exclude<Done, Refusal> {
  if (isRefusal(done)) throw ProblemException.of(done);
  return done as Exclude<Done, Refusal>;
}
