import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Files shorter than this gain nothing. */
const LEAST_BYTES = 1_024;

/**
 * Puts a brotli and a gzip copy beside every script, style and drawing of a built web application,
 * as small as they get: it is done once a build, and sent many times.
 */
export async function compressFolder(folder: string): Promise<void> {
  for (const file of globSync(`${folder}/**/*.{js,css,svg,json}`)) {
    const content = readFileSync(file);
    if (content.length < LEAST_BYTES) continue;
    const [br, gz] = await Promise.all([
      toBrotli(content, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
      toGzip(content, { level: 9 }),
    ]);
    writeFileSync(`${file}.br`, br);
    writeFileSync(`${file}.gz`, gz);
  }
}
