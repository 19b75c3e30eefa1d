import { language, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { emailAddress } from '../email-address';
import { newPassword } from '../password';
import { letterSent, linkToken } from './registration';
import { typedPassword } from './sign-in';

/** `POST /api/auth/request-password-reset`: a link in a letter, where there is an account. */
export const requestPasswordReset = operation({
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/api/auth/request-password-reset',
  summary: 'Ask for a link with which to choose a new password',
  permission: 'account.enter',
  body: z.object({ email: emailAddress, language }),
  responses: { 202: letterSent },
  problems: ['letters-paused'],
});

/** `POST /api/auth/reset-password`: ends every sign-in of the person. */
export const resetPassword = operation({
  id: 'resetPassword',
  method: 'POST',
  path: '/api/auth/reset-password',
  summary: 'Choose a new password with the link of the letter; ends all sign-ins',
  permission: 'account.enter',
  body: z.object({ token: linkToken, password: newPassword }),
  responses: { 200: z.object({ email: z.string().describe('What one now signs in with.') }) },
  problems: ['letter-link-unknown', 'letter-link-expired', 'letter-link-used'],
});

/** `GET /api/me/password`: whether one has a password at all. */
export const getPasswordState = operation({
  id: 'getPasswordState',
  method: 'GET',
  path: '/api/me/password',
  summary: 'Whether one has a password; some sign in by other means alone',
  permission: 'account.own',
  responses: { 200: z.object({ set: z.boolean() }) },
});

/** `PUT /api/me/password`: ends every other sign-in of the person. */
export const changePassword = operation({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Change one’s password; ends all other sign-ins',
  permission: 'account.own',
  body: z.object({ present: typedPassword, password: newPassword }),
  responses: { 200: z.object({ signInsEnded: z.number().int() }) },
  problems: ['present-password-wrong', 'sign-in-paused', 'no-password'],
});
