import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ReceivedFeedback } from '@luotsi/identity/model';
import { CONFIGURATION, Mail, newId, publicOrigin, type Configuration } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { feedbackLetter } from './letters';

interface Row {
  readonly id: string;
  readonly message: string;
  readonly contact: string | null;
  readonly language: Language;
  readonly received_at: Date;
  readonly due_at: Date;
  readonly answered_at: Date | null;
}

/** What people tell of the service's accessibility, until it has been answered and forgotten. */
@Injectable()
export class AccessibilityFeedbackBox {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly mail: Mail,
  ) {}

  /** Keeps what was told and writes to the administrators, whoever they are at that moment. */
  async receive(
    told: { readonly message: string; readonly contact: string | null },
    language: Language,
  ): Promise<{ id: string; dueAt: string }> {
    return this.database.transaction(async (manager) => {
      const [kept] = await manager.query<{ id: string; due_at: Date }[]>(
        `INSERT INTO identity.accessibility_feedback (id, message, contact, language)
         VALUES ($1, $2, $3, $4) RETURNING id, due_at`,
        [newId(), told.message, told.contact, language],
      );
      if (!kept) throw new Error('What was told was not kept.');
      await this.write(manager, kept.due_at);
      return { id: kept.id, dueAt: kept.due_at.toISOString() };
    });
  }

  /** Everything told; reading how to reach people is noted in the audit log. */
  async list(reader: string): Promise<ReceivedFeedback[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT id, message, contact, language, received_at, due_at, answered_at
       FROM identity.accessibility_feedback
       ORDER BY answered_at IS NOT NULL, CASE WHEN answered_at IS NULL THEN due_at END,
         received_at DESC, id`,
    );
    await Audit.record(this.database.manager, {
      action: 'feedback-read',
      actor: reader,
      facts: { count: rows.length },
    });
    return rows.map(shown);
  }

  /** Null when there is no such feedback. */
  async mark(id: string, answered: boolean, person: string): Promise<ReceivedFeedback | null> {
    const [[row]] = await this.database.query<[Row[]]>(
      `UPDATE identity.accessibility_feedback
       SET answered_at = CASE WHEN $2::boolean THEN coalesce(answered_at, now()) END,
         answered_by = CASE WHEN $2::boolean THEN coalesce(answered_by, $3) END
       WHERE id = $1
       RETURNING id, message, contact, language, received_at, due_at, answered_at`,
      [id, answered, person],
    );
    return row ? shown(row) : null;
  }

  private async write(manager: EntityManager, due: Date): Promise<void> {
    const administrators = await manager.query<
      { id: string; name: string; email: string; language: Language }[]
    >(
      `SELECT DISTINCT p.id, p.name, p.email, p.language FROM identity.person p
       JOIN identity.role_grant g ON g.person_id = p.id AND g.role = 'administrator'
         AND g.valid_from <= now() AND coalesce(g.valid_to > now(), true)`,
    );
    const url = `${publicOrigin(this.configuration)}/accessibility/feedback`;
    for (const { id, name, email, language } of administrators) {
      await this.mail.post(manager, {
        to: { name, address: email },
        person: id,
        kind: 'accessibility-feedback',
        language,
        content: feedbackLetter(language, due, url),
      });
    }
  }
}

function shown(row: Row): ReceivedFeedback {
  return {
    id: row.id,
    message: row.message,
    contact: row.contact,
    language: row.language,
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
  };
}
