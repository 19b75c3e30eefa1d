import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isRefusal, refuse, type Refusal } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { AUTH, type Auth } from '../session/better-auth';
import { CodeLimit } from './code-limit';
import { stepOfCode } from './one-time-codes';
import { useRecoveryCode } from './recovery-codes';
import { unseal } from './sealed';
import { SecondStepLetters } from './letters';

/** What is typed in: a code of an app, or one of the recovery codes. */
export interface TypedCode {
  readonly kind: 'totp' | 'recovery-code';
  readonly code: string;
}

/** Checks codes. Each is good for one time, and too many wrong ones are refused for a while. */
@Injectable()
export class Codes {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
    private readonly limit: CodeLimit,
    private readonly letters: SecondStepLetters,
  ) {}

  /** Uses up a code of a person. Null when it was right. */
  async use(
    person: string,
    { kind, code }: TypedCode,
  ): Promise<Refusal<'wrong-code' | 'second-step-paused'> | null> {
    const attempt = await this.limit.watch(person, kind, () =>
      kind === 'totp' ? this.useTotp(person, code) : this.useRecovery(person, code),
    );
    if (attempt === 'right') return null;
    if (isRefusal(attempt)) return attempt;
    await this.database.transaction(async (manager) => {
      const facts = { kind };
      await Audit.record(manager, {
        action: 'second-step-failed',
        actor: null,
        subject: person,
        facts,
      });
      if (attempt === 'last') await this.letters.post(manager, person, 'second-step-paused');
    });
    return refuse('wrong-code');
  }

  /** A code is right once: the step it is of has to be later than that of the one before it. */
  private async useTotp(person: string, code: string): Promise<boolean> {
    const [totp] = await this.database.query<{ id: string; secret: Buffer }[]>(
      `SELECT id, secret FROM identity.totp WHERE person_id = $1 AND confirmed_at IS NOT NULL`,
      [person],
    );
    if (!totp) return false;
    const { secret } = await this.auth.$context;
    const step = stepOfCode(unseal(totp.secret, secret, person), code, Date.now());
    if (step === null) return false;
    const [used] = await this.database.query<[unknown[], number]>(
      `UPDATE identity.totp SET last_step = $2 WHERE id = $1 AND last_step < $2 RETURNING id`,
      [totp.id, step],
    );
    return used.length > 0;
  }

  private useRecovery(person: string, code: string): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      if (!(await useRecoveryCode(manager, person, code))) return false;
      const [{ left } = { left: 0 }] = await manager.query<{ left: number }[]>(
        `SELECT count(*)::int AS left FROM identity.recovery_code
         WHERE person_id = $1 AND used_at IS NULL`,
        [person],
      );
      await Audit.record(manager, {
        action: 'recovery-code-used',
        actor: person,
        subject: person,
        facts: { count: left },
      });
      await this.letters.post(manager, person, 'recovery-code-used', { left });
      return true;
    });
  }
}
