import { Changes, newId, ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { SESSION_CHANGED } from '../feed/feeds';
import type { MeetingRecord } from './meeting-times';
import { namesFor } from './names';
import { columnsOf, WRITTEN_COLUMNS, type WrittenFields } from './session-columns';
import { keepLists } from './session-lists';

/** A session to be kept, with its times already turned to instants. */
export interface NewSession {
  readonly id: string;
  readonly input: WrittenFields;
  readonly meetings: readonly MeetingRecord[];
  readonly createdBy: string | null;
  /** When it was published; null: a draft. */
  readonly publishedAt: string | null;
}

/**
 * Keeps new sessions, however many, in a fixed number of statements, and announces them.
 * @throws ProblemException `reference-unknown` when a code or id they name doesn't exist
 */
export async function insertSessions(
  manager: EntityManager,
  sessions: readonly NewSession[],
): Promise<void> {
  const names = await namesFor(
    manager,
    sessions.map(({ input }) => input),
  );
  await withKnownReferences(async () => {
    await manager.query(SESSIONS, [
      JSON.stringify(sessions.map((session) => rowOf(session, names(session.input)))),
    ]);
    const meetings = sessions.flatMap(({ id, meetings }) =>
      meetings.map((meeting) => ({ ...meeting, session_id: id, uid: `${newId()}@luotsi` })),
    );
    await manager.query(MEETINGS, [JSON.stringify(meetings)]);
    await keepLists(
      manager,
      sessions.map(({ id, input }) => ({ id, lists: input })),
    );
  });
  const [first] = sessions;
  // One is enough to tell everyone that the calendar has changed.
  if (first) await Changes.announce(manager, SESSION_CHANGED, first.id);
}

/** Does a work of writing; what names something that isn't there is refused as `reference-unknown`. */
export async function withKnownReferences(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    const FOREIGN_KEY = '23503';
    if ((fault as { code?: unknown }).code === FOREIGN_KEY)
      throw new ProblemException('reference-unknown');
    throw fault;
  }
}

function rowOf({ id, input, meetings, createdBy, publishedAt }: NewSession, names: string[]) {
  return {
    id,
    status: publishedAt === null ? 'draft' : 'published',
    published_at: publishedAt,
    created_by: createdBy,
    first_start: meetings.map(({ start_at }) => start_at).sort()[0],
    last_end: meetings
      .map(({ end_at }) => end_at)
      .sort()
      .at(-1),
    ...columnsOf(input, names, meetings.length > 0),
  };
}

const insert = (table: string, columns: readonly string[]) => `
  INSERT INTO calendar.${table} (${columns.map((column) => column.split(' ')[0]).join(', ')})
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (${columns.join(', ')})`;

const SESSIONS = insert('session', [
  'id uuid',
  'status text',
  'published_at timestamptz',
  'created_by uuid',
  'first_start timestamptz',
  'last_end timestamptz',
  ...WRITTEN_COLUMNS,
]);

/** How a meeting's row is written, also when it is moved. */
export const MEETINGS = insert('meeting', [
  'id uuid',
  'session_id uuid',
  'uid text',
  'starts timestamp',
  'ends timestamp',
  'time_zone text',
  'start_at timestamptz',
  'end_at timestamptz',
  'place jsonb',
  'link text',
]);
