import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, Failure } from '../dev/failure.mjs';

/**
 * Clears what a killed start left on a data folder: a server that still runs is stopped, and a
 * `postmaster.pid` whose process is gone, or is by now some other program, is removed.
 * @throws Failure when the server belongs to another user or won't stop
 */
export async function stopLeftover(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (pid > 0 && isServerOf(pid, folder)) {
    for (const [signal, patience] of [
      ['SIGINT', 15_000],
      ['SIGQUIT', 5000],
      ['SIGKILL', 2000],
    ] as const) {
      if (!send(pid, signal)) break;
      if (await gone(pid, folder, patience)) break;
    }
    if (isServerOf(pid, folder))
      throw new Failure(
        `A PostgreSQL server that can't be stopped (process ${pid}) is still running on ${folder}: stop it, or name another folder in LUOTSI_DATA.`,
      );
  }
  rmSync(file, { force: true });
}

/** Whether a process lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function gone(pid: number, folder: string, patience: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await wait(25)) {
    if (!isServerOf(pid, folder)) return true;
  }
  return false;
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** By /proc where there is one: the program and its working folder; elsewhere by the program's name. */
function isServerOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  if (existsSync('/proc/self/cwd')) {
    try {
      const program = basename(readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ''));
      return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    } catch {
      return false;
    }
  }
  const asked = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  return basename(asked.stdout.trim()).startsWith('postgres');
}
