import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { statusAt, type EnrolmentNeeds, type SessionStatus } from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import type { DataSource, EntityManager } from 'typeorm';

interface Row {
  readonly status: SessionStatus;
  readonly last_end: Date | null;
  readonly asks_diet: boolean;
  readonly asks_access_needs: boolean;
  readonly at: Date;
  /** The enrolment of whoever is in; null: they are not. */
  readonly enrolment: string | null;
}

/**
 * Diets and access needs. Their organiser reads them in the list of the enrolled, the person in their
 * own enrolment, and nobody else anywhere.
 */
@Injectable()
export class Needs {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * Keeps what someone who is in a session needs there; both empty: nothing is kept any more.
   * @throws ProblemException `not-found`, `session-past`, `not-enrolled`, `needs-not-asked`
   */
  async keep(sessionId: string, personId: string, needs: EnrolmentNeeds): Promise<EnrolmentNeeds> {
    return this.database.transaction(async (manager) => {
      const row = await read(manager, sessionId, personId);
      if (statusAt(row.status, row.last_end?.getTime() ?? Infinity, row.at.getTime()) === 'held')
        throw new ProblemException('session-past');
      if (row.enrolment === null) throw new ProblemException('not-enrolled');
      const asked = whatIsAsked(row, needs);
      if (asked.diet !== needs.diet || asked.accessNeeds !== needs.accessNeeds)
        throw new ProblemException('needs-not-asked');
      await write(manager, row.enrolment, needs);
      return needs;
    });
  }

  /**
   * Keeps what someone said while enrolling, as far as the session asks for it: a question that was
   * withdrawn meanwhile is no reason to be out.
   */
  async keepWhatIsAsked(sessionId: string, personId: string, needs: EnrolmentNeeds): Promise<void> {
    if (needs.diet === '' && needs.accessNeeds === '') return;
    await this.database.transaction(async (manager) => {
      const row = await read(manager, sessionId, personId);
      if (row.enrolment !== null) await write(manager, row.enrolment, whatIsAsked(row, needs));
    });
  }
}

/**
 * What a session asks, and the person's enrolment in it, held so that whoever cancels at the same time
 * takes these needs along.
 * @throws ProblemException `not-found`, also for a draft
 */
async function read(manager: EntityManager, sessionId: string, personId: string): Promise<Row> {
  const held = await manager.query<{ id: string }[]>(
    `SELECT id FROM calendar.enrolment WHERE session_id = $1 AND person_id = $2
       AND status NOT IN ('cancelled', 'declined') FOR SHARE`,
    [sessionId, personId],
  );
  const [row] = await manager.query<Omit<Row, 'enrolment'>[]>(
    `SELECT status, last_end, asks_diet, asks_access_needs, clock_timestamp() AS at
     FROM calendar.session WHERE id = $1 AND status <> 'draft'`,
    [sessionId],
  );
  if (!row) throw new ProblemException('not-found');
  return { ...row, enrolment: held[0]?.id ?? null };
}

function whatIsAsked(row: Row, { diet, accessNeeds }: EnrolmentNeeds): EnrolmentNeeds {
  return {
    diet: row.asks_diet ? diet : '',
    accessNeeds: row.asks_access_needs ? accessNeeds : '',
  };
}

async function write(
  manager: EntityManager,
  enrolment: string,
  { diet, accessNeeds }: EnrolmentNeeds,
): Promise<void> {
  if (diet === '' && accessNeeds === '')
    await manager.query('DELETE FROM calendar.enrolment_needs WHERE enrolment_id = $1', [
      enrolment,
    ]);
  else
    await manager.query(
      `INSERT INTO calendar.enrolment_needs (enrolment_id, diet, access_needs) VALUES ($1, $2, $3)
       ON CONFLICT (enrolment_id) DO UPDATE
         SET diet = excluded.diet, access_needs = excluded.access_needs, changed_at = now()`,
      [enrolment, diet, accessNeeds],
    );
}
