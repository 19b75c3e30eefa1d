import {
  FEEDBACK_STAYS,
  FEEDBACK_STEP,
  feedbackQuestions,
  shownAnswers,
  type FeedbackFigures,
  type FeedbackQuestion,
  type FeedbackRequest,
} from '@luotsi/calendar/model';
import { ProblemException } from '@luotsi/platform/api';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

interface Ratings {
  readonly average: number;
  readonly counts: number[];
}

interface FiguresRow extends Readonly<Record<FeedbackQuestion, Ratings>> {
  readonly last_end: Date | null;
  readonly over: boolean;
  readonly asked: number;
  readonly answers: number;
  readonly yes: number;
  readonly no: number;
  readonly good: string[];
  readonly better: string[];
}

/** Reads feedback: figures for organisers, requests for those who were there. */
@Injectable()
export class FeedbackReader {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** What an organiser sees. @throws ProblemException `not-found` */
  async figures(session: string): Promise<FeedbackFigures> {
    const [row] = await this.database.query<FiguresRow[]>(FIGURES, [session]);
    if (!row) throw new ProblemException('not-found');
    const shown = shownAnswers(row.answers);
    const { whole, content, usefulness, yes, no } = row;
    const isEnough = shown >= FEEDBACK_STEP;
    return {
      asked: row.asked,
      answers: row.answers,
      shown,
      step: FEEDBACK_STEP,
      until:
        row.last_end && row.over
          ? new Date(row.last_end.getTime() + FEEDBACK_STAYS).toISOString()
          : null,
      figures: isEnough ? { whole, content, usefulness, recommend: { yes, no } } : null,
      good: isEnough ? row.good : [],
      better: isEnough ? row.better : [],
    };
  }

  /** What someone is asked about and hasn't answered, the first to close first. */
  async requests(person: string): Promise<FeedbackRequest[]> {
    const rows = await this.database.query<
      { id: string; title: FeedbackRequest['title']; last_end: Date }[]
    >(
      `SELECT s.id, s.title, s.last_end
       FROM calendar.feedback_asked a JOIN calendar.session s ON s.id = a.session_id
       WHERE a.person_id = $1 AND NOT a.answered AND s.status = 'published'
         AND s.last_end BETWEEN clock_timestamp() - make_interval(secs => $2) AND clock_timestamp()
       ORDER BY s.last_end, s.id`,
      [person, FEEDBACK_STAYS / 1_000],
    );
    return rows.map(({ id, title, last_end }) => ({
      sessionId: id,
      title,
      ended: last_end.toISOString(),
      until: new Date(last_end.getTime() + FEEDBACK_STAYS).toISOString(),
    }));
  }
}

const counts = (question: FeedbackQuestion) => `
  json_build_object('average', coalesce(round(avg(f.${question}), 1), 0)::float8, 'counts',
    json_build_array(${[1, 2, 3, 4, 5]
      .map((points) => `count(*) FILTER (WHERE f.${question} = ${String(points)})`)
      .join(', ')})) AS ${question}`;

/**
 * Texts in an order that says nothing: ids are random, and each kind has an order of its own, so that
 * what was good doesn't stand beside what the same person would have better.
 */
const texts = (kind: 'good' | 'better') => `
  coalesce(json_agg(f.${kind} ORDER BY md5(f.id::text || '${kind}'))
    FILTER (WHERE f.${kind} <> ''), '[]') AS ${kind}`;

const FIGURES = `
  SELECT s.last_end, s.status = 'published' AND s.last_end <= clock_timestamp() AS over,
    coalesce(r.asked, 0) AS asked, coalesce(r.answers, 0) AS answers, shown.*
  FROM calendar.session s LEFT JOIN calendar.feedback_round r ON r.session_id = s.id
  CROSS JOIN LATERAL (
    SELECT ${feedbackQuestions.map(counts).join(',')},
      count(*) FILTER (WHERE f.recommend)::int AS yes,
      count(*) FILTER (WHERE NOT f.recommend)::int AS no, ${texts('good')}, ${texts('better')}
    FROM calendar.shown_feedback f WHERE f.session_id = s.id
  ) shown
  WHERE s.id = $1`;
