import { FEEDBACK_STAYS } from '@luotsi/calendar/model';
import { Notices } from '@luotsi/notice/api';
import { Jobs } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { AttendanceCertificates } from '../certificates/attendance-certificates';
import { ENTITLED, FeedbackDesk } from './feedback-desk';

/** The regular works that follow sessions. */
export const AFTER_SESSIONS = 'calendar.after-sessions';
export const SHUFFLE_FEEDBACK = 'calendar.shuffle-feedback';

/** Sessions at a time; the next run goes on. */
const AT_ONCE = 200;

/**
 * What follows when a session is over, once for each: those who were there are asked how it was, and
 * get their certificates. Nothing depends on its being in time: answers are taken before it as well.
 */
@Injectable()
export class AfterSessions implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly desk: FeedbackDesk,
    private readonly certificates: AttendanceCertificates,
  ) {}

  onModuleInit(): void {
    this.jobs.every(AFTER_SESSIONS, '*/10 * * * *', () => this.follow());
    this.jobs.every(SHUFFLE_FEEDBACK, '17 3 * * *', () => this.desk.shuffle());
  }

  /** Follows the sessions that are over and that nothing has followed yet; each in its own transaction. */
  async follow(): Promise<void> {
    const over = await this.database.query<{ id: string; title: Localised }[]>(OVER, [
      FEEDBACK_STAYS / 1_000,
      AT_ONCE,
    ]);
    for (const { id, title } of over) {
      await this.database.transaction(async (manager) => {
        const isFirst = (await manager.query<unknown[]>(FOLLOW, [id])).length > 0;
        if (!isFirst) return;
        await this.ask(manager, id, title);
        await this.certificates.settleAll(manager, id);
      });
    }
  }

  private async ask(manager: EntityManager, session: string, title: Localised): Promise<void> {
    const people = await manager.query<{ person_id: string }[]>(ASK, [session]);
    await Notices.write(manager, {
      kind: 'feedback-asked',
      people: people.map(({ person_id }) => person_id),
      facts: { session: title },
      link: `/sessions/${session}/feedback`,
    });
  }
}

/** By `now()`, which an index is read up to; `clock_timestamp()` would be asked of every row. */
const OVER = `
  SELECT s.id, s.title FROM calendar.session s
  WHERE s.status = 'published'
    AND s.last_end BETWEEN now() - make_interval(secs => $1) AND now()
    AND NOT EXISTS (SELECT FROM calendar.feedback_round r WHERE r.session_id = s.id AND r.followed)
  ORDER BY s.last_end, s.id LIMIT $2`;

/** Answers may have come before it. One process does it; another that is as quick finds it done. */
const FOLLOW = `
  INSERT INTO calendar.feedback_round AS r (session_id, followed) VALUES ($1, true)
  ON CONFLICT (session_id) DO UPDATE SET followed = true WHERE NOT r.followed
  RETURNING 1`;

const ASK = `
  WITH new AS (
    INSERT INTO calendar.feedback_asked (session_id, person_id)
    SELECT s.id, entitled.person_id FROM calendar.session s CROSS JOIN LATERAL (${ENTITLED()}) entitled
    WHERE s.id = $1
    ON CONFLICT DO NOTHING RETURNING person_id
  ), counted AS (
    UPDATE calendar.feedback_round r SET asked = (SELECT count(*) FROM new)
      + (SELECT count(*) FROM calendar.feedback_asked a WHERE a.session_id = $1)
    WHERE r.session_id = $1
  )
  SELECT person_id FROM new`;
