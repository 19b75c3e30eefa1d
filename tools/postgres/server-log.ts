import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskFull, diskFullWords, Failure } from '../dev/failure.mjs';

/** The server's log of its present run, beside its data folder. */
export const logOf = (folder: string) => join(dirname(folder), 'postgresql.log');

/** What the server has said in its present run; empty when there is none. */
export const readLog = (folder: string) => readLines(logOf(folder)).join('\n');

/** Why the server is not running, by what it or initdb has said. */
export function refusal(log: string, folder: string, what = 'did not start'): Failure {
  if (diskFullWords.test(log)) return diskFull(folder);
  if (/incompatible with server|not compatible with this version/.test(log))
    return new Failure(
      `The data in ${folder} was made by another version of PostgreSQL: name another folder in LUOTSI_DATA, or move the data with pg_dump.`,
    );
  if (/Permission denied|Operation not permitted/.test(log))
    return new Failure(
      `PostgreSQL may not use its data folder ${folder}: name another folder in LUOTSI_DATA.`,
    );
  const fatal = /(?:FATAL|PANIC|ERROR|error):\s+(.*)/.exec(log)?.[1] ?? 'it gave no reason';
  return new Failure(`PostgreSQL ${what} on ${folder}: ${fatal}.`);
}

/** The lines of a file; none when it can't be read. */
export function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
