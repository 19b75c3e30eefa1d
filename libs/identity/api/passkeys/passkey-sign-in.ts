import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PasskeyAsserted } from '@luotsi/identity/model';
import { CONFIGURATION, type Configuration } from '@luotsi/platform/api';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { Challenges } from './challenges';
import { handleOf } from './handle';
import { relyingParty, verifyAsserted } from './verify';

/** Signing in with a passkey. */
@Injectable()
export class PasskeySignIn {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly challenges: Challenges,
  ) {}

  /** What the browser asks any passkey of this service with. */
  async challenge() {
    const challenge = (await this.challenges.make(null)).toString('base64url');
    const { id } = relyingParty(this.configuration);
    return { challenge, timeout: 300_000, rpId: id, userVerification: 'required' as const };
  }

  /** Who a passkey signs in. Its row is locked, so that two answers can't use one counter. */
  async personOf(
    asserted: PasskeyAsserted,
  ): Promise<string | Refusal<'passkey-refused' | 'passkey-unknown'>> {
    const challenge = await this.challenges.use(asserted.response.clientDataJSON, null);
    if (challenge === null) return refuse('passkey-refused');
    return this.database.transaction(async (manager) => {
      const [kept] = await manager.query<
        { id: string; person: string; publicKey: Buffer; counter: string }[]
      >(
        `SELECT id, person_id AS person, public_key AS "publicKey", counter
         FROM identity.passkey WHERE credential_id = $1 FOR UPDATE`,
        [asserted.id],
      );
      if (!kept) return refuse('passkey-unknown');
      const stated = Buffer.from(asserted.response.userHandle ?? '', 'base64url');
      const used = stated.equals(handleOf(kept.person))
        ? await verifyAsserted(
            asserted,
            challenge,
            { ...kept, credentialId: asserted.id, counter: Number(kept.counter) },
            this.configuration,
          )
        : null;
      if (used === null) {
        await Audit.record(manager, {
          action: 'sign-in-failed',
          actor: null,
          subject: kept.person,
          facts: { way: 'passkey' },
        });
        return refuse('passkey-refused');
      }
      await manager.query(
        `UPDATE identity.passkey SET counter = $2, synced = $3, last_used_at = now() WHERE id = $1`,
        [kept.id, used.counter, used.synced],
      );
      return kept.person;
    });
  }
}
