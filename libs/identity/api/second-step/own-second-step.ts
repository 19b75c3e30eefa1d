import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { asksSecondStep, mayBeLeftWith, type SecondStep } from '@luotsi/identity/model';
import { Changes, newId } from '@luotsi/platform/api';
import { isRefusal, refuse, type Refusal } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { AUTH, type Auth } from '../session/better-auth';
import { announced } from './announced';
import { Codes, type TypedCode } from './codes';
import { SecondStepLetters } from './letters';
import { lockMethods, readMethods } from './methods';
import { newTotpSecret, stepOfCode, totpAddress } from './one-time-codes';
import { Proof, type ProofMissing } from './proof';
import { renewRecoveryCodes } from './recovery-codes';
import { seal, unseal } from './sealed';
import { CodeLimit } from './code-limit';

interface Begun {
  readonly id: string;
  readonly secret: Buffer;
}

/** A person's own one-time codes and recovery codes: setting up, renewing, turning off. */
@Injectable()
export class OwnSecondStep {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
    private readonly changes: Changes,
    private readonly proof: Proof,
    private readonly codes: Codes,
    private readonly limit: CodeLimit,
    private readonly letters: SecondStepLetters,
  ) {}

  /** How it stands. */
  async read(person: string, request: FastifyRequest): Promise<Omit<SecondStep, 'passkeys'>> {
    const methods = await readMethods(this.database, person);
    if (methods === null) throw new Error('Who is signed in has gone meanwhile.');
    const { compulsory, password, totpSince, recoveryCodes, recoverySince } = methods;
    return {
      compulsory,
      on: asksSecondStep(methods),
      confirmed: (await this.proof.session(request)).strong,
      password,
      totp: totpSince && { since: totpSince.toISOString() },
      recoveryCodes: { left: recoveryCodes, since: recoverySince?.toISOString() ?? null },
    };
  }

  /** A new secret that doesn't count yet; one that does goes on working meanwhile. */
  async start(
    person: string,
    password: string | undefined,
    request: FastifyRequest,
  ): Promise<{ secret: string; address: string } | ProofMissing> {
    const methods = await this.proof.ask(person, password, request);
    if (isRefusal(methods)) return methods;
    const secret = newTotpSecret();
    const sealed = seal(secret, await this.key(), person);
    await this.database.query(
      `INSERT INTO identity.totp (id, person_id, secret) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) WHERE confirmed_at IS NULL
       DO UPDATE SET secret = excluded.secret, created_at = now()`,
      [newId(), person, sealed],
    );
    const [{ email } = { email: '' }] = await this.database.query<{ email: string }[]>(
      `SELECT email FROM identity.person WHERE id = $1`,
      [person],
    );
    return totpAddress(secret, email);
  }

  /** The new secret begins to count, in place of one before it. Returns new recovery codes. */
  async confirm(
    person: string,
    code: string,
    request: FastifyRequest,
  ): Promise<
    | readonly string[]
    | Refusal<'wrong-code' | 'second-step-paused' | 'totp-not-started' | 'second-step-needed'>
  > {
    const methods = await this.proof.strongEnough(person, request);
    if (isRefusal(methods)) return methods;
    const [begun] = await this.database.query<Begun[]>(
      `SELECT id, secret FROM identity.totp
       WHERE person_id = $1 AND confirmed_at IS NULL AND created_at > now() - interval '30 minutes'`,
      [person],
    );
    if (!begun) return refuse('totp-not-started');
    const secret = unseal(begun.secret, await this.key(), person);
    const step = stepOfCode(secret, code, Date.now());
    const attempt = await this.limit.watch(person, 'totp', () => Promise.resolve(step !== null));
    if (isRefusal(attempt)) return attempt;
    if (step === null) return refuse('wrong-code');
    const codes = await announced(this.database, this.changes, person, (manager) =>
      this.putInForce(manager, person, begun, step),
    );
    return codes ?? refuse('totp-not-started');
  }

  /** No more one-time codes. Recovery codes go as well where nothing is left to recover. */
  async turnOff(
    person: string,
    password: string | undefined,
    typed: TypedCode,
    request: FastifyRequest,
  ): Promise<
    ProofMissing | Refusal<'wrong-code' | 'second-step-paused' | 'second-step-compulsory'> | null
  > {
    const methods = await this.proof.ask(person, password, request);
    if (isRefusal(methods)) return methods;
    const refusal = mayBeLeftWith({ ...methods, totp: false });
    if (refusal) return refusal;
    const wrong = await this.codes.use(person, typed);
    if (wrong) return wrong;
    return announced(this.database, this.changes, person, async (manager) => {
      const left = await lockMethods(manager, person);
      const stays = left && mayBeLeftWith({ ...left, totp: false });
      if (stays) return stays;
      await manager.query(`DELETE FROM identity.totp WHERE person_id = $1`, [person]);
      if (left && !asksSecondStep({ ...left, totp: false })) {
        await manager.query(`DELETE FROM identity.recovery_code WHERE person_id = $1`, [person]);
      }
      await this.note(manager, person, 'second-step-off');
      return null;
    });
  }

  /** Ten new recovery codes; those before no longer work. */
  async renew(
    person: string,
    password: string | undefined,
    request: FastifyRequest,
  ): Promise<readonly string[] | ProofMissing | Refusal<'second-step-off'>> {
    const methods = await this.proof.ask(person, password, request);
    if (isRefusal(methods)) return methods;
    if (!asksSecondStep(methods)) return refuse('second-step-off');
    return announced(this.database, this.changes, person, async (manager) => {
      await lockMethods(manager, person);
      await this.note(manager, person, 'recovery-codes-made');
      return renewRecoveryCodes(manager, person);
    });
  }

  private async putInForce(
    manager: EntityManager,
    person: string,
    begun: Begun,
    step: number,
  ): Promise<string[] | null> {
    await lockMethods(manager, person);
    await manager.query(
      `DELETE FROM identity.totp WHERE person_id = $1 AND confirmed_at IS NOT NULL`,
      [person],
    );
    const [confirmed] = await manager.query<[unknown[], number]>(
      `UPDATE identity.totp SET confirmed_at = now(), last_step = $2
       WHERE id = $1 AND secret = $3 AND confirmed_at IS NULL RETURNING id`,
      [begun.id, step, begun.secret],
    );
    if (confirmed.length === 0) return null;
    await this.note(manager, person, 'second-step-on');
    return renewRecoveryCodes(manager, person);
  }

  private async note(
    manager: EntityManager,
    person: string,
    action: 'second-step-on' | 'second-step-off' | 'recovery-codes-made',
  ): Promise<void> {
    await Audit.record(manager, { action, actor: person, subject: person });
    await this.letters.post(manager, person, action);
  }

  private async key(): Promise<string> {
    return (await this.auth.$context).secret;
  }
}
