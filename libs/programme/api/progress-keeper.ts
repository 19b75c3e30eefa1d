import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ProblemException } from '@luotsi/platform/api';
import {
  continueAt,
  mayMark,
  shareOf,
  unitsInOrder,
  type OwnProgress,
  type ProgrammeProgress,
  type ProgrammeSteps,
  type Step,
} from '@luotsi/programme/model';
import type { DataSource } from 'typeorm';
import { ownProgress } from './queries';

interface ProgressRow extends ProgrammeSteps {
  readonly programmeId: string;
  readonly lastActivityId: string | null;
  readonly lastAt: Date | null;
}

interface DoneRow {
  readonly activityId: string;
  readonly completedAt: Date;
}

/** Keeps how far a person has come. Every writing is one statement that may be repeated. */
@Injectable()
export class ProgressKeeper {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** What the person has done, and where they continue in each programme. */
  async of(personId: string): Promise<OwnProgress> {
    const [rows, done] = await Promise.all([
      this.database.query<ProgressRow[]>(ownProgress, [personId]),
      this.database.query<DoneRow[]>(
        `SELECT activity_id AS "activityId", completed_at AS "completedAt"
         FROM programme.progress WHERE person_id = $1 ORDER BY completed_at, activity_id`,
        [personId],
      ),
    ]);
    const ids = new Set(done.map((it) => it.activityId));
    return {
      done: done.map((it) => ({ ...it, completedAt: it.completedAt.toISOString() })),
      programmes: rows.map((row) => programmeProgress(row, ids)),
    };
  }

  /**
   * Marks an activity done, or takes the mark back. Twice is once: the first time of doing stays.
   * @throws ProblemException `not-found`, `activity-not-self-marked`
   */
  async mark(personId: string, activityId: string, done: boolean, now: Date): Promise<void> {
    const [activity] = await this.database.query<Step[]>(
      `SELECT id, kind FROM programme.activity WHERE id = $1`,
      [activityId],
    );
    if (!activity) throw new ProblemException('not-found');
    const refusal = mayMark(activity);
    if (refusal) throw ProblemException.of(refusal);
    await (done
      ? this.database.query(
          `INSERT INTO programme.progress (person_id, activity_id, completed_at)
           VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
          [personId, activityId, now],
        )
      : this.database.query(
          `DELETE FROM programme.progress WHERE person_id = $1 AND activity_id = $2`,
          [personId, activityId],
        ));
  }

  /**
   * Remembers the activity as where the person was last in its programme.
   * @throws ProblemException `not-found`
   */
  async visit(personId: string, activityId: string, now: Date): Promise<void> {
    const written = await this.database.query<unknown[]>(
      `INSERT INTO programme.last_visited (person_id, programme_id, activity_id, visited_at)
       SELECT $1, m.programme_id, a.id, $3
       FROM programme.activity AS a
       JOIN programme.unit AS u ON u.id = a.unit_id
       JOIN programme.module AS m ON m.id = u.module_id
       WHERE a.id = $2
       ON CONFLICT (person_id, programme_id)
       DO UPDATE SET activity_id = excluded.activity_id, visited_at = excluded.visited_at
       RETURNING 1`,
      [personId, activityId, now],
    );
    if (written.length === 0) throw new ProblemException('not-found');
  }
}

function programmeProgress(row: ProgressRow, done: ReadonlySet<string>): ProgrammeProgress {
  const units = unitsInOrder(row);
  return {
    programmeId: row.programmeId,
    ...shareOf(units, done),
    lastVisited:
      row.lastActivityId && row.lastAt
        ? { activityId: row.lastActivityId, at: row.lastAt.toISOString() }
        : null,
    continueAt: continueAt(units, done, row.lastActivityId),
  };
}
