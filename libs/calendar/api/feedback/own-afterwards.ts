import { attendedAfter, FEEDBACK_STAYS, type EnrolmentItem } from '@luotsi/calendar/model';
import { Credentials } from '@luotsi/credential/api';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SESSION_COLUMNS, type SessionRow } from '../attendance/attended-meetings';
import { ENTITLED } from './feedback-desk';

interface Row extends SessionRow {
  readonly noted: Readonly<Record<string, boolean>> | null;
  readonly feedback: boolean;
}

/** What sessions that are over have left someone with, for their own list. */
@Injectable()
export class OwnAfterwards {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /**
   * Adds it to someone's own list: to sessions in which they had a seat, or were noted. Two statements,
   * none where nothing is over.
   */
  async added(person: string, items: readonly EnrolmentItem[]): Promise<EnrolmentItem[]> {
    const over = items.filter(({ past }) => past).map(({ sessionId }) => sessionId);
    if (over.length === 0) return [...items];
    const { manager } = this.database;
    const [rows, certificates] = await Promise.all([
      manager.query<Row[]>(AFTERWARDS, [over, person, FEEDBACK_STAYS / 1_000]),
      Credentials.ofPerson(manager, 'attendance', person),
    ]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return items.map((item) => {
      const row = found.get(item.sessionId);
      if (!row || (item.status !== 'confirmed' && row.noted === null)) return item;
      const noted = new Map(Object.entries(row.noted ?? {}));
      const been = row.meetings.filter((one) => !one.cancelled && noted.get(one.id) === true);
      return {
        ...item,
        afterwards: {
          attended: attendedAfter(row.meetings, row.rule, noted),
          been: been.length,
          certificate: certificates.get(item.sessionId) ?? null,
          feedback: row.feedback,
        },
      };
    });
  }
}

/** $1 sessions, $2 person, $3 seconds for which answers are taken. */
const AFTERWARDS = `
  SELECT ${SESSION_COLUMNS},
    (SELECT json_object_agg(a.meeting_id, a.present)
      FROM calendar.meeting m JOIN calendar.attendance a ON a.meeting_id = m.id
      WHERE m.session_id = s.id AND a.person_id = $2) AS noted,
    s.last_end > clock_timestamp() - make_interval(secs => $3) AND CASE
      WHEN asked.answered IS NULL THEN EXISTS (${ENTITLED('AND a.person_id = $2')})
      ELSE NOT asked.answered END AS feedback
  FROM calendar.session s
  LEFT JOIN calendar.feedback_asked asked ON asked.session_id = s.id AND asked.person_id = $2
  WHERE s.id = ANY ($1) AND s.status = 'published'`;
