import { id, idParams, instant, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { browsers, systems } from '../browser';

/** Somewhere that one is signed in. */
export const ownSignIn = z
  .object({
    id,
    browser: z.enum(browsers),
    system: z.enum(systems),
    signedInAt: instant,
    lastSeenAt: instant.describe('To ten minutes.'),
    expiresAt: instant.describe('When it ends unless it is used.'),
    secondStep: z.boolean().describe('It went through a second step.'),
    current: z.boolean().describe('The one that asks.'),
  })
  .meta({ id: 'OwnSignIn' });
export type OwnSignIn = z.infer<typeof ownSignIn>;

/** `GET /api/me/sessions`: the latest seen first. */
export const listOwnSignIns = operation({
  id: 'listOwnSignIns',
  method: 'GET',
  path: '/api/me/sessions',
  summary: 'Where one is signed in',
  permission: 'account.own',
  responses: { 200: listOf(ownSignIn) },
});

/** `DELETE /api/me/sessions/{id}`: ends one of them; the one that asks, too, when it is that. */
export const endOwnSignIn = operation({
  id: 'endOwnSignIn',
  method: 'DELETE',
  path: '/api/me/sessions/{id}',
  summary: 'Sign out of one place',
  permission: 'account.own',
  params: idParams,
  responses: { 204: null },
});

/** `DELETE /api/me/sessions`: ends all but the one that asks. */
export const endOtherSignIns = operation({
  id: 'endOtherSignIns',
  method: 'DELETE',
  path: '/api/me/sessions',
  summary: 'Sign out everywhere else',
  permission: 'account.own',
  responses: { 200: z.object({ ended: z.number().int() }) },
});
