import { idParams, instant, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { passkey } from './passkeys';
import { typedCode, typedPassword } from './sign-in';

/** The password once more: asked for where the account has one, before how one signs in changes. */
const proof = z.object({ password: typedPassword.optional() });

/** How one's second step stands. */
export const secondStep = z
  .object({
    compulsory: z.boolean().describe('A role that one holds asks for it.'),
    on: z.boolean().describe('Signing in with a password asks for it.'),
    confirmed: z.boolean().describe('This sign-in has gone through it.'),
    password: z.boolean().describe('The account has a password, and changes ask for it.'),
    totp: z.object({ since: instant }).nullable().describe('An app that makes one-time codes.'),
    recoveryCodes: z.object({ left: z.int(), since: instant.nullable() }),
    passkeys: z.array(passkey),
  })
  .meta({ id: 'SecondStep' });
export type SecondStep = z.infer<typeof secondStep>;

const recoveryCodes = z
  .object({ codes: z.array(z.string()).describe('Shown this once; each is good for one time.') })
  .meta({ id: 'RecoveryCodes' });

/** `GET /api/me/second-step`: how one's second step stands. */
export const getSecondStep = operation({
  id: 'getSecondStep',
  method: 'GET',
  path: '/api/me/second-step',
  summary: 'How one’s second step stands: one-time codes, passkeys, recovery codes',
  permission: 'account.own',
  responses: { 200: secondStep },
});

/** `POST /api/me/second-step/totp`: a new secret, which counts once a code has confirmed it. */
export const startTotp = operation({
  id: 'startTotp',
  method: 'POST',
  path: '/api/me/second-step/totp',
  summary:
    'A new secret for an app that makes one-time codes; nothing changes until it is confirmed',
  permission: 'account.own',
  body: proof,
  responses: {
    200: z.object({
      secret: z.string().describe('Base32, for typing in.'),
      address: z.string().describe('otpauth:, for a QR code.'),
    }),
  },
  problems: ['wrong-password', 'sign-in-paused', 'fresh-sign-in-needed', 'second-step-needed'],
});

/** `PUT /api/me/second-step/totp`: the first code of a new secret, with which it begins to count. */
export const confirmTotp = operation({
  id: 'confirmTotp',
  method: 'PUT',
  path: '/api/me/second-step/totp',
  summary: 'Confirm the new secret with a code; the answer has new recovery codes',
  permission: 'account.own',
  body: z.object({ code: typedCode }),
  responses: { 200: recoveryCodes },
  problems: ['wrong-code', 'second-step-paused', 'totp-not-started', 'second-step-needed'],
});

/** `DELETE /api/me/second-step/totp`: turns one-time codes off. */
export const turnOffTotp = operation({
  id: 'turnOffTotp',
  method: 'DELETE',
  path: '/api/me/second-step/totp',
  summary: 'Turn one-time codes off, with the password and a code',
  permission: 'account.own',
  body: proof.extend({ kind: z.enum(['totp', 'recovery-code']), code: typedCode }),
  responses: { 204: null },
  problems: [
    'wrong-password',
    'wrong-code',
    'sign-in-paused',
    'second-step-paused',
    'fresh-sign-in-needed',
    'second-step-compulsory',
    'second-step-needed',
  ],
});

/** `POST /api/me/second-step/recovery-codes`: new ones; those before no longer work. */
export const renewRecoveryCodes = operation({
  id: 'renewRecoveryCodes',
  method: 'POST',
  path: '/api/me/second-step/recovery-codes',
  summary: 'New recovery codes; those before no longer work',
  permission: 'account.own',
  body: proof,
  responses: { 200: recoveryCodes },
  problems: [
    'wrong-password',
    'sign-in-paused',
    'fresh-sign-in-needed',
    'second-step-off',
    'second-step-needed',
  ],
});

/** `DELETE /api/people/{id}/second-step`: for someone who has lost their phone. */
export const resetSecondStep = operation({
  id: 'resetSecondStep',
  method: 'DELETE',
  path: '/api/people/{id}/second-step',
  summary: 'Take away a person’s one-time codes, passkeys and sign-ins; they are told by mail',
  permission: 'secondStep.reset',
  params: idParams,
  responses: { 204: null },
  problems: ['second-step-own'],
});
