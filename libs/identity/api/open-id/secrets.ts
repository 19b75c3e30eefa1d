import { createHash, randomBytes } from 'node:crypto';

/** A new secret for an address or a cookie: 32 random bytes in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of such a secret: it is long enough to need neither salt nor slowness. */
export const hashOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
