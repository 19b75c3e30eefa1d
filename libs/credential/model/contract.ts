import { idParams, language, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { ownCredential, verification } from './credential';

/** `GET /api/me/credentials`: latest first, those revoked included. */
export const listOwnCredentials = operation({
  id: 'listOwnCredentials',
  method: 'GET',
  path: '/api/me/credentials',
  summary: 'One’s own certificates',
  permission: 'account.own',
  responses: { 200: listOf(ownCredential) },
});

/** `GET /api/me/credentials/{id}/certificate.pdf`: a tagged PDF with the address that verifies it. */
export const downloadCertificate = operation({
  id: 'downloadCertificate',
  method: 'GET',
  path: '/api/me/credentials/{id}/certificate.pdf',
  summary: 'A certificate of one’s own as an accessible PDF',
  permission: 'account.own',
  params: idParams,
  query: z.object({
    lang: language.optional().describe('The language of the paper; one’s own unless said.'),
  }),
  responses: { 200: { mediaType: 'application/pdf', description: 'The certificate.' } },
  problems: ['credential-revoked'],
});

/**
 * `GET /api/credentials/{code}`: whoever has been given the address on a paper learns whether it
 * holds. The person consents by giving it: the code can't be guessed, and nothing lists codes.
 */
export const verifyCredential = operation({
  id: 'verifyCredential',
  method: 'GET',
  path: '/api/credentials/{code}',
  summary: 'Whether a certificate is genuine and holds, and what it says',
  permission: 'public.read',
  params: z.object({ code: z.string().max(60) }),
  responses: { 200: verification },
  problems: ['credential-unknown', 'credential-checks-paused'],
});
