import { instant, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { emailAddress } from '../email-address';
import { linkToken } from './registration';
import { typedPassword } from './sign-in';

/** The address one signs in with, and the one it is to become. */
export const ownAddress = z
  .object({
    email: z.string(),
    pending: z
      .object({
        email: z.string(),
        confirmedAtOld: z.boolean(),
        confirmedAtNew: z.boolean(),
        expiresAt: instant,
      })
      .nullable()
      .describe('A change that has not been confirmed at both addresses yet.'),
  })
  .meta({ id: 'OwnAddress' });
export type OwnAddress = z.infer<typeof ownAddress>;

/** `GET /api/me/email` */
export const getOwnAddress = operation({
  id: 'getOwnAddress',
  method: 'GET',
  path: '/api/me/email',
  summary: 'One’s e-mail address, and a change of it that waits',
  permission: 'account.own',
  responses: { 200: ownAddress },
});

/** `PUT /api/me/email`: asks for a change; a later one takes its place. */
export const changeOwnAddress = operation({
  id: 'changeOwnAddress',
  method: 'PUT',
  path: '/api/me/email',
  summary: 'Ask for another e-mail address; it counts once confirmed at both',
  permission: 'account.own',
  body: z.object({
    email: emailAddress,
    password: typedPassword
      .optional()
      .describe('The present one; left out by those who have none.'),
  }),
  responses: { 202: ownAddress },
  problems: [
    'present-password-wrong',
    'sign-in-paused',
    'sign-in-again',
    'letters-paused',
    'same-address',
  ],
});

/** `DELETE /api/me/email/change` */
export const cancelAddressChange = operation({
  id: 'cancelAddressChange',
  method: 'DELETE',
  path: '/api/me/email/change',
  summary: 'Give up a change of address that waits',
  permission: 'account.own',
  responses: { 200: ownAddress },
});

/** `POST /api/auth/change-email`: answers one of the two letters. */
export const answerAddressChange = operation({
  id: 'answerAddressChange',
  method: 'POST',
  path: '/api/auth/change-email',
  summary: 'Confirm or refuse a change of address with the link of a letter',
  permission: 'account.enter',
  body: z.object({ token: linkToken, answer: z.enum(['confirm', 'refuse']) }),
  responses: {
    200: z.object({
      state: z
        .enum(['waiting', 'changed', 'refused'])
        .describe('`waiting`: the other address has not answered yet.'),
    }),
  },
  problems: ['letter-link-unknown', 'letter-link-expired', 'letter-link-used', 'account-exists'],
});
