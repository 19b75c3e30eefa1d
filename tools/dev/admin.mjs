import { run } from './bootstrap.mjs';

/** `npm run admin -- <e-mail>`: the first administrator of an installation. The work is in admin.ts. */
await run('./admin.ts');
