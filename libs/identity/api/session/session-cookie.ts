import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Reads one cookie of a `Cookie` header, as it was sent (percent-encoded).
 * @param name not a pattern; its dots are taken literally
 */
export function readCookie(header: string | undefined, name: string): string | null {
  if (!header?.includes(name)) return null;
  for (const part of header.split(';')) {
    const pair = part.trim();
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1) || null;
  }
  return null;
}

/** Signs a session's token as better-auth does: `token.signature`, HMAC-SHA-256 in base64. */
export function signToken(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${signatureOf(token, secret).toString('base64')}`);
}

/** The token of a signed cookie, or null when the signature isn't ours. */
export function verifiedToken(cookie: string, secret: string): string | null {
  const signed = decode(cookie);
  const end = signed.lastIndexOf('.');
  if (end < 1) return null;
  const token = signed.slice(0, end);
  const given = Buffer.from(signed.slice(end + 1), 'base64');
  const right = signatureOf(token, secret);
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

function signatureOf(token: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(token).digest();
}

function decode(cookie: string): string {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return '';
  }
}
