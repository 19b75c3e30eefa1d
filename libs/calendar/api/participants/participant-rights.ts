import { actsFor, type Organiser, type SessionStatus } from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import type { Localised } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { requireOrganiser } from '../organise/organisers';

/** A session, as whoever opens the list of its enrolled has to know it. */
export interface OpenedSession {
  readonly title: Localised;
  readonly status: SessionStatus;
  readonly capacity: number;
  /** Whether diets and access needs are for the reader's eyes. */
  readonly needsShown: boolean;
}

interface Row {
  readonly title: Localised;
  readonly status: SessionStatus;
  readonly capacity: number;
  readonly type: Organiser['type'] | null;
  readonly id: string | null;
  readonly region: string | null;
  readonly national: boolean;
}

/**
 * Makes sure that someone organises or coaches a session, and tells what they may see of its people.
 * @throws ProblemException `not-found`, `organiser-not-yours`
 */
export async function openSession(
  manager: EntityManager,
  person: Principal,
  sessionId: string,
): Promise<OpenedSession> {
  await requireOrganiser(manager, person, sessionId);
  const [row] = await manager.query<[Row]>(SESSION, [sessionId]);
  const { title, status, capacity } = row;
  return { title, status, capacity, needsShown: seesNeeds(person, row) };
}

/**
 * Diets and access needs are for the session's own organiser alone: not for a coach, and not for the
 * national coordinator, who acts for every organiser, save where the session is the coordinator's own.
 */
function seesNeeds({ roles }: Principal, { type, id, region, national }: Row): boolean {
  const isNational = roles.some(({ role }) => role === 'nationalCoordinator');
  if (isNational && (national || id === null)) return true;
  const organiser = type && id ? { type, id, region } : null;
  return actsFor(
    roles.filter(({ role }) => role !== 'nationalCoordinator'),
    organiser,
  );
}

const SESSION = `
  SELECT s.title, s.status, s.capacity, coalesce(g.kind = 'national', false) AS national,
    CASE WHEN g.id IS NOT NULL THEN 'group' WHEN o.id IS NOT NULL THEN 'organisation' END AS type,
    coalesce(g.id, o.id) AS id, coalesce(g.region_code, o.region_code) AS region
  FROM calendar.session s
  LEFT JOIN network."group" g ON g.id = s.organising_group_id
  LEFT JOIN network.organisation o ON o.id = s.organising_organisation_id
  WHERE s.id = $1`;
