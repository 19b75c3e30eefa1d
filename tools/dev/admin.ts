import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { checkDatabase } from './database-address.ts';
import { dataFolder } from './data-folder.mjs';
import { readEnvironment } from './environment.ts';
import { Failure, giveUp } from './failure.mjs';
import { hold } from './hold.ts';
import { Undoing } from './house.ts';
import { runningOwnDatabase, startOwnDatabase } from './own-database.ts';
import { whenToldToStop } from './stopping.ts';

const undoing = new Undoing();
const building = new AbortController();

/** What the program is to know: where the database is, and where people find the service. */
type Place = Readonly<Record<'DATABASE_URL' | 'PORT', string>>;

/** Our own database: the one that `npm start` has running, or started for the moment. */
async function ownPlace(port: number): Promise<Place> {
  const folder = dataFolder();
  if (!existsSync(join(folder, 'postgresql/PG_VERSION'))) {
    throw new Failure(
      `There is no database in ${folder} yet: run npm start once, or name a database in DATABASE_URL.`,
    );
  }
  const held = await hold(join(folder, 'running'), '', 0);
  if (typeof held !== 'function') {
    const { port: there } = new URL(held.note);
    return { DATABASE_URL: runningOwnDatabase(folder), PORT: there || String(port) };
  }
  undoing.add(held);
  const cluster = await startOwnDatabase(folder);
  undoing.add(() => cluster.stop());
  return { DATABASE_URL: cluster.address, PORT: String(port) };
}

function invite(place: Place): Promise<number> {
  const child = spawn(process.execPath, ['dist/api/admin.js', ...process.argv.slice(2)], {
    env: { NODE_ENV: 'production', ...process.env, ...place },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}

whenToldToStop(() => building.abort());
try {
  const { configuration, embedded } = readEnvironment(process.env);
  const { DATABASE_URL, PORT } = configuration;
  if (!embedded) await checkDatabase(DATABASE_URL);
  await build(building.signal, ['api']);
  const place = embedded ? await ownPlace(PORT) : { DATABASE_URL, PORT: String(PORT) };
  const status = await invite(place);
  await undoing.all();
  process.exit(status);
} catch (error) {
  await undoing.all();
  giveUp(error);
}
