import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The headers of each kind of answer, made once. */
interface AnswerHeaders {
  readonly fresh: OutgoingHttpHeaders;
  readonly identity: OutgoingHttpHeaders;
  readonly gzip: OutgoingHttpHeaders;
  readonly br: OutgoingHttpHeaders;
}

/** A finished feed: its bytes, plain and compressed, and what tells one revision from another. */
export interface KeptFeed {
  readonly identity: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  /** Weak (RFC 9110 §8.8.1): the same for every content coding. */
  readonly etag: string;
  /** HTTP-date of the newest event. */
  readonly lastModified: string;
  readonly headers: { readonly public: AnswerHeaders; readonly private: AnswerHeaders };
}

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Finishes a feed: compresses it off the event loop and fingerprints it. */
export async function finishFeed(text: string, changedAt: Date): Promise<KeptFeed> {
  const identity = Buffer.from(text);
  const [zipped, br] = await Promise.all([
    compressGzip(identity, { level: 6 }),
    compressBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
  ]);
  const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 27);
  const etag = `W/"${digest}"`;
  const lastModified = changedAt.toUTCString();
  const answers = (cacheControl: string, more: OutgoingHttpHeaders = {}): AnswerHeaders => {
    const fresh = {
      etag,
      'last-modified': lastModified,
      'cache-control': cacheControl,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      ...more,
    };
    const whole = (body: Buffer, coding?: string) => ({
      ...fresh,
      'content-type': 'text/calendar; charset=utf-8',
      'content-length': body.length,
      ...(coding === undefined ? {} : { 'content-encoding': coding }),
    });
    return { fresh, identity: whole(identity), gzip: whole(zipped, 'gzip'), br: whole(br, 'br') };
  };
  return {
    identity,
    gzip: zipped,
    br,
    etag,
    lastModified,
    headers: {
      public: answers('no-cache'),
      private: answers('private, no-cache', { 'x-robots-tag': 'noindex' }),
    },
  };
}

/** How many bytes a kept feed takes. */
export function sizeOf(feed: KeptFeed): number {
  return feed.identity.length + feed.gzip.length + feed.br.length + 512;
}
