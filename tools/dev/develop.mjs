import { run } from './bootstrap.mjs';

/** `npm run dev`: API and web follow every save. The work is in develop.ts. */
await run('./develop.ts');
