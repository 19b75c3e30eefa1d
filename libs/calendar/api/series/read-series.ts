import {
  seriesRule,
  type getSeries,
  type OrganisedSession,
  type SeriesScope,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import type { Answer } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { ORGANISED_COLUMNS, toOrganised, type OrganisedRow } from '../organise/organised-session';
import { requireOrganiser } from '../organise/organisers';
import { ownParts, type SeriesGiven } from './given';

/** A session of a series, and what its series gave it. */
export interface SeriesMember {
  readonly session: OrganisedSession;
  readonly given: SeriesGiven | null;
  readonly start: Date | null;
  readonly end: Date | null;
  /** With a seat, an offer, waiting or waiting for approval. */
  readonly enrolled: number;
}

/** A series with its sessions in order of start. */
export interface SeriesRead {
  readonly id: string;
  readonly rule: unknown;
  readonly first: string;
  readonly recurrence: string;
  readonly members: readonly SeriesMember[];
}

interface Row extends OrganisedRow {
  readonly series: Omit<SeriesRead, 'members'>;
  readonly given: SeriesGiven | null;
  readonly enrolled: number;
}

/** $1: one of its sessions. However many there are, one statement. */
const SERIES = `
  SELECT ${ORGANISED_COLUMNS}, g.given,
    json_build_object('id', r.id, 'rule', r.rule, 'first', r.first_date::text,
      'recurrence', r.recurrence) AS series,
    (SELECT count(*)::int FROM calendar.enrolment e WHERE e.session_id = s.id
      AND e.status NOT IN ('cancelled', 'declined')) AS enrolled
  FROM calendar.session s
  JOIN calendar.series r ON r.id = s.series_id
  LEFT JOIN calendar.series_given g ON g.session_id = s.id
  WHERE s.series_id = (SELECT series_id FROM calendar.session WHERE id = $1)
  ORDER BY s.first_start NULLS LAST, s.id`;

/** The whole series that a session is of; null when it is of none. One statement. */
export async function seriesOf(manager: EntityManager, id: string): Promise<SeriesRead | null> {
  const rows = await manager.query<Row[]>(SERIES, [id]);
  const [first] = rows;
  if (!first) return null;
  const members = rows.map((row) => ({
    session: toOrganised(row),
    given: row.given,
    start: row.first_start,
    end: row.last_end,
    enrolled: row.enrolled,
  }));
  return { ...first.series, members };
}

/**
 * The series of a session whose organiser wants to do something with it.
 * @throws ProblemException `not-found`, `organiser-not-yours`, `session-without-series`
 */
export async function organisedSeries(
  manager: EntityManager,
  id: string,
  person: Principal,
): Promise<SeriesRead & { readonly edited: SeriesMember }> {
  await requireOrganiser(manager, person, id);
  const series = await seriesOf(manager, id);
  const edited = series?.members.find(({ session }) => session.id === id);
  if (!series || !edited) throw new ProblemException('session-without-series');
  return { ...series, edited };
}

/** Keeps everybody else from changing its sessions until the end of the transaction. */
export async function lockSeries(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `SELECT FROM calendar.session WHERE series_id = (
       SELECT series_id FROM calendar.session WHERE id = $1) ORDER BY id FOR UPDATE`,
    [id],
  );
}

/** How many people have a seat in any of these sessions, wait for one or were offered one. */
export async function peopleIn(
  manager: EntityManager,
  sessions: readonly string[],
): Promise<number> {
  const [row] = await manager.query<{ people: number }[]>(
    `SELECT count(DISTINCT person_id)::int AS people FROM calendar.enrolment
     WHERE session_id = ANY ($1) AND status NOT IN ('cancelled', 'declined')`,
    [sessions],
  );
  return row?.people ?? 0;
}

/** The sessions that are meant: this one, it and those after it, or all. */
export function inScope(series: SeriesRead, id: string, scope: SeriesScope): SeriesMember[] {
  const from = series.members.findIndex(({ session }) => session.id === id);
  if (scope === 'all') return [...series.members];
  return series.members.slice(from, scope === 'this' ? from + 1 : undefined);
}

/** The series of a session with all its sessions, as its page shows it. */
export async function readSeries(
  manager: EntityManager,
  id: string,
): Promise<Answer<typeof getSeries>> {
  const series = await seriesOf(manager, id);
  if (!series) return { series: null, sessions: [] };
  const { members, rule, ...rest } = series;
  return {
    series: { ...rest, rule: seriesRule.parse(rule) },
    sessions: members.map(({ session, given, start, end, enrolled }) => ({
      id: session.id,
      title: session.title,
      status: session.status,
      start: start?.toISOString() ?? null,
      end: end?.toISOString() ?? null,
      enrolled,
      own: ownParts(session, given),
    })),
  };
}
