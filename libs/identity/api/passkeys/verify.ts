import type { PasskeyAsserted, PasskeyCreated } from '@luotsi/identity/model';
import { publicOrigin, type Configuration } from '@luotsi/platform/api';
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';

/** Signatures that we take: Ed25519, ECDSA over P-256, RSA (every platform has one of them). */
export const ALGORITHMS = [-8, -7, -257];

/** Where passkeys of this installation belong to: the host of its public address. */
export function relyingParty(configuration: Configuration) {
  const origin = publicOrigin(configuration);
  return { origin, id: new URL(origin).hostname, name: 'Luotsi' };
}

/** A passkey that a browser has made. */
export interface NewPasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly synced: boolean;
}

/** Reads a new passkey. Null when anything about it is not as it has to be. */
export async function verifyCreated(
  created: PasskeyCreated,
  challenge: string,
  configuration: Configuration,
): Promise<NewPasskey | null> {
  const party = relyingParty(configuration);
  try {
    if (!isUnattested(created.response.attestationObject)) return null;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...created, clientExtensionResults: {} } as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!registrationInfo) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      synced: credentialBackedUp,
    };
  } catch {
    return null;
  }
}

/** A passkey as we keep it. */
export interface KeptPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/**
 * Checks what a passkey has signed: challenge, origin, host, presence and verification of the user,
 * a counter that has gone on, the signature.
 * @returns the new counter and whether the passkey is synced; null when it may not sign in
 */
export async function verifyAsserted(
  asserted: PasskeyAsserted,
  challenge: string,
  kept: KeptPasskey,
  configuration: Configuration,
): Promise<{ readonly counter: number; readonly synced: boolean } | null> {
  const party = relyingParty(configuration);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...asserted, clientExtensionResults: {} } as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: kept.credentialId,
        publicKey: new Uint8Array(kept.publicKey),
        counter: kept.counter,
      },
    });
    if (!verified) return null;
    const { newCounter, credentialBackedUp } = authenticationInfo;
    return { counter: newCounter, synced: credentialBackedUp };
  } catch {
    return null;
  }
}

/**
 * Whether a new passkey comes without a maker's certificates, as we ask for: checking those would
 * fetch revocation lists from addresses that the sender chooses.
 */
function isUnattested(attestationObject: string): boolean {
  const attestation = decodeAttestationObject(
    new Uint8Array(Buffer.from(attestationObject, 'base64url')),
  );
  const format = attestation.get('fmt');
  return format === 'none' || (format === 'packed' && !attestation.get('attStmt').get('x5c'));
}
