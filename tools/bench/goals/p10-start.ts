import type { Arena } from '../arena.ts';
import type { Figure } from '../duel.ts';
import { startProduct } from '../processes.ts';

const LIMIT_SECONDS = 3;

/** P10: from the process's start to ready, on a database that has been used before. */
export async function p10(arena: Arena): Promise<Figure[]> {
  const database = await arena.database('feeds', { people: 10, sessions: 2_600, enrolments: 0 });
  const seconds: number[] = [];
  for (let start = 0; start < 5; start += 1) {
    const began = performance.now();
    const product = await startProduct(database);
    seconds.push((performance.now() - began) / 1_000);
    await product.stop();
  }
  seconds.sort((a, b) => a - b);
  const rounded = (value = NaN) => Math.round((value / LIMIT_SECONDS) * 1_000) / 1_000;
  return [
    {
      goal: 'P10.start',
      ratio: rounded(seconds[2]),
      min: rounded(seconds[0]),
      max: rounded(seconds[4]),
      target: 1,
      met: (seconds[2] ?? NaN) <= LIMIT_SECONDS,
      note: `start on an existing database ÷ ${String(LIMIT_SECONDS)} s; ${(seconds[2] ?? NaN).toFixed(2)} s`,
    },
  ];
}
