import { oneTimeCode } from '@testing';
import { newTotpSecret, stepOfCode, totpAddress } from './one-time-codes';
import { seal, unseal } from './sealed';

describe('one-time codes', () => {
  // RFC 6238, appendix B; the last six of its eight digits.
  const secret = Buffer.from('12345678901234567890');
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %d s the code is %s, as in RFC 6238', (seconds, code) => {
    const step = Math.floor(seconds / 30);
    expect(stepOfCode(secret, code, seconds * 1_000)).toBe(step);
    expect(stepOfCode(secret, code, (seconds + 30) * 1_000)).toBe(step);
    expect(stepOfCode(secret, code, (seconds - 30) * 1_000)).toBe(step);
    expect(stepOfCode(secret, code, (seconds + 60) * 1_000)).toBeNull();
    expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, seconds * 1_000)).toBe(step);
  });

  it.each(['', '12345', '1234567', 'abcdef', '٠٨١٨٠٤'])('%j is none', (code) => {
    expect(stepOfCode(secret, code, 1_111_111_109_000)).toBeNull();
  });

  it('are what an app makes of the key that it is given', () => {
    const mine = newTotpSecret();
    expect(mine).toHaveLength(20);
    const { secret: typed, address } = totpAddress(mine, 'åsa+1@example.org');
    expect(new URL(address).searchParams.get('secret')).toBe(typed);
    expect(decodeURIComponent(new URL(address).pathname)).toContain('Luotsi:åsa+1@example.org');
    const now = Date.now();
    expect(stepOfCode(mine, oneTimeCode(typed, now), now)).toBe(Math.floor(now / 30_000));
  });
});

describe('a sealed secret', () => {
  it('opens with the installation’s secret for whom it was sealed, and not otherwise', () => {
    const plain = newTotpSecret();
    const sealed = seal(plain, 'installation', 'aino');
    expect(unseal(sealed, 'installation', 'aino')).toEqual(Buffer.from(plain));
    expect(seal(plain, 'installation', 'aino')).not.toEqual(sealed);
    expect(() => unseal(sealed, 'installation', 'other')).toThrow();
    expect(() => unseal(sealed, 'another', 'aino')).toThrow();
    const changed = Buffer.from(sealed);
    changed[30] = (changed[30] ?? 0) ^ 1;
    expect(() => unseal(changed, 'installation', 'aino')).toThrow();
    expect(() => unseal(sealed.subarray(0, 20), 'installation', 'aino')).toThrow();
  });
});
