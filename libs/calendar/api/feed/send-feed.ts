import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeptFeed } from './kept-feed';

/**
 * Answers with a feed, or with 304 when the client's copy is still right (RFC 9110 §13.1), in the
 * best content coding the client takes.
 */
export function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  feed: KeptFeed,
  visibility: 'public' | 'private',
): void {
  reply.header('etag', feed.etag);
  reply.header('last-modified', feed.lastModified);
  reply.header('cache-control', visibility === 'public' ? 'no-cache' : 'private, no-cache');
  reply.header('vary', 'accept-encoding');
  if (isFresh(request, feed)) {
    reply.status(304).send();
    return;
  }
  const coding = codingFor(request.headers['accept-encoding']);
  reply.header('content-type', 'text/calendar; charset=utf-8');
  if (coding !== 'identity') reply.header('content-encoding', coding);
  reply.send(feed[coding]);
}

/** Whether the client already has this revision; If-None-Match wins over If-Modified-Since. */
function isFresh(request: FastifyRequest, feed: KeptFeed): boolean {
  const match = request.headers['if-none-match'];
  if (match !== undefined) {
    return match.split(',').some((tag) => tag.trim() === '*' || weak(tag) === weak(feed.etag));
  }
  const since = request.headers['if-modified-since'];
  return since !== undefined && Date.parse(since) >= Date.parse(feed.lastModified);
}

/** Weak comparison looks at the opaque tag alone (RFC 9110 §8.8.3.2). */
const weak = (tag: string) => tag.trim().replace(/^W\//, '');

function codingFor(accepted: string | undefined): 'br' | 'gzip' | 'identity' {
  if (accepted === undefined) return 'identity';
  if (takes(accepted, 'br')) return 'br';
  return takes(accepted, 'gzip') ? 'gzip' : 'identity';
}

function takes(accepted: string, coding: string): boolean {
  return accepted
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .some(([name, quality]) => name === coding && Number(quality ?? 1) > 0);
}
