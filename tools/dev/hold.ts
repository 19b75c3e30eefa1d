import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode, fileFailure } from './failure.mjs';

/** A process, told apart from a later one with the same number by when it began. */
export interface Holder {
  readonly pid: number;
  readonly began: string;
  /** What the holder wants others to know, such as its address. */
  readonly note: string;
}

/**
 * Takes a file as the sign that this process alone uses something. A holder that has died, however
 * it died, holds nothing.
 * @param patience milliseconds to wait for a living holder
 * @returns a function that lets go, or the living holder
 */
export async function hold(
  file: string,
  note: string,
  patience: number,
): Promise<(() => void) | Holder> {
  const mine = `${file}.${process.pid}`;
  const me: Holder = { pid: process.pid, began: beginningOf(process.pid), note };
  try {
    writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
    for (const late = Date.now() + patience; ; await wait(50)) {
      if (take(mine, file)) return () => letGo(file);
      const other = readHolder(file);
      if (!other) rmSync(file, { force: true });
      else if (Date.now() > late) return other;
    }
  } catch (error) {
    throw fileFailure(error, file);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A link either is made whole or not at all, also when two try at once. */
function take(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function letGo(file: string): void {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** The living process that holds a file, if any. */
function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    const began = beginningOf(holder.pid);
    return began !== '' && began === holder.began ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** When a process began, in the system's own words; empty when there is none. proc(5), field 22. */
function beginningOf(pid: number): string {
  if (existsSync('/proc/self/stat')) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return fields[0] === 'Z' ? '' : (fields[19] ?? '');
    } catch {
      return '';
    }
  }
  if (process.platform === 'win32') return isThere(pid) ? 'running' : '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
