import { types } from 'node:util';

/** One clear sentence for what kept the API from starting; the unknown keeps its stack. */
export function explainFailure(fault: unknown): string {
  if (!types.isNativeError(fault)) return String(fault);
  const { code } = fault as { code?: string };
  const sentence = code === undefined ? undefined : sentences[code];
  if (sentence) return `${sentence} (${code ?? ''})`;
  if (fault.name === 'AppRoleFailure') return fault.message;
  if (fault.message.startsWith('The configuration is wrong.')) return fault.message;
  if (/timeout|ECONN|connect/i.test(fault.message) || fault.name === 'AggregateError') {
    return `The database at DATABASE_URL can't be reached: check that it runs and that the address is right. (${fault.message || (code ?? '')})`;
  }
  return fault.stack ?? fault.message;
}

const unreachable =
  "The database at DATABASE_URL can't be reached: check that it runs and that the address is right.";

const sentences: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken by another program: stop that one or choose another with PORT.',
  EACCES: 'The port may not be opened by this user: choose one above 1023 with PORT.',
  EADDRNOTAVAIL: 'This machine has no such address: choose another with HOST.',
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  '28P01': 'The database refuses the user or password in DATABASE_URL.',
  '28000': 'The database refuses the user in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist: create it first.',
  '53100': 'The disk of the database is full: make room and start again.',
  ENOSPC: 'The disk is full: make room and start again.',
};
