import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { addressOf, type Cluster, startCluster } from '../postgres/cluster.ts';
import { Failure, fileFailure } from './failure.mjs';

/** The database in our own PostgreSQL. */
const name = 'luotsi';

/** Starts PostgreSQL on the data folder and makes the database at the first start. */
export async function startOwnDatabase(folder: string): Promise<Cluster & { address: string }> {
  const cluster = await startCluster({
    folder: join(folder, 'postgresql'),
    password: password(folder),
  });
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    const there = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!there.rowCount) await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  return { ...cluster, address: cluster.url(name) };
}

/** The address of the database in our own PostgreSQL that another command has running. */
export function runningOwnDatabase(folder: string): string {
  try {
    // Its fourth line is the port (miscinit.h, LOCK_FILE_LINE_PORT).
    const [, , , port] = readFileSync(join(folder, 'postgresql/postmaster.pid'), 'utf8').split(
      '\n',
    );
    return addressOf(password(folder), Number(port), name);
  } catch (error) {
    throw new Failure(`The database in ${folder} is just starting or stopping: try again.`, {
      cause: error,
    });
  }
}

/** Made at the first start and kept beside the data: nobody else on the machine gets in. */
function password(folder: string): string {
  const file = join(folder, 'password');
  try {
    if (!existsSync(file)) {
      if (existsSync(join(folder, 'postgresql/PG_VERSION')))
        throw new Failure(
          `The file ${file} that opens the database is missing: put it back, or name another folder in LUOTSI_DATA.`,
        );
      writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw fileFailure(error, folder);
  }
}
