import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from '../dev/build.ts';
import { openArena, type Arena } from './arena.ts';
import type { Figure } from './duel.ts';
import { mail } from './goals/mail.ts';
import { me } from './goals/me.ts';
import { p1 } from './goals/p1-feed.ts';
import { p10 } from './goals/p10-start.ts';
import { p5 } from './goals/p5-enrolment.ts';
import { p5Large } from './goals/p5-large.ts';
import { p6 } from './goals/p6-list.ts';
import { p6Search } from './goals/p6-search.ts';

/**
 * `npm run bench [-- P1 P5 …]`: each goal beside its yardstick in the same run. Prints a table and
 * writes dist/bench.json. A goal that is not reached says so; only a failure to measure is one.
 */
const goals: Readonly<Record<string, (arena: Arena) => Promise<Figure[]>>> = {
  P1: p1,
  P5: p5,
  'P5.large': p5Large,
  P6: p6,
  'P6.search': p6Search,
  P10: p10,
  me,
  mail,
};

const wished = process.argv.slice(2);
const unknown = wished.filter((name) => !(name in goals));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(goals).join(', ')}.`,
  );
  process.exit(1);
}

await build(new AbortController().signal);
const arena = await openArena();
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(goals)) {
    if (wished.length > 0 && !wished.includes(name)) continue;
    console.log(`${name} …`);
    for (const figure of await measure(arena)) {
      figures.push(figure);
      console.log(line(figure));
    }
  }
} finally {
  await arena.close();
}
mkdirSync('dist', { recursive: true });
writeFileSync('dist/bench.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log(
  `${String(figures.filter(({ met }) => met).length)} of ${String(figures.length)} goals met; dist/bench.json`,
);

function line({ goal, ratio, min, max, target, met, note }: Figure): string {
  const range = `${ratio.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
  return `  ${met ? 'met    ' : 'not met'} ${goal.padEnd(18)} ${range.padEnd(20)} target ${String(target).padEnd(5)} ${note}`;
}
