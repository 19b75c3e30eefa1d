import type { OrganisedSession, SessionChange } from '@luotsi/calendar/model';
import type { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { writtenOf } from '../organise/change-session';

/** The parts of a session that all of a series have alike, until one is edited alone. */
const PARTS = [
  'title',
  'capacity',
  'form',
  'languages',
  'organiser',
  'summary',
  'description',
  'targetGroup',
  'theme',
  'competences',
  'regions',
  'place',
  'link',
  'contact',
  'price',
  'accessibility',
  'approval',
  'promotion',
  'offerHours',
  'regionalSeats',
  'asksDiet',
  'asksAccessNeeds',
  'attendanceRule',
  'coaches',
] as const satisfies readonly (keyof SessionChange)[];

/** What a session was given by its series, or by a change of several of its sessions. */
export type SeriesGiven = Readonly<Record<string, unknown>>;

/** A session as its series has given it: every part, and its meetings by the wall clock. */
export function givenAs(session: OrganisedSession): SeriesGiven {
  const written = writtenOf(session);
  return {
    ...Object.fromEntries(PARTS.map((part) => [part, plain(written[part])])),
    meetings: session.meetings
      .filter(({ cancelled }) => !cancelled)
      .map(({ start, end, place, link }) => ({ start, end, place, link })),
  };
}

/** The parts in which a session is no longer what its series gave it. */
export function ownParts(session: OrganisedSession, given: SeriesGiven | null): string[] {
  if (!given) return [];
  const now = givenAs(session);
  return Object.keys(now).filter(
    (part) => part in given && !isDeepStrictEqual(plain(now[part]), plain(given[part])),
  );
}

/** Keeps what sessions are given, so that what is edited in one alone shows. */
export async function keepSeriesGiven(
  manager: EntityManager,
  rows: readonly { readonly session_id: string; readonly given: SeriesGiven }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO calendar.series_given (session_id, given)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (session_id uuid, given jsonb)
     ON CONFLICT (session_id) DO UPDATE SET given = EXCLUDED.given`,
    [JSON.stringify(rows)],
  );
}

/** As JSON keeps it; the order of codes says nothing. */
function plain(value: unknown): unknown {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return [...value].sort();
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}
