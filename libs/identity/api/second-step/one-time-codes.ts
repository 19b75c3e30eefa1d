import { Secret, TOTP } from 'otpauth';

/** Seconds that a code is shown for. */
const PERIOD = 30;
/** A code of the step before or after counts as well: clocks differ, and typing takes time. */
const WINDOW = 1;

/** A new secret, 160 bits (RFC 4226 §4, R6). */
export function newTotpSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes;
}

/** A secret as it is typed into an app by hand, and as a QR code has it. */
export function totpAddress(
  secret: Uint8Array,
  account: string,
): { readonly secret: string; readonly address: string } {
  const totp = totpOf(secret, account);
  return { secret: totp.secret.base32, address: totp.toString() };
}

/**
 * The time step that a code is of (RFC 6238 §4.2), null when it isn't right now. Which one it is
 * lets the caller refuse a code that has been used (§5.2).
 * @param now ms since 1970
 */
export function stepOfCode(secret: Uint8Array, code: string, now: number): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const totp = totpOf(secret, '');
  const delta = totp.validate({ token, timestamp: now, window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp: now }) + delta;
}

/** SHA-1, six digits: what every app can do; several take no other, and say so to nobody. */
function totpOf(secret: Uint8Array, label: string): TOTP {
  return new TOTP({
    issuer: 'Luotsi',
    label,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
  });
}
