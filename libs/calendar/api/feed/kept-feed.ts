import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A finished feed: its bytes, plain and compressed, and what tells one revision from another. */
export interface KeptFeed {
  readonly identity: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  /** Weak (RFC 9110 §8.8.1): the same for every content coding. */
  readonly etag: string;
  /** HTTP-date of the newest event. */
  readonly lastModified: string;
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
  return {
    identity,
    gzip: zipped,
    br,
    etag: `W/"${digest}"`,
    lastModified: changedAt.toUTCString(),
  };
}

/** How many bytes a kept feed takes. */
export function sizeOf(feed: KeptFeed): number {
  return feed.identity.length + feed.gzip.length + feed.br.length + 512;
}
