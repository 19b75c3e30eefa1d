import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import type { Secrets } from './providers';
import { hashOf, newSecret } from './secrets';

/** Seconds in which a sign-in at a provider has to be done. */
export const ATTEMPT_LIFE = 600;

/** A sign-in on its way through a provider. */
export interface Attempt {
  readonly provider: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
  /** A page of ours. */
  readonly returnTo: string;
  /** Who links the provider to their account; null when someone signs in. */
  readonly person: string | null;
}

interface Row {
  readonly provider_id: string;
  readonly redirect_uri: string;
  readonly return_to: string;
  readonly person_id: string | null;
  readonly nonce: string;
  readonly code_verifier: string;
}

/** Sign-ins on their way, each good once, for ten minutes and in the browser where it began. */
@Injectable()
export class Attempts {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** Secrets for a new attempt; `browser` goes into a cookie. */
  secrets(): Secrets & { readonly browser: string } {
    const [state, nonce, codeVerifier, browser] = [
      newSecret(),
      newSecret(),
      newSecret(),
      newSecret(),
    ];
    return { state, nonce, codeVerifier, browser };
  }

  async keep(attempt: Attempt, secrets: ReturnType<Attempts['secrets']>): Promise<void> {
    await this.database.query(
      `INSERT INTO identity.open_id_attempt (state_hash, browser_hash, provider_id, nonce,
         code_verifier, redirect_uri, return_to, person_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9))`,
      [
        hashOf(secrets.state),
        hashOf(secrets.browser),
        attempt.provider,
        secrets.nonce,
        secrets.codeVerifier,
        attempt.redirectUri,
        attempt.returnTo,
        attempt.person,
        ATTEMPT_LIFE,
      ],
    );
    await this.database.query(
      `DELETE FROM identity.open_id_attempt WHERE expires_at < now() - interval '10 minutes'`,
    );
  }

  /** Takes an attempt, which then is used up whatever comes of it. */
  async take(
    provider: string,
    state: string,
    browser: string,
  ): Promise<(Attempt & Secrets) | Refusal<'provider-sign-in-used' | 'provider-sign-in-expired'>> {
    const keys = [hashOf(state), hashOf(browser), provider];
    const [[taken]] = await this.database.query<[Row[]]>(
      `UPDATE identity.open_id_attempt SET used_at = now()
       WHERE state_hash = $1 AND browser_hash = $2 AND provider_id = $3
         AND used_at IS NULL AND expires_at > now()
       RETURNING *`,
      keys,
    );
    if (taken) {
      return {
        provider: taken.provider_id,
        redirectUri: taken.redirect_uri,
        returnTo: taken.return_to,
        person: taken.person_id,
        state,
        nonce: taken.nonce,
        codeVerifier: taken.code_verifier,
      };
    }
    const [used] = await this.database.query<unknown[]>(
      `SELECT FROM identity.open_id_attempt
       WHERE state_hash = $1 AND browser_hash = $2 AND provider_id = $3 AND used_at IS NOT NULL`,
      keys,
    );
    return refuse(used ? 'provider-sign-in-used' : 'provider-sign-in-expired');
  }
}
