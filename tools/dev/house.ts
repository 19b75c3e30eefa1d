import { join } from 'node:path';
import type { Configuration } from '../../libs/platform/api/config/configuration.ts';
import { checkDatabase } from './database-address.ts';
import { checkDataFolder, dataFolder } from './data-folder.mjs';
import { readEnvironment } from './environment.ts';
import { Failure } from './failure.mjs';
import { hold } from './hold.ts';
import { startOwnDatabase } from './own-database.ts';
import { checkPort } from './port.mjs';
import { step } from './progress.ts';

/** What the API stands on while a command runs. */
export interface Ground {
  readonly configuration: Configuration;
  /** True when PostgreSQL is our own, with demonstration data. */
  readonly embedded: boolean;
  /** What the API is to be started with. */
  readonly environment: NodeJS.ProcessEnv;
  /** Where people find it. */
  readonly address: string;
}

/** Undoes what was done, last things first. */
export class Undoing {
  private readonly steps: (() => void | Promise<void>)[] = [];

  add(step: () => void | Promise<void>): void {
    this.steps.push(step);
  }

  async all(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) await step();
  }
}

/**
 * Everything that can be checked before slow work is: configuration, data folder, port, database.
 * @returns what is known so far, and how to start the database
 */
export async function checkGround(undoing: Undoing) {
  const { configuration, embedded } = readEnvironment(process.env);
  const folder = dataFolder();
  if (embedded) {
    checkDataFolder(folder);
    undoing.add(await holdFolder(folder, configuration));
  }
  const port = await checkPort(configuration.HOST, configuration.PORT);
  if (!embedded) await checkDatabase(configuration.DATABASE_URL);
  return { configuration: { ...configuration, PORT: port }, embedded, folder };
}

async function holdFolder(folder: string, configuration: Configuration): Promise<() => void> {
  const note = `http://localhost:${configuration.PORT}`;
  const held = await hold(join(folder, 'running'), note, 3000);
  if (typeof held === 'function') return held;
  throw new Failure(
    `Luotsi already runs on the data in ${folder} (process ${held.pid}, ${held.note}): stop it first, or name another folder in LUOTSI_DATA.`,
  );
}

/** Starts the database when it is our own, and says what the API is to be started with. */
export async function layGround(
  known: Awaited<ReturnType<typeof checkGround>>,
  undoing: Undoing,
  failed: (reason: Error) => void,
): Promise<Ground> {
  const { configuration, embedded, folder } = known;
  let { DATABASE_URL } = configuration;
  if (embedded) {
    const cluster = await step('Starting PostgreSQL', () => startOwnDatabase(folder));
    undoing.add(() => cluster.stop());
    void cluster.stopped.then(() => failed(cluster.reason()));
    DATABASE_URL = cluster.address;
  }
  return {
    configuration,
    embedded,
    address: configuration.LUOTSI_ORIGIN ?? `http://localhost:${configuration.PORT}`,
    environment: {
      DATABASE_URL,
      DATABASE_OWNER_URL: embedded ? '' : configuration.DATABASE_OWNER_URL,
      HOST: configuration.HOST,
      PORT: String(configuration.PORT),
      LUOTSI_DEMONSTRATION: String(embedded),
      LOG_LEVEL: process.env['LOG_LEVEL'] || 'warn',
    },
  };
}
