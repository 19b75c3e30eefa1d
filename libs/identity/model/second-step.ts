import { refuse, type Refusal } from '@luotsi/platform/model';

/** What a second step may be taken with; the first two are typed in. */
export const secondStepKinds = ['totp', 'recovery-code', 'passkey'] as const;
export type SecondStepKind = (typeof secondStepKinds)[number];

/** What a person has set up beside a password. */
export interface StrongMethods {
  /** An app that makes one-time codes. */
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
  /** Holds a role that sees others' data, and is no demonstration account. */
  readonly compulsory: boolean;
}

/**
 * Whether a password alone opens only half the door. A passkey by itself doesn't close the way with
 * a password for who needs no second step: it would be missed on the first computer without it.
 */
export function asksSecondStep({ totp, passkeys, compulsory }: StrongMethods): boolean {
  return totp || (compulsory && passkeys > 0);
}

/** What the second step may be taken with, the usual way first. */
export function waysOfSecondStep(methods: StrongMethods): SecondStepKind[] {
  return [
    ...(methods.totp ? (['totp'] as const) : []),
    ...(methods.passkeys > 0 ? (['passkey'] as const) : []),
    ...(methods.recoveryCodes > 0 ? (['recovery-code'] as const) : []),
  ];
}

/** Refuses taking away what would leave someone without a second step who has to have one. */
export function mayBeLeftWith(
  left: Pick<StrongMethods, 'totp' | 'passkeys' | 'compulsory'>,
): Refusal<'second-step-compulsory'> | null {
  return left.compulsory && !left.totp && left.passkeys === 0
    ? refuse('second-step-compulsory', {})
    : null;
}

/** A recovery code as it is compared: `abcde-fghjk ` → `ABCDEFGHJK`; O, I and L as in Crockford's. */
export function plainRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
