import { run } from './bootstrap.mjs';

/** `npm test`: everything that can be checked, in one command. The work is in test.ts. */
await run('./test.ts');
