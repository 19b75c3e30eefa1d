import { Injectable } from '@nestjs/common';
import {
  isActive,
  type EnrolmentStatus,
  type SessionFilters,
  type SessionStatus,
} from '@luotsi/calendar/model';
import type { Language, Localised } from '@luotsi/platform/model';
import { CalendarDatabase } from '../calendar-database';
import { conditionsOf, Values } from '../sessions/select-sessions';
import { FeedReader } from './feed-reader';
import type { FeedMeeting, FeedSession } from './feed-session';

/** A meeting as the statement below sends it: times of change are milliseconds since the epoch. */
type MeetingRow = readonly [
  uid: string,
  sequence: number,
  changedAt: number,
  start: string,
  end: string,
  timeZone: string,
  cancelled: boolean,
  place: Localised | null,
  link: string | null,
];

interface SessionRow {
  readonly id: string;
  readonly status: SessionStatus;
  readonly title: Localised;
  readonly summary: Localised;
  readonly form: FeedSession['form'];
  readonly place: Localised | null;
  /** The room of every meeting that has none of its own. */
  readonly link: string | null;
  readonly theme: Localised | null;
  readonly changed: number;
  readonly meetings: readonly MeetingRow[] | null;
}

interface OwnRow extends SessionRow {
  readonly held: EnrolmentStatus;
  readonly enrolment_sequence: number;
  readonly enrolment_changed: number;
}

const milliseconds = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`;
const wallClock = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI')`;

const COLUMNS = `
  s.id, s.status, s.title, s.summary, s.form, s.place, s.link,
  ${milliseconds('s.changed_at')}::float8 AS changed,
  (SELECT t.name FROM network.theme t WHERE t.id = s.theme_id) AS theme,
  (SELECT json_agg(json_build_array(m.uid, m.sequence,
      ${milliseconds('greatest(m.dtstamp, m.last_modified)')}, ${wallClock('m.starts')},
      ${wallClock('m.ends')}, m.time_zone, m.cancelled, m.place, m.link)
      ORDER BY m.start_at, m.id)
    FROM calendar.meeting m WHERE m.session_id = s.id) AS meetings`;

/** Reads feeds from PostgreSQL, one statement a feed. */
@Injectable()
export class SqlFeedReader extends FeedReader {
  constructor(private readonly database: CalendarDatabase) {
    super();
  }

  async readPublic(filters: SessionFilters): Promise<FeedSession[]> {
    const values = new Values();
    const conditions = conditionsOf(filters, values);
    if (filters.from) conditions.push(`s.last_end >= ${values.add(filters.from)}`);
    const rows = await this.database.rows<SessionRow>({
      text: `SELECT ${COLUMNS} FROM calendar.session s
        WHERE ${conditions.join(' AND ')} ORDER BY s.first_start, s.id`,
      values: values.list,
    });
    return rows.map(toPublic);
  }

  async readSession(id: string): Promise<FeedSession | null> {
    const [row] = await this.database.rows<SessionRow>({
      name: 'session feed',
      text: `SELECT ${COLUMNS} FROM calendar.session s WHERE s.id = $1 AND s.status <> 'draft'`,
      values: [id],
    });
    return row ? toPublic(row) : null;
  }

  async readPersonal(personId: string): Promise<{ language: Language; sessions: FeedSession[] }> {
    const [people, rows] = await Promise.all([
      this.database.rows<{ language: Language }>({
        name: 'language of a person',
        text: 'SELECT language FROM identity.person WHERE id = $1',
        values: [personId],
      }),
      this.database.rows<OwnRow>({
        name: 'personal feed',
        text: `SELECT ${COLUMNS}, e.status AS held, e.sequence AS enrolment_sequence,
            ${milliseconds('e.changed_at')}::float8 AS enrolment_changed
          FROM calendar.enrolment e JOIN calendar.session s ON s.id = e.session_id
          WHERE e.person_id = $1 AND s.status <> 'draft' ORDER BY s.first_start, s.id`,
        values: [personId],
      }),
    ]);
    return { language: people[0]?.language ?? 'fi', sessions: rows.map(toPersonal) };
  }
}

function toPublic(row: SessionRow): FeedSession {
  const meetings = (row.meetings ?? []).map((meeting) => toMeeting(row, meeting));
  return toSession(row, meetings, '');
}

/** One's own enrolment raises the sequence too: clients ignore what is no newer than what they have. */
function toPersonal(row: OwnRow): FeedSession {
  const meetings = (row.meetings ?? []).map((sent): FeedMeeting => {
    const meeting = toMeeting(row, sent);
    const link = sent[8] ?? row.link;
    return {
      ...meeting,
      sequence: meeting.sequence + row.enrolment_sequence,
      changedAt: new Date(Math.max(meeting.changedAt.getTime(), row.enrolment_changed)),
      status: personalStatus(row.held, meeting.status),
      ownStatus: row.held,
      ...(link !== null && row.held === 'confirmed' ? { onlineRoom: link } : {}),
    };
  });
  return toSession(row, meetings, ` ${row.held} ${String(row.enrolment_changed)}`);
}

function personalStatus(
  held: EnrolmentStatus,
  status: FeedMeeting['status'],
): FeedMeeting['status'] {
  if (!isActive(held) || status === 'CANCELLED') return 'CANCELLED';
  return held === 'confirmed' ? 'CONFIRMED' : 'TENTATIVE';
}

function toSession(row: SessionRow, meetings: FeedMeeting[], standing: string): FeedSession {
  const { id, title, summary, form, theme } = row;
  const changes = meetings.map(
    ({ sequence, changedAt }) => `${String(sequence)}@${String(+changedAt)}`,
  );
  const revision = `${row.status} ${String(row.changed)} ${changes.join(',')}${standing}`;
  return { id, revision, title, summary, form, theme, meetings };
}

/** A session that is off, or has no date for now, is CANCELLED for whoever subscribes. */
function toMeeting(row: SessionRow, sent: MeetingRow): FeedMeeting {
  const [uid, sequence, changedAt, start, end, timeZone, cancelled, place] = sent;
  const off = cancelled || row.status === 'cancelled' || row.status === 'postponed';
  return {
    uid,
    sequence,
    changedAt: new Date(Math.max(changedAt, row.changed)),
    start,
    end,
    timeZone,
    status: off ? 'CANCELLED' : 'CONFIRMED',
    place: place ?? row.place,
  };
}
