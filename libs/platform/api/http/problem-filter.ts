import {
  Catch,
  HttpException,
  Inject,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import {
  describeProblem,
  platformProblems,
  type ProblemFacts,
  type ProblemTable,
} from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFault } from './describe-fault';
import { ProblemException } from './problem-exception';
import { languageOf } from './request-language';

/** Nest's token for all slices' problems in one table. */
export const PROBLEMS = Symbol('ProblemTable');

/** Renders whatever a request ends in as problem details; the unknown stays opaque. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(@Inject(PROBLEMS) private readonly problems: ProblemTable) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(fault, http.getRequest(), http.getResponse());
  }

  /** Answers a request with the problem that a fault stands for; also for what Nest never sees. */
  answer(fault: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { name, facts, errors } = this.recognise(fault, request);
    const kind = this.problems[name] ?? platformProblems['server-fault'];
    void reply
      .status(kind.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .headers(waitOf(kind.status, facts))
      .send(
        JSON.stringify({
          ...describeProblem(name, kind, facts, languageOf(request)),
          requestId: request.id,
          ...(errors ? { errors } : {}),
        }),
      );
  }

  /** Which problem a thrown thing stands for. */
  private recognise(fault: unknown, request: FastifyRequest) {
    if (fault instanceof ProblemException) {
      return { name: fault.problem, facts: fault.facts, errors: fault.errors };
    }
    const status = statusOf(fault);
    const name = status === undefined ? undefined : nameOfStatus[status];
    if (name) return { name, facts: {}, errors: undefined };
    this.logger.error({ requestId: request.id, fault: describeFault(fault) });
    return { name: 'server-fault', facts: { requestId: request.id }, errors: undefined };
  }
}

/** Whoever is asked to wait is told how long, also in the header that programs read (RFC 9110 §10.2.3). */
function waitOf(status: number, { seconds }: ProblemFacts): Record<string, string> {
  return status === 429 && seconds !== undefined ? { 'retry-after': String(seconds) } : {};
}

const nameOfStatus: Readonly<Record<number, string>> = {
  400: 'malformed-request',
  401: 'sign-in-needed',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  414: 'not-found',
  415: 'malformed-request',
};

function statusOf(fault: unknown): number | undefined {
  if (fault instanceof HttpException) return fault.getStatus();
  // Fastify's own refusals (body too large, wrong media type, broken JSON) carry a code and a status.
  const own = fault as { code?: unknown; statusCode?: unknown } | null;
  return typeof own?.code === 'string' &&
    own.code.startsWith('FST_') &&
    typeof own.statusCode === 'number'
    ? own.statusCode
    : undefined;
}
