import { types } from 'node:util';

const { isNativeError } = types;

/**
 * Something is wrong on this machine that a person can put right. The message is one clear sentence
 * for that person; commands print it alone, without a stack trace, and exit non-zero.
 */
export class Failure extends Error {
  name = 'Failure';
}

/**
 * The code of a system error (`ENOSPC`, `EACCES` …), or an empty string.
 * @param {unknown} error
 * @returns {string}
 */
export function errorCode(error) {
  const code = typeof error === 'object' && error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/**
 * Turns a system error about a file or folder into a sentence; anything else comes back as it was.
 * @param {unknown} error
 * @param {string} place the path that the sentence names
 * @returns {unknown}
 */
export function fileFailure(error, place) {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(place);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure(
        `The folder ${place} can't be written to: give this user the right to write there, or name another folder in LUOTSI_DATA.`,
      );
    case 'ENOTEMPTY':
      return new Failure(
        `The folder ${place} holds files that aren't Luotsi's: name another folder in LUOTSI_DATA.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new Failure(
        `${place} is a file where a folder is needed: remove it, or name another folder in LUOTSI_DATA.`,
      );
    default:
      return error;
  }
}

/** @param {string} place */
export function diskFull(place) {
  return new Failure(`The disk is full: make room where ${place} is and start again.`);
}

/** What programs say when the disk is full. */
export const diskFullWords = /ENOSPC|EDQUOT|[Nn]o space left on device|[Dd]isk quota exceeded/;

/**
 * Ends a command that failed: a Failure with its sentence, anything unforeseen with its stack.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  const known = error instanceof Failure;
  const text = known ? error.message : isNativeError(error) ? error.stack : String(error);
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}
