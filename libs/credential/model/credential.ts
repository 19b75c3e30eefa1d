import { id, instant, localised, timeZone } from '@luotsi/platform/model';
import * as z from 'zod';

/** What a credential certifies; certificates of the programme and badges join them. */
export const credentialKinds = ['attendance'] as const;
export const credentialKind = z.enum(credentialKinds).meta({ id: 'CredentialKind' });
export type CredentialKind = z.infer<typeof credentialKind>;

/**
 * What a certificate of attendance says, fixed when it is issued: what is renamed or corrected later
 * doesn't change a paper that somebody holds.
 */
export const attendanceFacts = z
  .object({
    name: z.string().min(1).describe('As the person was called then.'),
    title: localised.describe('Of what was attended.'),
    meetings: z
      .array(z.object({ start: instant, end: instant, timeZone }))
      .min(1)
      .describe('Those that were attended, in order.'),
    minutes: z.int().positive().describe('How long they were together.'),
    organiser: localised.nullable(),
    competences: z.array(localised).describe('What was developed, by name.'),
  })
  .meta({ id: 'AttendanceFacts' });
export type AttendanceFacts = z.infer<typeof attendanceFacts>;

/** Why a credential no longer holds. */
export const revocationReasons = ['corrected', 'replaced'] as const;
export const revocationReason = z.enum(revocationReasons).meta({ id: 'RevocationReason' });
export type RevocationReason = z.infer<typeof revocationReason>;

/** A credential as the person it was issued to sees it. */
export const ownCredential = z
  .object({
    id,
    kind: credentialKind,
    facts: attendanceFacts,
    code: z.string().describe('Opens its verification page to whoever is given it.'),
    issuedAt: instant,
    revoked: z.object({ at: instant, reason: revocationReason }).nullable(),
  })
  .meta({ id: 'OwnCredential' });
export type OwnCredential = z.infer<typeof ownCredential>;

/** What anyone who has been given a code learns: what the paper says, and whether it holds. */
export const verification = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('valid'),
      kind: credentialKind,
      facts: attendanceFacts,
      issuedAt: instant,
    }),
    z.object({
      state: z.literal('revoked'),
      kind: credentialKind,
      reason: revocationReason,
      revokedAt: instant,
    }),
  ])
  .meta({ id: 'Verification' });
export type Verification = z.infer<typeof verification>;

/** How long something took: `{ hours: 6, minutes: 30 }`. */
export function duration(minutes: number): { readonly hours: number; readonly minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
