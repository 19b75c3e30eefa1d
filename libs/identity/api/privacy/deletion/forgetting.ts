import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Changes, describeFault, Jobs, Mail, SLICES, type Slice } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { IDENTITY } from '../../people/people';
import { goneLetter } from './letters';

/** What the last letter to a person is called; it goes as soon as it has been delivered. */
export const LAST_LETTER = 'identity.account-deleted';

interface Leaving {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Forgets the people whose week is over: every slice forgets its part, in one transaction each. */
@Injectable()
export class Forgetting implements OnModuleInit {
  private readonly logger = new Logger(Forgetting.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(SLICES) private readonly slices: readonly Slice[],
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly changes: Changes,
  ) {}

  onModuleInit(): void {
    this.jobs.every('identity.forget', '30 3 * * *', () => this.run(new Date()));
  }

  /**
   * Forgets everyone who is due by then. Who can't be forgotten now (the last administrator) is left
   * for the next day, and holds nobody else up.
   * @returns how many have been forgotten
   */
  async run(now: Date): Promise<number> {
    const due = await this.database.query<{ person_id: string }[]>(
      'SELECT person_id FROM identity.deletion WHERE due_at <= $1 ORDER BY due_at',
      [now],
    );
    let forgotten = 0;
    for (const { person_id: person } of due) {
      try {
        if (await this.forget(person, now)) forgotten += 1;
      } catch (fault) {
        this.logger.error(`An account could not be deleted: ${describeFault(fault)}`);
      }
    }
    return forgotten;
  }

  private async forget(person: string, now: Date): Promise<boolean> {
    const done = await this.database.transaction(async (manager) => {
      const leaving = await hold(manager, person, now);
      if (!leaving) return false;
      const { name, email, language } = leaving;
      for (const slice of [...this.slices].reverse()) {
        await slice.personalData?.forget(manager, person);
      }
      await this.mail.post(manager, {
        to: { name, address: email },
        person: null,
        kind: LAST_LETTER,
        language,
        content: goneLetter(language),
      });
      await Changes.announce(manager, IDENTITY, person);
      return true;
    });
    if (done) this.changes.changedHere(IDENTITY, person);
    return done;
  }
}

/**
 * Holds a person until they are forgotten; null when they have taken it back meanwhile. Held without
 * their key: whoever notes something about them meanwhile, with other locks in hand, needn't wait, and
 * so never waits in a circle.
 */
async function hold(manager: EntityManager, person: string, now: Date): Promise<Leaving | null> {
  const [leaving] = await manager.query<Leaving[]>(
    `SELECT p.id, p.name, p.email, p.language
     FROM identity.deletion d JOIN identity.person p ON p.id = d.person_id
     WHERE d.person_id = $1 AND d.due_at <= $2 FOR NO KEY UPDATE`,
    [person, now],
  );
  return leaving ?? null;
}
