import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { KeptFeed } from './kept-feed';

/** An answer as it goes out. */
export interface FeedAnswer {
  readonly status: 200 | 304;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | undefined;
}

/**
 * A feed as the answer to a request: 304 when the client's copy is still right (RFC 9110 §13.1),
 * else the bytes in the best content coding the client takes.
 */
export function answerFeed(
  asked: IncomingHttpHeaders,
  feed: KeptFeed,
  visibility: 'public' | 'private',
): FeedAnswer {
  const shared = visibility === 'public' ? feed.headers.public : feed.headers.private;
  if (isFresh(asked, feed)) return { status: 304, headers: shared.fresh, body: undefined };
  const coding = codingFor(asked['accept-encoding']);
  return { status: 200, headers: shared[coding], body: feed[coding] };
}

/** Whether the client already has this revision; If-None-Match wins over If-Modified-Since. */
function isFresh(asked: IncomingHttpHeaders, feed: KeptFeed): boolean {
  const match = asked['if-none-match'];
  if (match === feed.etag) return true;
  if (match !== undefined) {
    return match.split(',').some((tag) => tag.trim() === '*' || weak(tag) === weak(feed.etag));
  }
  const since = asked['if-modified-since'];
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
  return (
    accepted === coding ||
    accepted
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*q=/))
      .some(([name, quality]) => name === coding && Number(quality ?? 1) > 0)
  );
}
