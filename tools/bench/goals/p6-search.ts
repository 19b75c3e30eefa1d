import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arena } from '../arena.ts';
import { figure, rounds, type Figure, type Load } from '../duel.ts';
import { startProduct, startYardstick, type Server } from '../processes.ts';
import { country, village } from './places.ts';
import { pathOf, plainSearch, type Search } from './searches.ts';

/** Words of every session, of one in three, of one in twelve, of none; in the three languages. */
const words = [
  'rovaniemi',
  'ohjaus',
  'vägledning',
  'alueelliset',
  'seminaari muutoksessa',
  'mentorointi',
];
/** What else narrows them. */
const filters: readonly Partial<Search>[] = [
  {},
  { region: '19' },
  { theme: 'dg3' },
  { language: 'sv' },
  { form: 'online', region: '06' },
];
const DAY = 86_400_000;

/**
 * P6: searches on a country's worth of sessions against bare node + pg with the plain statement on
 * the same; how that compares with the product's own rate in a village is said beside it.
 */
export async function p6Search(arena: Arena): Promise<Figure[]> {
  const large = await country(arena);
  const crowded = await startProduct(large);
  const quiet = await startProduct(await village(arena));
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-bench-'));
  try {
    const match = { large, crowded, quiet, folder };
    const asked = words.map((one) => ({ words: one, limit: 50 }));
    const narrowed = words.flatMap((one) =>
      filters.map((filter) => ({ words: one, limit: 10, ...filter })),
    );
    const after = new Date(Date.now() + 60 * DAY).toISOString();
    const later = asked.map((one) => ({ ...one, after }));
    return [
      await measure(match, 'P6.search', asked, 'searches, fifty a page'),
      await measure(match, 'P6.search.filters', narrowed, 'with the usual filters, ten a page'),
      await measure(match, 'P6.search.later', later, 'later pages'),
    ];
  } finally {
    await Promise.all([crowded.stop(), quiet.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Match {
  readonly large: string;
  readonly crowded: Server;
  readonly quiet: Server;
  readonly folder: string;
}

async function measure(
  { large, crowded, quiet, folder }: Match,
  goal: string,
  searches: readonly Search[],
  what: string,
): Promise<Figure> {
  const plain = join(folder, `${goal}.plain.json`);
  writeFileSync(plain, JSON.stringify(searches.map(plainSearch)));
  const bare = await startYardstick(
    join(import.meta.dirname, '../yardsticks/searches.mjs'),
    [plain],
    { DATABASE_URL: large },
  );
  const load = (server: Server, paths: readonly string[]) => {
    const requestsFile = join(folder, `${goal}.${String(server.pid)}.json`);
    // Each connection takes its own share: all have the same.
    const requests = paths.flatMap((path) => Array<object>(8).fill({ method: 'GET', path }));
    writeFileSync(requestsFile, JSON.stringify(requests));
    const plan: Load = { url: server.url, connections: 8, requestsFile, expected: [200] };
    return () => Promise.resolve(plan);
  };
  const paths = searches.map(pathOf);
  try {
    const yardstick = load(
      bare,
      Object.keys(searches).map((place) => `/${place}`),
    );
    const fought = await rounds(load(crowded, paths), yardstick);
    const grown = await rounds(load(crowded, paths), load(quiet, paths));
    const own = figure(goal, 0, grown, '').ratio.toFixed(2);
    return figure(goal, 0.8, fought, `${what}, on 100,000 sessions (${own} of the rate on 2,600)`);
  } finally {
    await bare.stop();
  }
}
