import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Arena } from '../arena.ts';
import { figure, rounds, type Figure, type Load } from '../duel.ts';
import { startProduct, startYardstick, type Server } from '../processes.ts';

const feeds = { 500: '/feeds/calendar.ics?theme=dg1', 2000: '/feeds/calendar.ics?theme=dg3' };

/** Twenty filters as people use them: each region with one of the forms. */
const usual = ['01', '06', '13', '17', '19'].flatMap((region) =>
  ['', 'onsite', 'online', 'hybrid'].map(
    (form) => `/feeds/calendar.ics?theme=dg1&region=${region}${form && `&form=${form}`}`,
  ),
);

/** P1: the public feed from memory against bare node:http with the same bytes. */
export async function p1(arena: Arena): Promise<Figure[]> {
  const database = await arena.database('feeds', { people: 10, sessions: 2_600, enrolments: 0 });
  const product = await startProduct(database);
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-bench-'));
  const yardsticks: Server[] = [];
  try {
    const kept = await Promise.all(
      [...Object.values(feeds), ...usual].map((path) => keep(product, path)),
    );
    const file = join(folder, 'feeds.json');
    writeFileSync(file, JSON.stringify(kept));
    const bare = await startYardstick(join(import.meta.dirname, '../yardsticks/bytes.mjs'), [file]);
    yardsticks.push(bare);
    const figures: Figure[] = [];
    for (const [events, path] of Object.entries(feeds)) {
      const etag = kept.find((feed) => feed.path === path)?.etag ?? '';
      for (const [kind, target, headers, status] of [
        ['200', 0.85, {}, 200],
        ['gzip', 0.6, { 'accept-encoding': 'gzip' }, 200],
        ['304', 0.7, { 'if-none-match': etag }, 304],
      ] as const) {
        const load = (server: Server) => async (): Promise<Load> => ({
          url: server.url + path,
          connections: 8,
          headers,
          expected: [status],
        });
        const fought = await rounds(load(product), load(bare));
        figures.push(
          figure(`P1.${kind}.${events}`, target, fought, `public feed, ${events} events, ${kind}`),
        );
      }
    }
    const requestsFile = join(folder, 'usual.json');
    const spread = Array.from({ length: 8 }, () => usual.map((path) => ({ path }))).flat();
    writeFileSync(requestsFile, JSON.stringify(spread));
    const all = (server: Server) => async (): Promise<Load> => ({
      url: server.url,
      connections: 8,
      requestsFile,
      expected: [200],
    });
    figures.push(
      figure(
        'P1.filters',
        0.85,
        await rounds(all(product), all(bare)),
        'twenty usual filters, kept',
      ),
      await changing(arena, database, product, bare, all),
    );
    return figures;
  } finally {
    await Promise.all([product, ...yardsticks].map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same with a second API process and a session changing every second. */
async function changing(
  arena: Arena,
  database: string,
  product: Server,
  bare: Server,
  load: (server: Server) => () => Promise<Load>,
): Promise<Figure> {
  const second = await startProduct(database);
  const change = setInterval(() => void arena.changeSession(database), 1_000);
  try {
    const fought = await rounds(load(product), load(bare));
    return figure('P1.changing', 0.85, fought, 'twenty filters, two processes, a change a second');
  } finally {
    clearInterval(change);
    await second.stop();
  }
}

async function keep(product: Server, path: string) {
  const answer = await fetch(product.url + path, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const { request } = await import('node:http');
  const zipped = await new Promise<Buffer>((resolve, reject) => {
    request(product.url + path, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts)));
    })
      .on('error', reject)
      .end();
  });
  if (!gunzipSync(zipped).equals(body)) throw new Error(`${path} differs when compressed.`);
  return {
    path,
    etag: answer.headers.get('etag') ?? '',
    headers: {
      'content-type': answer.headers.get('content-type'),
      etag: answer.headers.get('etag'),
      'last-modified': answer.headers.get('last-modified'),
      'cache-control': answer.headers.get('cache-control'),
    },
    body: body.toString('base64'),
    gzip: zipped.toString('base64'),
  };
}
