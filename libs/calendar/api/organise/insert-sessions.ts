import { Changes, newId, ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { SESSION_CHANGED } from '../feed/feeds';
import { finnishWords } from '../search/finnish-words';
import type { MeetingRecord } from './meeting-times';
import { namesFor } from './names';
import type { SessionInput } from './session-writer';

/** A session to be kept, with its times already turned to instants. */
export interface NewSession {
  readonly id: string;
  readonly input: Omit<SessionInput, 'meetings'>;
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
  try {
    await manager.query(SESSIONS, [
      JSON.stringify(sessions.map((session) => rowOf(session, names(session.input)))),
    ]);
    const meetings = sessions.flatMap(({ id, meetings }) =>
      meetings.map((meeting) => ({ ...meeting, session_id: id, uid: `${newId()}@luotsi` })),
    );
    await manager.query(MEETINGS, [JSON.stringify(meetings)]);
    await manager.query(SHARES, [
      JSON.stringify(
        sessions.flatMap(({ id, input }) =>
          input.regionalSeats.map(({ region, seats }) => ({ session_id: id, region, seats })),
        ),
      ),
    ]);
    await manager.query(COACHES, [
      JSON.stringify(
        sessions.flatMap(({ id, input }) =>
          [...new Set(input.coaches)].map((person) => ({ session_id: id, person })),
        ),
      ),
    ]);
    for (const what of ['competence', 'region'] as const) {
      const codes = sessions.flatMap(({ id, input }) =>
        [...new Set(input[`${what}s`])].map((code) => ({ session_id: id, code })),
      );
      await manager.query(
        `INSERT INTO calendar.session_${what} (session_id, code)
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (session_id uuid, code text)`,
        [JSON.stringify(codes)],
      );
    }
  } catch (fault) {
    const FOREIGN_KEY = '23503';
    if ((fault as { code?: unknown }).code === FOREIGN_KEY)
      throw new ProblemException('reference-unknown');
    throw fault;
  }
  const [first] = sessions;
  // One is enough to tell everyone that the calendar has changed.
  if (first) await Changes.announce(manager, SESSION_CHANGED, first.id);
}

function rowOf({ id, input, meetings, createdBy, publishedAt }: NewSession, names: string[]) {
  const texts = [input.title, input.summary, input.description, input.targetGroup, input.place];
  return {
    id,
    status: publishedAt === null ? 'draft' : 'published',
    published_at: publishedAt,
    title: input.title,
    summary: input.summary,
    description: input.description,
    target_group: input.targetGroup,
    price: input.price,
    accessibility: input.accessibility,
    place: input.place ?? null,
    contact: input.contact,
    form: input.form,
    languages: input.languages,
    theme_id: input.theme ?? null,
    organising_group_id: input.organiser?.type === 'group' ? input.organiser.id : null,
    organising_organisation_id:
      input.organiser?.type === 'organisation' ? input.organiser.id : null,
    plan_item_id: input.planItemId ?? null,
    link: input.link ?? null,
    approval: input.approval,
    promotion: input.promotion,
    offer_hours: input.offerHours,
    regional_seats_until: input.regionalSeatsUntil ?? null,
    asks_diet: input.asksDiet,
    asks_access_needs: input.asksAccessNeeds,
    attendance_rule: input.attendanceRule ?? null,
    outline_id: input.outlineId ?? null,
    outline_version: input.outlineVersion ?? null,
    series_id: input.seriesId ?? null,
    // Once there is a date, it is no longer planned.
    planned_year: meetings.length > 0 ? null : (input.planned?.year ?? null),
    planned_month: meetings.length > 0 ? null : (input.planned?.month ?? null),
    capacity: input.capacity,
    enrolment_opens: input.enrolmentOpens ?? null,
    enrolment_closes: input.enrolmentCloses ?? null,
    first_start: meetings.map(({ start_at }) => start_at).sort()[0],
    last_end: meetings
      .map(({ end_at }) => end_at)
      .sort()
      .at(-1),
    finnish_stems: finnishWords([...texts.map((text) => text?.fi), ...names]),
    created_by: createdBy,
  };
}

const COLUMNS = [
  'id uuid',
  'status text',
  'published_at timestamptz',
  'title jsonb',
  'summary jsonb',
  'description jsonb',
  'target_group jsonb',
  'price jsonb',
  'accessibility jsonb',
  'place jsonb',
  'contact text',
  'form text',
  'languages text[]',
  'theme_id text',
  'organising_group_id uuid',
  'organising_organisation_id uuid',
  'plan_item_id uuid',
  'link text',
  'approval boolean',
  'promotion text',
  'offer_hours integer',
  'regional_seats_until timestamptz',
  'asks_diet boolean',
  'asks_access_needs boolean',
  'attendance_rule integer',
  'outline_id uuid',
  'outline_version integer',
  'series_id uuid',
  'planned_year integer',
  'planned_month integer',
  'capacity integer',
  'enrolment_opens timestamptz',
  'enrolment_closes timestamptz',
  'first_start timestamptz',
  'last_end timestamptz',
  'finnish_stems text[]',
  'created_by uuid',
];

const insert = (table: string, columns: readonly string[]) => `
  INSERT INTO calendar.${table} (${columns.map((column) => column.split(' ')[0]).join(', ')})
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (${columns.join(', ')})`;

const SESSIONS = insert('session', COLUMNS);

const SHARES = `
  INSERT INTO calendar.session_share (session_id, region_code, seats)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (session_id uuid, region text, seats integer)`;

const COACHES = `
  INSERT INTO calendar.session_coach (session_id, person_id)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (session_id uuid, person uuid)`;

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
