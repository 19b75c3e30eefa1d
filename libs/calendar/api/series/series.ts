import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  recurrenceOf,
  type createSeries,
  type getSeries,
  type previewSeries,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { newId, ProblemException } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { insertSessions, type NewSession } from '../organise/insert-sessions';
import { meetingRecord } from '../organise/meeting-times';
import { organisedSession } from '../organise/organised-session';
import { organiserFor, requireOrganiser } from '../organise/organisers';
import { requireWhole, spanOf } from '../organise/require-whole';
import { SessionWriter, type SessionInput } from '../organise/session-writer';
import { givenAs, keepSeriesGiven } from './given';
import { daysLater, seriesDates } from './recurrence';
import { readSeries } from './read-series';

type Wanted = Received<typeof createSeries>['body'];

/** Series of sessions: looked at before they are made, and made in one go. */
@Injectable()
export class SeriesOfSessions {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly writer: SessionWriter,
  ) {}

  /** The dates that a rule makes. @throws ProblemException `series-too-long`, `meeting-ends-first` */
  preview({
    rule,
    meetings,
    answers,
  }: Received<typeof previewSeries>['body']): Answer<typeof previewSeries> {
    const first = meetings[0]?.start.slice(0, 10) ?? '';
    const dates = seriesDates(rule, meetings, answers).map(({ meetings, ...date }) => ({
      ...date,
      meetings: meetings.map(({ start, end }) => ({ start, end })),
    }));
    return { recurrence: recurrenceOf(rule, first), dates };
  }

  /**
   * Creates all sessions of a series in one transaction, as drafts or published.
   * @throws ProblemException `organiser-not-yours`, `series-too-long`, `series-empty`, `session-past` of
   *   one that would be published when it is over, and whatever keeps one from being created
   */
  create(wanted: Wanted, person: Principal): Promise<Answer<typeof createSeries>> {
    return this.writer.work(async (manager) => {
      const { type, id } = await organiserFor(manager, person, wanted.session.organiser);
      requireWhole(wanted.session, wanted.session.meetings.length > 0, null, '/session');
      const series = newId();
      const organiser = { type, id };
      const sessions = sessionsOf(
        wanted,
        { ...wanted.session, organiser, seriesId: series },
        person,
      );
      for (const { input, meetings } of sessions)
        requireWhole(input, true, spanOf(meetings), '/session');
      if (wanted.publish && sessions.some(isPast)) throw new ProblemException('session-past');
      const first = wanted.session.meetings[0]?.start.slice(0, 10) ?? '';
      await manager.query(
        `INSERT INTO calendar.series (id, rule, first_date, recurrence) VALUES ($1, $2, $3, $4)`,
        [series, JSON.stringify(wanted.rule), first, recurrenceOf(wanted.rule, first)],
      );
      await insertSessions(manager, sessions);
      const given = [];
      for (const { id: session_id } of sessions) {
        const session = await organisedSession(manager, session_id);
        if (session) given.push({ session_id, given: givenAs(session) });
      }
      await keepSeriesGiven(manager, given);
      return { id: series, sessions: sessions.map((session) => session.id) };
    });
  }

  /** The series that a session is of. @throws ProblemException `not-found`, `organiser-not-yours` */
  async ofSession(id: string, person: Principal): Promise<Answer<typeof getSeries>> {
    const { manager } = this.database;
    await requireOrganiser(manager, person, id);
    return readSeries(manager, id);
  }
}

/** Whether all its meetings are over. */
function isPast({ meetings }: NewSession): boolean {
  return meetings.every(({ end_at }) => Date.parse(end_at) <= Date.now());
}

/** The sessions of a series, each on its date; enrolment opens and closes as many days before. */
function sessionsOf({ rule, answers, publish }: Wanted, input: SessionInput, person: Principal) {
  const dates = seriesDates(rule, input.meetings, answers).filter(({ skipped }) => !skipped);
  if (dates.length === 0) throw new ProblemException('series-empty');
  const first = input.meetings[0]?.start.slice(0, 10) ?? '';
  const publishedAt = publish ? new Date().toISOString() : null;
  return dates.map(({ date, meetings }): NewSession => {
    const days = (Date.parse(date) - Date.parse(first)) / 86_400_000;
    const move = (instant: string | null | undefined) => instant && daysLater(instant, days);
    return {
      id: newId(),
      input: {
        ...input,
        enrolmentOpens: move(input.enrolmentOpens),
        enrolmentCloses: move(input.enrolmentCloses),
        regionalSeatsUntil: move(input.regionalSeatsUntil),
      },
      meetings: meetings.map((meeting) => meetingRecord(meeting)),
      createdBy: person.id,
      publishedAt,
    };
  });
}
