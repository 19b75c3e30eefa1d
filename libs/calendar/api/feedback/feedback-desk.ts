import {
  batchOf,
  FEEDBACK_STAYS,
  whyNoFeedback,
  type FeedbackAnswer,
  type FeedbackStanding,
  type SessionStatus,
} from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';

interface StandingRow {
  readonly status: SessionStatus;
  readonly last_end: Date | null;
  readonly entitled: boolean;
  readonly answered: boolean;
  readonly now: Date;
}

/** How someone stands with feedback on a session, and the time by the database's clock. */
export interface Standing extends FeedbackStanding {
  readonly now: number;
  /** Until when one can answer; null: it hasn't been held. */
  readonly until: string | null;
}

/**
 * Who is asked about session `s`: who was at any of its meetings, and who had a seat and of whom
 * nothing was noted.
 * @param person SQL that narrows it, of a column `person_id`
 */
export const ENTITLED = (person = '') => `
  SELECT a.person_id FROM calendar.meeting m JOIN calendar.attendance a ON a.meeting_id = m.id
  WHERE m.session_id = s.id AND a.present AND a.person_id IS NOT NULL ${person}
  UNION
  SELECT a.person_id FROM calendar.enrolment a
  WHERE a.session_id = s.id AND a.status = 'confirmed' AND a.person_id IS NOT NULL ${person}
    AND NOT EXISTS (SELECT FROM calendar.meeting m
      JOIN calendar.attendance b ON b.meeting_id = m.id AND b.person_id = a.person_id
      WHERE m.session_id = s.id)`;

/** Takes answers. What is answered and who has answered are kept apart. */
@Injectable()
export class FeedbackDesk {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws ProblemException `not-found` */
  async standing(
    manager: Pick<EntityManager, 'query'>,
    session: string,
    person: string,
  ): Promise<Standing> {
    const [row] = await manager.query<StandingRow[]>(STANDING, [session, person]);
    if (!row) throw new ProblemException('not-found');
    const lastEnd = row.last_end?.getTime() ?? Infinity;
    return {
      status: row.status,
      lastEnd,
      entitled: row.entitled,
      answered: row.answered,
      now: row.now.getTime(),
      until: row.last_end && new Date(lastEnd + FEEDBACK_STAYS).toISOString(),
    };
  }

  /**
   * Keeps an answer, once a person. Answers to one session take turns at its round's row, which gives
   * each its batch.
   * @throws ProblemException `not-found` and why it isn't taken
   */
  async take(session: string, person: string, answer: FeedbackAnswer): Promise<void> {
    await this.database.transaction(async (manager) => {
      const standing = await this.standing(manager, session, person);
      const refusal = whyNoFeedback(standing, standing.now);
      if (refusal) throw ProblemException.of(refusal);
      const [round] = await manager.query<{ answers: number }[]>(COUNT, [session]);
      const [noted] = await manager.query<{ asked: boolean }[]>(NOTE_ANSWERED, [session, person]);
      if (!noted) throw new ProblemException('feedback-given');
      if (!noted.asked) {
        await manager.query(
          'UPDATE calendar.feedback_round SET asked = asked + 1 WHERE session_id = $1',
          [session],
        );
      }
      const { whole, content, usefulness, recommend, good, better } = answer;
      await manager.query(
        `INSERT INTO calendar.feedback_answer
           (session_id, batch, whole, content, usefulness, recommend, good, better)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[session, batchOf(round?.answers ?? 1)],
          ...[whole, content, usefulness, recommend, good, better],
        ],
      );
    });
  }

  /**
   * Deals new answers anew: the database keeps rows in the order in which they came, and in which
   * transaction; after this neither tells whose they were. Done each night.
   */
  async shuffle(): Promise<void> {
    await this.database.query(SHUFFLE);
  }
}

const STANDING = `
  SELECT s.status, s.last_end, clock_timestamp() AS now,
    coalesce(asked.answered, false) AS answered,
    asked.answered IS NOT NULL
      OR EXISTS (${ENTITLED('AND a.person_id = $2')}) AS entitled
  FROM calendar.session s
  LEFT JOIN calendar.feedback_asked asked ON asked.session_id = s.id AND asked.person_id = $2
  WHERE s.id = $1 AND s.status <> 'draft'`;

/** \`asked\`: there was a row already, and they were counted among the asked. */
const NOTE_ANSWERED = `
  INSERT INTO calendar.feedback_asked AS asked (session_id, person_id, answered)
  VALUES ($1, $2, true)
  ON CONFLICT (session_id, person_id) DO UPDATE SET answered = true WHERE NOT asked.answered
  RETURNING xmax <> 0 AS asked`;

/** Also the lock at which answers take turns. */
const COUNT = `
  INSERT INTO calendar.feedback_round AS round (session_id, answers) VALUES ($1, 1)
  ON CONFLICT (session_id) DO UPDATE SET answers = round.answers + 1 RETURNING answers`;

const SHUFFLE = `
  WITH taken AS (DELETE FROM calendar.feedback_answer WHERE NOT shuffled RETURNING *)
  INSERT INTO calendar.feedback_answer (session_id, batch, whole, content, usefulness, recommend,
    good, better, shuffled)
  SELECT session_id, batch, whole, content, usefulness, recommend, good, better, true
  FROM taken ORDER BY gen_random_uuid()`;
