import { run } from './bootstrap.mjs';
import { dataFolder, checkDataFolder } from './data-folder.mjs';
import { checkPort } from './port.mjs';

/** `npm start`: everything that Luotsi needs, in one command. The work is in start.ts. */
await run('./start.ts', async () => {
  const port = Number(process.env['PORT'] || 3000);
  const valid = Number.isInteger(port) && port >= 0 && port < 65_536;
  if (valid) await checkPort(process.env['HOST'] || '127.0.0.1', port);
  if (!process.env['DATABASE_URL']) checkDataFolder(dataFolder());
});
