import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arena } from '../arena.ts';
import { figure, rounds, type Figure, type Load } from '../duel.ts';
import { startProduct, type Server } from '../processes.ts';
import { country, village } from './places.ts';

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
const filters = ['', '&region=19', '&theme=dg3', '&language=sv', '&form=online&region=06'];

/** P6: searches on a country's worth of sessions, against the same searches on a village's. */
export async function p6Search(arena: Arena): Promise<Figure[]> {
  const crowded = await startProduct(await country(arena));
  const quiet = await startProduct(await village(arena));
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-bench-'));
  const measure = async (goal: string, queries: readonly string[], what: string) => {
    const requestsFile = join(folder, `${goal}.json`);
    const requests = queries.map((query) => ({ method: 'GET', path: `/api/sessions?${query}` }));
    // Each connection takes its own share: all have the same.
    writeFileSync(requestsFile, JSON.stringify(requests.flatMap((one) => Array(8).fill(one))));
    const load = ({ url }: Server) => {
      const plan: Load = { url, connections: 8, requestsFile, expected: [200] };
      return () => Promise.resolve(plan);
    };
    return figure(goal, 0.8, await rounds(load(crowded), load(quiet)), what);
  };
  try {
    const asked = words.map((word) => `q=${encodeURIComponent(word)}`);
    const later = Buffer.from(
      `${new Date(Date.now() + 60 * 86_400_000).toISOString()} 01900002-0000-7000-8000-000000000000`,
    ).toString('base64url');
    return [
      await measure('P6.search', asked, 'searches on 100,000 sessions ÷ on 2,600'),
      // Ten a page: of fifty, the village's pages would be nearly empty, and so the quicker ones.
      await measure(
        'P6.search.filters',
        asked.flatMap((query) => filters.map((filter) => `${query}${filter}&limit=10`)),
        'searches with the usual filters, ten a page, the same',
      ),
      await measure(
        'P6.search.later',
        asked.map((query) => `${query}&cursor=${later}`),
        'later pages of searches, the same',
      ),
    ];
  } finally {
    await Promise.all([crowded.stop(), quiet.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
