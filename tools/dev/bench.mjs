import { run } from './bootstrap.mjs';

/** `npm run bench`: the goals of speed, each beside its yardstick. The work is in tools/bench. */
await run('../bench/bench.ts');
