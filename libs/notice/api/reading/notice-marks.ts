import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Changes, ProblemException } from '@luotsi/platform/api';
import type { DataSource, EntityManager } from 'typeorm';
import { Notices, NOTICES } from '../writing/notices';

/** Marks what someone has read. Their other windows hear of it. */
@Injectable()
export class NoticeMarks {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  /** Marks one. @throws ProblemException `not-found`, also for someone else's */
  async mark(person: string, id: string, read: boolean): Promise<void> {
    await this.change(person, async (manager) => {
      const found = await manager.query<unknown[]>(
        `SELECT FROM notice.notice WHERE person_id = $1 AND id = $2`,
        [person, id],
      );
      if (found.length === 0) throw new ProblemException('not-found');
      await manager.query(
        `UPDATE notice.notice SET read_at = CASE WHEN $3 THEN coalesce(read_at, now()) END
         WHERE person_id = $1 AND id = $2`,
        [person, id, read],
      );
    });
  }

  /** Marks all read. @param until the newest that the reader has seen */
  async markAll(person: string, until: string | undefined): Promise<void> {
    await this.change(person, (manager) =>
      manager.query(
        `UPDATE notice.notice SET read_at = now()
         WHERE person_id = $1 AND read_at IS NULL AND ($2::uuid IS NULL OR id <= $2)`,
        [person, until ?? null],
      ),
    );
  }

  private async change(person: string, work: (manager: EntityManager) => Promise<unknown>) {
    await this.database.transaction(async (manager) => {
      await work(manager);
      await Notices.announce(manager, [person]);
    });
    this.changes.changedHere(NOTICES, person);
  }
}
