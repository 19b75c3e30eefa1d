import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Changes } from '@luotsi/platform/api';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { IDENTITY } from '../people/people';
import { SecondStepLetters } from './letters';
import { lockMethods } from './methods';

/** The way back of someone who has lost phone, passkeys and recovery codes. */
@Injectable()
export class SecondStepReset {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly letters: SecondStepLetters,
  ) {}

  /** Takes a person's second step and sign-ins away. An administrator's own goes the usual way. */
  async reset(
    person: string,
    administrator: string,
  ): Promise<Refusal<'not-found' | 'second-step-own'> | null> {
    if (person === administrator) return refuse('second-step-own');
    const refusal = await this.database.transaction(async (manager) => {
      if (!(await lockMethods(manager, person))) return refuse('not-found');
      for (const table of ['totp', 'recovery_code', 'passkey', 'half_sign_in', 'session']) {
        await manager.query(`DELETE FROM identity.${table} WHERE person_id = $1`, [person]);
      }
      await Audit.record(manager, {
        action: 'second-step-off',
        actor: administrator,
        subject: person,
        facts: { reset: true },
      });
      await this.letters.post(manager, person, 'second-step-reset');
      await Changes.announce(manager, IDENTITY, person);
      return null;
    });
    this.changes.changedHere(IDENTITY, person);
    return refusal;
  }
}
