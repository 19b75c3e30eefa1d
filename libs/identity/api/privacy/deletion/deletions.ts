import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Changes,
  CONFIGURATION,
  Mail,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import { refuse, type Language, type Refusal } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../../audit/audit';
import { IDENTITY } from '../../people/people';
import { askedLetter } from './letters';

/** Days to think it over. */
const DAYS = 7;

/** A deletion that waits. */
export interface Waiting {
  readonly askedAt: string;
  readonly dueAt: string;
}

interface Row {
  readonly asked_at: Date;
  readonly due_at: Date;
}

/** People who want to leave: asked for, with a week in which it can be taken back. */
@Injectable()
export class Deletions {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly mail: Mail,
    private readonly changes: Changes,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Asks for it; asking again changes nothing. The person is told by mail, too. */
  async ask(person: string): Promise<Waiting | Refusal<'last-administrator-leaving'>> {
    const asked = await this.database.transaction(async (manager) => {
      const [known] = await manager.query<{ name: string; email: string; language: Language }[]>(
        'SELECT name, email, language FROM identity.person WHERE id = $1 FOR UPDATE',
        [person],
      );
      if (!known) throw new Error('Who is signed in has gone meanwhile.');
      const before = await read(manager, person);
      if (before) return before;
      if (await isLastAdministrator(manager, person)) return refuse('last-administrator-leaving');
      await manager.query(
        `INSERT INTO identity.deletion (person_id, due_at)
         VALUES ($1, now() + make_interval(days => $2))`,
        [person, DAYS],
      );
      const waiting = await read(manager, person);
      if (!waiting) throw new Error('What was just written is not there.');
      await Audit.record(manager, {
        action: 'deletion-requested',
        actor: person,
        subject: person,
        facts: { until: waiting.dueAt },
      });
      const { name, email, language } = known;
      await this.mail.post(manager, {
        to: { name, address: email },
        person,
        kind: 'identity.deletion-asked',
        language,
        content: askedLetter(language, new Date(waiting.dueAt), publicOrigin(this.configuration)),
      });
      await Changes.announce(manager, IDENTITY, person);
      return waiting;
    });
    this.changes.changedHere(IDENTITY, person);
    return asked;
  }

  /** Takes it back; nothing to take back is fine, too. */
  async withdraw(person: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [gone] = await manager.query<[unknown[]]>(
        'DELETE FROM identity.deletion WHERE person_id = $1 RETURNING person_id',
        [person],
      );
      if (gone.length === 0) return;
      await Audit.record(manager, { action: 'deletion-withdrawn', actor: person, subject: person });
      await Changes.announce(manager, IDENTITY, person);
    });
    this.changes.changedHere(IDENTITY, person);
  }

  waiting(person: string): Promise<Waiting | null> {
    return read(this.database.manager, person);
  }
}

async function read(manager: EntityManager, person: string): Promise<Waiting | null> {
  const [row] = await manager.query<Row[]>(
    'SELECT asked_at, due_at FROM identity.deletion WHERE person_id = $1',
    [person],
  );
  return row ? { askedAt: row.asked_at.toISOString(), dueAt: row.due_at.toISOString() } : null;
}

/** Whether they alone keep the service going: others who are leaving, too, don't count. */
async function isLastAdministrator(manager: EntityManager, person: string): Promise<boolean> {
  const [row] = await manager.query<{ last: boolean }[]>(
    `SELECT bool_or(g.person_id = $1) AND NOT bool_or(g.person_id <> $1 AND d.person_id IS NULL)
       AS last
     FROM identity.role_grant g LEFT JOIN identity.deletion d USING (person_id)
     WHERE g.role = 'administrator' AND g.valid_to IS NULL AND g.valid_from <= now()`,
    [person],
  );
  return row?.last ?? false;
}
