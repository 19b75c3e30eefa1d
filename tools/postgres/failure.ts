/**
 * Something is wrong on this machine that a person can put right. The message is one clear sentence
 * for that person; commands print it alone, without a stack trace, and exit non-zero.
 */
export class Failure extends Error {
  override name = 'Failure';
}

/** The code of a system error (`ENOSPC`, `EACCES` …), or an empty string. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Turns a system error about a file or folder into a sentence; anything else comes back as it was. */
export function fileFailure(error: unknown, place: string): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Failure(`The disk is full: there is no room left to write in ${place}.`);
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
