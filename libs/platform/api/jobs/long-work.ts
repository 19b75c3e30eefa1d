import type { JobProgress } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { JOBS_SCHEMA } from './schema';

/** What a piece of work can say and ask while it is done. */
export interface RunningJob {
  /** Says how far it is; shown to the person who waits. */
  progress(done: number, total: number): Promise<void>;
  /** Whether the person has called it off. What was done until then stays. */
  cancelled(): Promise<boolean>;
}

/** Work that nobody waits for. */
export const unseen: RunningJob = {
  progress: () => Promise.resolve(),
  cancelled: () => Promise.resolve(false),
};

/** Adds long work to the table where its person sees it. */
export async function addLongWork(
  manager: EntityManager,
  job: { readonly id: string; readonly kind: string; readonly person: string },
): Promise<void> {
  await manager.query(`INSERT INTO platform.job (id, kind, person_id) VALUES ($1, $2, $3)`, [
    job.id,
    job.kind,
    job.person,
  ]);
}

/** How far a person's own long work is; null when it is not theirs or not there. */
export async function seeLongWork(
  database: DataSource,
  id: string,
  person: string,
): Promise<JobProgress | null> {
  const [row] = await database.query<(JobProgress & { result: unknown })[]>(
    `SELECT state, done, total, result FROM platform.job WHERE id = $1 AND person_id = $2`,
    [id, person],
  );
  if (!row) return null;
  const { result, ...progress } = row;
  return result === null ? progress : { ...progress, result };
}

/** Calls off a person's own long work, unless it has ended. False when it is not theirs. */
export async function cancelLongWork(
  database: DataSource,
  id: string,
  person: string,
): Promise<boolean> {
  const [row] = await database.query<unknown[]>(
    `WITH ended AS (
       UPDATE platform.job SET state = 'cancelled', ended_at = now()
       WHERE id = $1 AND person_id = $2 AND ended_at IS NULL)
     SELECT FROM platform.job WHERE id = $1 AND person_id = $2`,
    [id, person],
  );
  return row !== undefined;
}

/** Work whose last try was cut off by a kill has nobody left to say so. Returns how much it was. */
export async function failLostWork(database: DataSource): Promise<number> {
  const [, lost] = await database.query<[unknown[], number]>(
    `UPDATE platform.job j SET state = 'failed', ended_at = now()
     WHERE ended_at IS NULL AND NOT EXISTS (
       SELECT FROM ${JOBS_SCHEMA}.job q WHERE q.name = j.kind AND q.id = j.id AND q.state < 'completed')`,
  );
  return lost;
}

/**
 * Does long work and keeps its row: running, then done with what it gave. What a person has called
 * off stays called off. A fault marks it as failed only when it is not tried again.
 */
export async function doLongWork(
  database: DataSource,
  id: string,
  last: boolean,
  work: (job: RunningJob) => Promise<unknown>,
): Promise<void> {
  const change = async (assignments: string, values: unknown[]) => {
    const [rows] = await database.query<[unknown[]]>(
      `UPDATE platform.job SET ${assignments} WHERE id = $1 AND ended_at IS NULL RETURNING id`,
      [id, ...values],
    );
    return rows.length > 0;
  };
  if (!(await change(`state = 'running'`, []))) return;
  try {
    const result = await work({
      progress: async (done, total) => {
        await change(`done = $2, total = $3`, [Math.trunc(done), Math.trunc(total)]);
      },
      cancelled: async () => {
        const rows = await database.query<unknown[]>(
          `SELECT FROM platform.job WHERE id = $1 AND ended_at IS NULL`,
          [id],
        );
        return rows.length === 0;
      },
    });
    await change(`state = 'done', result = $2, ended_at = now()`, [
      result === undefined ? null : JSON.stringify(result),
    ]);
  } catch (fault) {
    if (last) await change(`state = 'failed', ended_at = now()`, []);
    throw fault;
  }
}
