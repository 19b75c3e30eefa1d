import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals bytes with the installation's secret: AES-256-GCM, bound to what they belong to, so that a
 * row copied to another person's can't be opened there.
 * @param about what they belong to: a person's id
 * @returns 12 bytes of nonce, 16 of tag, then the sealed bytes
 */
export function seal(plain: Uint8Array, secret: string, about: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/**
 * Opens what `seal` has sealed.
 * @throws Error when it has been changed, or belongs to someone else
 */
export function unseal(sealed: Buffer, secret: string, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), sealed.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'luotsi one-time codes', 32));
}
