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
  type Language,
  type ProblemFacts,
  type ProblemTable,
} from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AllowedMethods } from './allowed-methods';
import { describeFault } from './describe-fault';
import { ProblemException, type ProblemFault } from './problem-exception';
import { languageOf } from './request-language';

/** Nest's token for all slices' problems in one table. */
export const PROBLEMS = Symbol('ProblemTable');

/** Nest's token for which methods each address knows. */
export const ALLOWED_METHODS = Symbol('AllowedMethods');

/** Renders whatever a request ends in as problem details; the unknown stays opaque. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(
    @Inject(PROBLEMS) private readonly problems: ProblemTable,
    @Inject(ALLOWED_METHODS) private readonly allowed: AllowedMethods,
  ) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(fault, http.getRequest(), http.getResponse());
  }

  /** Answers a request with the problem that a fault stands for; also for what Nest never sees. */
  answer(fault: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { problem: name, facts, errors, reader, about } = this.recognise(fault, request);
    const kind = this.problems[name] ?? platformProblems['server-fault'];
    const language = languageOf(request);
    const described = describeProblem(name, kind, facts, language, reader);
    void reply
      .status(kind.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .headers(headersOf(kind.status, facts))
      .send(
        JSON.stringify({
          ...described,
          ...(about ? { detail: `${about[language]} ${described.detail ?? ''}` } : {}),
          requestId: request.id,
          ...(errors ? { errors: errors.map(inWords(language)) } : {}),
        }),
      );
  }

  /** Which problem a thrown thing stands for. */
  private recognise(fault: unknown, request: FastifyRequest): ProblemException {
    if (fault instanceof ProblemException) return fault;
    const status = statusOf(fault);
    const name = status === undefined ? undefined : nameOfStatus[status];
    const allowed = name === 'not-found' ? this.allowed(pathOf(request)) : [];
    if (allowed.length > 0 && !allowed.includes(request.method))
      return new ProblemException('method-unknown', { methods: allowed.join(', ') });
    if (name) return new ProblemException(name);
    this.logger.error({ requestId: request.id, fault: describeFault(fault) });
    return new ProblemException('server-fault', { requestId: request.id });
  }
}

const inWords =
  (language: Language) =>
  ({ pointer, detail }: ProblemFault) => ({
    pointer,
    detail: typeof detail === 'string' ? detail : detail[language],
  });

/**
 * What programs read in a header: how long to wait (RFC 9110 §10.2.3), and what else to ask
 * (RFC 9110 §10.2.1).
 */
function headersOf(status: number, { seconds, methods }: ProblemFacts): Record<string, string> {
  if ((status === 429 || status === 503) && seconds !== undefined)
    return { 'retry-after': String(seconds) };
  return status === 405 && methods !== undefined ? { allow: String(methods) } : {};
}

const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0] ?? '/';

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
