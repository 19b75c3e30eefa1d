import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** One side's load. */
export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON file with autocannon's requests; each connection takes its own share of them. */
  readonly requestsFile?: string;
  /** Statuses that count as an answer; anything else ends the benchmark. */
  readonly expected: readonly number[];
}

/** What a round of load came to: answers a second, 99th percentile of latency in ms. */
export interface Round {
  readonly rate: number;
  readonly p99: number;
}

/** One figure of the report. */
export interface Figure {
  readonly goal: string;
  /** Median of the rounds' ratios, product ÷ yardstick. */
  readonly ratio: number;
  readonly min: number;
  readonly max: number;
  readonly target: number;
  readonly met: boolean;
  /** What was measured, for the reader of the table. */
  readonly note: string;
}

/** How a duel is fought. */
export interface DuelOptions {
  readonly rounds?: number;
  readonly seconds?: number;
  /** Whether the figure is to stay below its target (a latency) instead of above it. */
  readonly below?: boolean;
}

/**
 * Sends load to the product and its yardstick in turn, A B A B, after a warm-up of each.
 * @param side makes a round's load anew, so that a round may begin on fresh data
 */
export async function rounds(
  product: () => Promise<Load>,
  yardstick: () => Promise<Load>,
  { rounds: count = 5, seconds = 2 }: DuelOptions = {},
): Promise<{ product: Round; yardstick: Round }[]> {
  await send(await product(), 1);
  await send(await yardstick(), 1);
  const fought = [];
  for (let round = 0; round < count; round += 1) {
    fought.push({
      product: await send(await product(), seconds),
      yardstick: await send(await yardstick(), seconds),
    });
  }
  return fought;
}

/** The figure of some rounds: the median of `of` over them, against the target. */
export function figure(
  goal: string,
  target: number,
  fought: readonly { product: Round; yardstick: Round }[],
  note: string,
  of: (round: { product: Round; yardstick: Round }) => number = (round) =>
    round.product.rate / round.yardstick.rate,
  below = false,
): Figure {
  const ratios = fought.map(of).sort((a, b) => a - b);
  const median =
    (ratios[Math.floor((ratios.length - 1) / 2)] ?? NaN) / 2 +
    (ratios[Math.ceil((ratios.length - 1) / 2)] ?? NaN) / 2;
  const rate = (side: 'product' | 'yardstick') =>
    Math.round(fought.reduce((sum, round) => sum + round[side].rate, 0) / fought.length);
  return {
    goal,
    ratio: rounded(median),
    min: rounded(ratios[0] ?? NaN),
    max: rounded(ratios.at(-1) ?? NaN),
    target,
    met: below ? median <= target : median >= target,
    note: `${note}; ${String(rate('product'))}/s against ${String(rate('yardstick'))}/s`,
  };
}

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;

/**
 * One round of load from another process.
 * @throws when any answer is not of an expected status: a fast refusal is no result
 */
async function send(load: Load, seconds: number): Promise<Round> {
  const { expected, ...plan } = load;
  const answer = await runLoad({ ...plan, seconds });
  const wrong = Object.entries(answer.statuses).filter(([status]) => !expected.includes(+status));
  if (wrong.length > 0 || answer.errors > 0) {
    throw new Error(
      `${load.url} answered ${JSON.stringify(answer.statuses)} with ${String(answer.errors)} errors`,
    );
  }
  return answer;
}

interface LoadResult extends Round {
  readonly errors: number;
  readonly statuses: Readonly<Record<string, number>>;
}

function runLoad(plan: object): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'load.mjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(text) as LoadResult);
      else reject(new Error(`The load ended with ${String(code)}.`));
    });
    child.stdin.end(JSON.stringify(plan));
  });
}
