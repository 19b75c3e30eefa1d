import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  asksSecondStep,
  mayBeLeftWith,
  type Passkey,
  type PasskeyCreated,
  type PasskeyCreationOptions,
} from '@luotsi/identity/model';
import { Changes, CONFIGURATION, newId, type Configuration } from '@luotsi/platform/api';
import { isRefusal, refuse, type Refusal } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { announced } from '../second-step/announced';
import { SecondStepLetters } from '../second-step/letters';
import { lockMethods } from '../second-step/methods';
import { Proof, type ProofMissing } from '../second-step/proof';
import { renewRecoveryCodes } from '../second-step/recovery-codes';
import { Challenges } from './challenges';
import { handleOf } from './handle';
import { ALGORITHMS, relyingParty, verifyCreated, type NewPasskey } from './verify';

/** How many passkeys one person may have. */
const MOST = 20;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly synced: boolean;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

/** A person's own passkeys. */
@Injectable()
export class Passkeys {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly changes: Changes,
    private readonly challenges: Challenges,
    private readonly proof: Proof,
    private readonly letters: SecondStepLetters,
  ) {}

  /** Those that a person has, the newest first. */
  async list(person: string): Promise<Passkey[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT id, name, synced, created_at, last_used_at FROM identity.passkey
       WHERE person_id = $1 ORDER BY id DESC`,
      [person],
    );
    return rows.map(asSent);
  }

  /** What the browser makes a new passkey from. */
  async start(
    person: string,
    password: string | undefined,
    request: FastifyRequest,
  ): Promise<PasskeyCreationOptions | ProofMissing | TooMany> {
    const methods = await this.proof.ask(person, password, request);
    if (isRefusal(methods)) return methods;
    if (methods.passkeys >= MOST) return refuse('too-many-passkeys');
    const known = await this.database.query<{ id: string }[]>(
      `SELECT credential_id AS id FROM identity.passkey WHERE person_id = $1`,
      [person],
    );
    const [{ name, email } = { name: '', email: '' }] = await this.database.query<
      { name: string; email: string }[]
    >(`SELECT name, email FROM identity.person WHERE id = $1`, [person]);
    const party = relyingParty(this.configuration);
    return {
      rp: { id: party.id, name: party.name },
      user: { id: handleOf(person).toString('base64url'), name: email, displayName: name },
      challenge: (await this.challenges.make(person)).toString('base64url'),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
      timeout: 300_000,
      excludeCredentials: known.map(({ id }) => ({ id, type: 'public-key' as const })),
      authenticatorSelection: {
        residentKey: 'required' as const,
        requireResidentKey: true as const,
        userVerification: 'required' as const,
      },
      attestation: 'none' as const,
    };
  }

  /** Adds what the browser has made. With it come recovery codes where there are none yet. */
  async add(
    person: string,
    name: string,
    created: PasskeyCreated,
    request: FastifyRequest,
  ): Promise<
    | { readonly passkey: Passkey; readonly codes: string[] | null }
    | TooMany
    | Refusal<'passkey-refused' | 'passkey-known' | 'second-step-needed'>
  > {
    const methods = await this.proof.strongEnough(person, request);
    if (isRefusal(methods)) return methods;
    const challenge = await this.challenges.use(created.response.clientDataJSON, person);
    if (challenge === null) return refuse('passkey-refused');
    const passkey = await verifyCreated(created, challenge, this.configuration);
    if (passkey === null) return refuse('passkey-refused');
    return announced(this.database, this.changes, person, (manager) =>
      this.keep(manager, person, name, passkey),
    );
  }

  /** Gives one another name. False when the person has no such passkey. */
  async rename(person: string, id: string, name: string): Promise<boolean> {
    const [renamed] = await this.database.query<[unknown[], number]>(
      `UPDATE identity.passkey SET name = $3 WHERE id = $2 AND person_id = $1 RETURNING id`,
      [person, id, name],
    );
    return renamed.length > 0;
  }

  /** Removes one, unless the person would be left without the second step that they need. */
  async remove(
    person: string,
    id: string,
    password: string | undefined,
    request: FastifyRequest,
  ): Promise<ProofMissing | Refusal<'second-step-compulsory' | 'not-found'> | null> {
    const missing = await this.proof.ask(person, password, request);
    if (isRefusal(missing)) return missing;
    return announced(this.database, this.changes, person, async (manager) => {
      const methods = await lockMethods(manager, person);
      if (!methods) return refuse('not-found');
      const left = { ...methods, passkeys: methods.passkeys - 1 };
      const [found] = await manager.query<{ name: string }[]>(
        `SELECT name FROM identity.passkey WHERE id = $2 AND person_id = $1`,
        [person, id],
      );
      if (!found) return refuse('not-found');
      const refusal = mayBeLeftWith(left);
      if (refusal) return refusal;
      await manager.query(`DELETE FROM identity.passkey WHERE id = $1`, [id]);
      if (!asksSecondStep(left)) {
        await manager.query(`DELETE FROM identity.recovery_code WHERE person_id = $1`, [person]);
      }
      await Audit.record(manager, { action: 'passkey-removed', actor: person, subject: person });
      await this.letters.post(manager, person, 'passkey-removed', found);
      return null;
    });
  }

  private async keep(
    manager: EntityManager,
    person: string,
    name: string,
    { credentialId, publicKey, counter, synced }: NewPasskey,
  ) {
    const methods = await lockMethods(manager, person);
    if (!methods || methods.passkeys >= MOST) return refuse('too-many-passkeys');
    const [row] = await manager.query<Row[]>(
      `INSERT INTO identity.passkey
         (id, person_id, credential_id, public_key, counter, synced, name)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (credential_id) DO NOTHING
       RETURNING id, name, synced, created_at, last_used_at`,
      [newId(), person, credentialId, Buffer.from(publicKey), counter, synced, name],
    );
    if (!row) return refuse('passkey-known');
    await Audit.record(manager, { action: 'passkey-added', actor: person, subject: person });
    await this.letters.post(manager, person, 'passkey-added', { name });
    const isOn = asksSecondStep({ ...methods, passkeys: methods.passkeys + 1 });
    const codes =
      isOn && methods.recoveryCodes === 0 ? await renewRecoveryCodes(manager, person) : null;
    return { passkey: asSent(row), codes };
  }
}

type TooMany = Refusal<'too-many-passkeys'>;

function asSent({ id, name, synced, created_at, last_used_at }: Row): Passkey {
  return {
    id,
    name,
    synced,
    createdAt: created_at.toISOString(),
    lastUsedAt: last_used_at?.toISOString() ?? null,
  };
}
