import { whenToldToStop } from './stopping.ts';
import {
  builds,
  format,
  journeys,
  lint,
  type Suite,
  tests,
  typesOfNode,
  typesOfWeb,
} from './suites.ts';
import { type Outcome, summarise } from './summary.ts';

const stopping = new AbortController();
whenToldToStop(() => {
  stopping.abort();
  setTimeout(() => process.exit(1), 3000).unref();
});

const outcomes: Outcome[] = [];

/** Runs suites one after another, whatever comes of each. */
async function inOrder(...suites: Suite[]): Promise<void> {
  for (const suite of suites) {
    if (stopping.signal.aborted) return;
    outcomes.push(await suite(stopping.signal));
  }
}

await Promise.all([inOrder(format, lint), inOrder(typesOfNode, typesOfWeb)]);
await inOrder(builds, tests, journeys);
console.log(summarise(outcomes));
process.exit(stopping.signal.aborted || outcomes.some(({ failed }) => failed > 0) ? 1 : 0);
