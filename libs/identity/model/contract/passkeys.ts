import { id, idParams, instant, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { me } from './me';
import { typedPassword } from './sign-in';

/** What a person calls one of their passkeys. */
export const passkeyName = z.string().trim().min(1).max(60);

/** A passkey as its owner sees it. */
export const passkey = z
  .object({
    id,
    name: z.string(),
    synced: z.boolean().describe('Kept by an account on several devices, not by one alone.'),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof passkey>;

/** Bytes in base64url, as WebAuthn has them in JSON. */
const bytes = z
  .string()
  .max(16_384)
  .regex(/^[\w-]*$/);

const credentialKind = z.literal('public-key');
const descriptor = z.object({ id: z.string(), type: credentialKind });

/** WebAuthn Level 3 §5.1.8, PublicKeyCredentialCreationOptionsJSON, as far as we use it. */
const creationOptions = z
  .object({
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.object({ type: credentialKind, alg: z.int() })),
    timeout: z.int(),
    excludeCredentials: z.array(descriptor),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyCreationOptions' });

export type PasskeyCreationOptions = z.infer<typeof creationOptions>;

/** WebAuthn Level 3 §5.1.9: any passkey of this service will do, so none is named. */
const requestOptions = z
  .object({
    challenge: z.string(),
    timeout: z.int(),
    rpId: z.string(),
    userVerification: z.literal('required'),
  })
  .meta({ id: 'PasskeyRequestOptions' });
export type PasskeyRequestOptions = z.infer<typeof requestOptions>;

/** What the browser made of a passkey, WebAuthn Level 3 §5.1: RegistrationResponseJSON. */
const created = z
  .object({
    id: bytes.min(1).max(1_400),
    rawId: bytes.min(1).max(1_400),
    type: credentialKind,
    response: z.object({
      clientDataJSON: bytes.min(1),
      attestationObject: bytes.min(1),
      transports: z.array(z.string().max(32)).max(8).optional(),
    }),
  })
  .meta({ id: 'PasskeyCreated' });
export type PasskeyCreated = z.infer<typeof created>;

/** What a passkey has signed, WebAuthn Level 3 §5.1: AuthenticationResponseJSON. */
const asserted = z
  .object({
    id: bytes.min(1).max(1_400),
    rawId: bytes.min(1).max(1_400),
    type: credentialKind,
    response: z.object({
      clientDataJSON: bytes.min(1),
      authenticatorData: bytes.min(1),
      signature: bytes.min(1),
      userHandle: bytes.optional(),
    }),
  })
  .meta({ id: 'PasskeyAsserted' });
export type PasskeyAsserted = z.infer<typeof asserted>;

/** `POST /api/auth/sign-in/passkey/options`: what the browser asks a passkey with. */
export const startPasskeySignIn = operation({
  id: 'startPasskeySignIn',
  method: 'POST',
  path: '/api/auth/sign-in/passkey/options',
  summary: 'A challenge for a passkey to sign; good for five minutes, once',
  permission: 'account.enter',
  responses: { 200: requestOptions },
});

/** `POST /api/auth/sign-in/passkey`: signs in; a passkey counts as both steps. */
export const signInWithPasskey = operation({
  id: 'signInWithPasskey',
  method: 'POST',
  path: '/api/auth/sign-in/passkey',
  summary: 'Sign in with a passkey, which counts as both steps; sets the session’s cookie',
  permission: 'account.enter',
  body: asserted,
  responses: { 200: me },
  problems: ['passkey-refused', 'passkey-unknown'],
});

/** `POST /api/me/passkeys/options`: what the browser makes a passkey from. */
export const startPasskey = operation({
  id: 'startPasskey',
  method: 'POST',
  path: '/api/me/passkeys/options',
  summary: 'What the browser makes a new passkey from; good for five minutes, once',
  permission: 'account.own',
  body: z.object({ password: typedPassword.optional() }),
  responses: { 200: creationOptions },
  problems: [
    'wrong-password',
    'sign-in-paused',
    'fresh-sign-in-needed',
    'second-step-needed',
    'too-many-passkeys',
  ],
});

/** `POST /api/me/passkeys`: adds what the browser has made. */
export const addPasskey = operation({
  id: 'addPasskey',
  method: 'POST',
  path: '/api/me/passkeys',
  summary: 'Add a passkey; with the first one of who needs a second step come recovery codes',
  permission: 'account.own',
  body: z.object({ name: passkeyName, credential: created }),
  responses: { 201: z.object({ passkey, codes: z.array(z.string()).nullable() }) },
  problems: ['passkey-refused', 'passkey-known', 'too-many-passkeys', 'second-step-needed'],
});

/** `PATCH /api/me/passkeys/{id}`: gives a passkey another name. */
export const renamePasskey = operation({
  id: 'renamePasskey',
  method: 'PATCH',
  path: '/api/me/passkeys/{id}',
  summary: 'Give a passkey another name',
  permission: 'account.own',
  params: idParams,
  body: z.object({ name: passkeyName }),
  responses: { 204: null },
});

/** `DELETE /api/me/passkeys/{id}`: a passkey that no longer signs in. */
export const removePasskey = operation({
  id: 'removePasskey',
  method: 'DELETE',
  path: '/api/me/passkeys/{id}',
  summary: 'Remove a passkey; it no longer signs in',
  permission: 'account.own',
  params: idParams,
  body: z.object({ password: typedPassword.optional() }),
  responses: { 204: null },
  problems: [
    'wrong-password',
    'sign-in-paused',
    'fresh-sign-in-needed',
    'second-step-compulsory',
    'second-step-needed',
  ],
});
