import { language, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { emailAddress } from '../email-address';
import { newPassword } from '../password';
import { safeReturn } from '../safe-return';
import { me } from './me';
import { personName } from './profile';
import { typedPassword } from './sign-in';

/** What is answered whether or not there is an account: a letter says the rest. */
export const letterSent = z
  .object({ accepted: z.literal(true) })
  .meta({ id: 'LetterSent', description: 'The same whether or not there is an account.' });

/** The secret of a link in a letter, as its address has it. */
export const linkToken = z.string().min(1).max(200);

/** What one registers with. */
export const registration = z
  .object({
    name: personName,
    email: emailAddress,
    password: newPassword,
    language,
    returnTo: z
      .string()
      .max(1_000)
      .transform(safeReturn)
      .optional()
      .describe('The page to go on at, once the address is confirmed.'),
  })
  .meta({ id: 'Registration' });
export type Registration = z.infer<typeof registration>;

/** `POST /api/auth/sign-up/email`: the account is there once the address is confirmed. */
export const signUp = operation({
  id: 'signUp',
  method: 'POST',
  path: '/api/auth/sign-up/email',
  summary: 'Register; a link in a letter confirms the address',
  permission: 'account.enter',
  body: registration,
  responses: { 202: letterSent },
  problems: ['letters-paused'],
});

/** `POST /api/auth/send-verification-email`: another link for a registration not yet confirmed. */
export const sendVerification = operation({
  id: 'sendVerification',
  method: 'POST',
  path: '/api/auth/send-verification-email',
  summary: 'Send the link that confirms an address again',
  permission: 'account.enter',
  body: z.object({ email: emailAddress, language }),
  responses: { 202: letterSent },
  problems: ['letters-paused'],
});

/** `POST /api/auth/verify-email`: the link and the password chosen together open the account. */
export const verifyEmail = operation({
  id: 'verifyEmail',
  method: 'POST',
  path: '/api/auth/verify-email',
  summary: 'Confirm the address with the link of the letter, and sign in',
  permission: 'account.enter',
  body: z.object({ token: linkToken, password: typedPassword }),
  responses: { 200: me },
  problems: [
    'letter-link-unknown',
    'letter-link-expired',
    'letter-link-used',
    'present-password-wrong',
    'sign-in-paused',
    'account-exists',
  ],
});

/** `POST /api/auth/link`: what a link of a letter is for, before it is used. */
export const readLink = operation({
  id: 'readLink',
  method: 'POST',
  path: '/api/auth/link',
  summary: 'What a link in a letter is for; does not use it up',
  permission: 'account.enter',
  body: z.object({ token: linkToken }),
  responses: {
    200: z.object({
      purpose: z.enum(['verify', 'reset', 'address-old', 'address-new']),
      email: z.string().describe('The address that the link confirms or whose password it sets.'),
      returnTo: z.string().nullable().describe('Where one was when one registered.'),
    }),
  },
  problems: ['letter-link-unknown', 'letter-link-expired', 'letter-link-used'],
});
