import fc from 'fast-check';
import {
  asksSecondStep,
  mayBeLeftWith,
  plainRecoveryCode,
  waysOfSecondStep,
  type StrongMethods,
} from './second-step';

const methods = fc.record<StrongMethods>({
  totp: fc.boolean(),
  passkeys: fc.nat(3),
  recoveryCodes: fc.nat(10),
  compulsory: fc.boolean(),
});

describe('the second step', () => {
  it('is asked of whoever has one-time codes, and of whom it is compulsory with a passkey', () => {
    const none = { totp: false, passkeys: 0, recoveryCodes: 0, compulsory: false };
    expect(asksSecondStep(none)).toBe(false);
    expect(asksSecondStep({ ...none, compulsory: true })).toBe(false);
    expect(asksSecondStep({ ...none, passkeys: 1 })).toBe(false);
    expect(asksSecondStep({ ...none, passkeys: 1, compulsory: true })).toBe(true);
    expect(asksSecondStep({ ...none, totp: true })).toBe(true);
  });

  it('can always be taken where it is asked for, the usual way first', () => {
    fc.assert(
      fc.property(methods, (it) => {
        const ways = waysOfSecondStep(it);
        if (asksSecondStep(it)) expect(ways.some((way) => way !== 'recovery-code')).toBe(true);
        expect(ways.includes('totp')).toBe(it.totp);
        if (it.totp) expect(ways[0]).toBe('totp');
      }),
    );
  });

  it('can’t be given up by whom it is compulsory, and by everybody else it can', () => {
    fc.assert(
      fc.property(methods, (it) => {
        const refusal = mayBeLeftWith(it);
        expect(refusal === null).toBe(!it.compulsory || asksSecondStep(it));
      }),
    );
  });
});

describe('a recovery code', () => {
  it.each([
    ['7K3QD-M2XVA', '7K3QDM2XVA'],
    [' 7k3qd m2xva ', '7K3QDM2XVA'],
    ['oil00-abcde', '01100ABCDE'],
  ])('%s is %s, however it is typed', (typed, plain) => {
    expect(plainRecoveryCode(typed)).toBe(plain);
  });
});
