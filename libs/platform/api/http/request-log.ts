import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Configuration } from '../config/configuration';

/** A request that takes longer than this, ms, is worth a line whatever came of it. */
const SLOW = 1_000;

/** What is written of a request. */
export interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  /** The route's own path, its parameters by name: `/feeds/personal/{secret}.ics`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/**
 * Writes a line for each request: what was changed, refused, failed or slow at `info`, the rest at
 * `debug`. Neither a path's parameters nor the query are written, secret or not: a feed's
 * secret, a link's token, whom someone looks at and what they search for all stand in addresses.
 * Feeds answered from memory are not seen here, pages and files only at `debug`.
 */
export function logRequests(server: FastifyInstance, { LOG_LEVEL }: Configuration): void {
  if (LOG_LEVEL !== 'info' && LOG_LEVEL !== 'debug') return;
  const logger = new Logger('Request');
  const everything = LOG_LEVEL === 'debug';
  server.addHook('onResponse', (request, reply, done) => {
    const isWorthy = isNotable(request, reply);
    if (isWorthy) logger.log(lineOf(request, reply));
    else if (everything) logger.debug(lineOf(request, reply));
    done();
  });
}

/** What is asked all the time: pages and files, addresses that lead nowhere, and whether it lives. */
const constant = /^(\/\*|\/health\/.*)?$/;

function isNotable({ method, routeOptions }: FastifyRequest, reply: FastifyReply): boolean {
  if (constant.test(routeOptions.url ?? '')) return reply.statusCode === 500;
  const changes = method !== 'GET' && method !== 'HEAD';
  return changes || reply.statusCode >= 400 || reply.elapsedTime > SLOW;
}

function lineOf(request: FastifyRequest, reply: FastifyReply): RequestLine {
  return {
    requestId: request.id,
    method: request.method,
    // What leads nowhere may be anything that someone has pasted, so it is not written at all.
    route: request.routeOptions.url?.replace(/:(\w+)/g, '{$1}') ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  };
}
