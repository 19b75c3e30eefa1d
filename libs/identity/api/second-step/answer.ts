import { ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Refusal } from '@luotsi/platform/model';
import type { FastifyReply } from 'fastify';

/**
 * What was done, or the problem it was refused with; where one has to wait, `Retry-After` says so.
 * @throws ProblemException
 */
export function answered<Done>(done: Done | Refusal, reply: FastifyReply): Exclude<Done, Refusal> {
  if (!isRefusal(done)) return done as Exclude<Done, Refusal>;
  const { seconds } = done.facts;
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  throw ProblemException.of(done);
}
