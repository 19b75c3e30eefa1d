import { type ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileFailure } from '../dev/failure.mjs';
import type { Binaries } from './binaries.ts';
import type { ClusterOptions } from './options.ts';
import { administrator, environment } from './options.ts';
import { refusal } from './server-log.ts';
import { type ServerUser, serverUser } from './server-user.ts';

/**
 * Makes the folder above the data folder.
 * @returns the user that the server has to run as; undefined when it is ours
 * @throws Failure when the folder can't be made
 */
export function prepareFolder(folder: string): ServerUser | undefined {
  try {
    const user = serverUser(folder);
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
    return user;
  } catch (error) {
    throw fileFailure(error, folder);
  }
}

/**
 * As root, the server's own user often can't walk down to the data folder (`/root/…`). It needn't:
 * a process keeps the working folder that root gave it, and `/proc/self/cwd` leads straight there.
 * So the data stays where it was asked to be.
 */
export function place(folder: string, user: ServerUser | undefined): string {
  return user && existsSync('/proc/self/cwd') ? '/proc/self/cwd' : folder;
}

/**
 * Makes the data in a draft folder and moves it into place when it is whole, so that a start killed
 * half-way leaves nothing behind that looks like data. The builtin C.UTF-8 provider sorts the same on
 * every machine; pages sort by the ICU collations that they name.
 */
export async function initialise(
  binaries: Binaries,
  user: ServerUser | undefined,
  options: ClusterOptions,
): Promise<void> {
  const { folder, throwAway } = options;
  const draft = `${folder}.${process.pid}.new`;
  const secret = `${folder}.${process.pid}.password`;
  const windows = process.platform === 'win32';
  try {
    sweepDrafts(folder);
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(secret, `${options.password}\n`, { mode: 0o600 });
    if (user) [draft, secret].forEach((path) => chownSync(path, user.uid, user.gid));
    const flags = [
      `--pgdata=${place(draft, user)}`,
      `--pwfile=${windows ? secret : '/dev/stdin'}`,
      `--username=${administrator}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=simple',
      '--set=scram_iterations=1',
      ...(throwAway ? ['--no-sync'] : []),
    ];
    const password = openSync(secret, 'r');
    const { status, words } = await finish(
      spawn(binaries.initdb, flags, {
        cwd: draft,
        detached: !windows,
        env: environment(),
        stdio: [password, 'pipe', 'pipe'],
        ...user,
      }),
    );
    closeSync(password);
    if (status !== 0) throw refusal(words, folder);
    renameSync(draft, folder);
  } catch (error) {
    throw fileFailure(error, folder);
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function sweepDrafts(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.`) && /\.\d+\.(new|password)$/.test(name))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function finish(child: ChildProcess): Promise<{ status: number | null; words: string }> {
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (words += String(chunk)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, words: `error: ${error.message}` }));
    child.once('close', (status) => resolve({ status, words }));
  });
}
