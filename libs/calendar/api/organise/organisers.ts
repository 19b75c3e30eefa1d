import {
  actsFor,
  type Organiser,
  type OrganiserReference,
  type SessionChange,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';

/** Every organiser there is, with its region; a condition follows. */
const ORGANISERS = `
  SELECT type, id, region FROM (
    SELECT 'group' AS type, id, region_code AS region, kind FROM network."group"
    UNION ALL SELECT 'organisation', id, region_code, NULL FROM network.organisation
  ) organiser WHERE`;

/**
 * The organiser that a new session is held by: the one named, else that of the first role which may
 * create sessions (its group, the ELO group of its region, the national group).
 * @throws ProblemException `organiser-not-yours`, `reference-unknown`
 */
export async function organiserFor(
  manager: EntityManager,
  person: Principal,
  named: OrganiserReference | null | undefined,
): Promise<Organiser> {
  const organiser = named ? await find(manager, named) : await own(manager, person);
  if (!organiser) throw new ProblemException(named ? 'reference-unknown' : 'organiser-not-yours');
  if (!actsFor(person.roles, organiser)) throw new ProblemException('organiser-not-yours');
  return organiser;
}

/**
 * Makes sure that someone may give a session to an organiser. Without one it is the country's: whoever
 * acts for a region or a group can't let go of it, nor lock everyone around them out.
 * @throws ProblemException `organiser-not-yours`, `reference-unknown`
 */
export async function giveTo(
  manager: EntityManager,
  person: Principal,
  organiser: OrganiserReference | null,
): Promise<void> {
  if (organiser) await organiserFor(manager, person, organiser);
  else if (!actsFor(person.roles, null)) throw new ProblemException('organiser-not-yours');
}

/** How someone stands towards a session: acts for its organiser, coaches it, or neither. */
export type Standing = 'organiser' | 'coach' | null;

/** How someone stands towards sessions, and their states, by their ids: one statement. */
export async function standingsOf(
  manager: EntityManager,
  person: Principal,
  sessions: readonly string[],
): Promise<Map<string, { readonly standing: Standing; readonly isDraft: boolean }>> {
  const rows = await manager.query<
    { id: string; isDraft: boolean; organiser: Organiser | null; coached: boolean }[]
  >(STANDINGS, [sessions, person.id]);
  const isCoach = person.roles.some(({ role }) => role === 'coach');
  return new Map(
    rows.map(({ id, isDraft, organiser, coached }) => {
      const coaches = coached && isCoach ? 'coach' : null;
      return [id, { isDraft, standing: actsFor(person.roles, organiser) ? 'organiser' : coaches }];
    }),
  );
}

/** $1: sessions, $2: a person. */
const STANDINGS = `
  SELECT s.id, s.status = 'draft' AS "isDraft",
    EXISTS (SELECT FROM calendar.session_coach c
      WHERE c.session_id = s.id AND c.person_id = $2) AS coached,
    coalesce(
      (SELECT json_build_object('type', 'group', 'id', id, 'region', region_code)
       FROM network."group" WHERE id = s.organising_group_id),
      (SELECT json_build_object('type', 'organisation', 'id', id, 'region', region_code)
       FROM network.organisation WHERE id = s.organising_organisation_id)) AS organiser
  FROM calendar.session s WHERE s.id = ANY ($1::uuid[])`;

/**
 * Makes sure that someone may act for a session's organiser, or is a coach whom it is given to.
 * @throws ProblemException `not-found`, `organiser-not-yours`
 */
export async function requireOrganiser(
  manager: EntityManager,
  person: Principal,
  sessionId: string,
): Promise<'organiser' | 'coach'> {
  const found = (await standingsOf(manager, person, [sessionId])).get(sessionId);
  if (!found) throw new ProblemException('not-found');
  if (found.standing) return found.standing;
  // That there is a draft is nobody else's business.
  throw new ProblemException(found.isDraft ? 'not-found' : 'organiser-not-yours');
}

/**
 * Makes sure that someone may change sessions in this way. A coach changes what was given to them,
 * not to whom it is given.
 * @throws ProblemException `not-found`, `organiser-not-yours` (of which: its `session`),
 *   `reference-unknown`
 */
export async function requireChange(
  manager: EntityManager,
  person: Principal,
  sessions: readonly string[],
  { organiser, coaches }: Pick<SessionChange, 'organiser' | 'coaches'>,
): Promise<void> {
  if (sessions.length === 0) return;
  const found = await standingsOf(manager, person, sessions);
  // That there is a draft is nobody else's business.
  if ([...found.values()].every(({ standing, isDraft }) => !standing && isDraft))
    throw new ProblemException('not-found');
  const gives = organiser !== undefined || coaches !== undefined;
  const refused = sessions.find((id) => {
    const { standing } = found.get(id) ?? { standing: 'organiser' };
    return !standing || (gives && standing === 'coach');
  });
  if (refused) throw new ProblemException('organiser-not-yours', { session: { id: refused } });
  if (organiser !== undefined) await giveTo(manager, person, organiser);
}

async function find(manager: EntityManager, named: OrganiserReference): Promise<Organiser | null> {
  const [found] = await manager.query<Organiser[]>(`${ORGANISERS} type = $1 AND id = $2`, [
    named.type,
    named.id,
  ]);
  return found ?? null;
}

async function own(manager: EntityManager, person: Principal): Promise<Organiser | null> {
  for (const { role, scope } of person.roles) {
    const [found] = await manager.query<Organiser[]>(
      `${ORGANISERS} type = 'group' AND CASE $1
         WHEN 'group' THEN id::text = $2
         WHEN 'region' THEN kind = 'elo' AND region = $2
         ELSE kind = 'national' END
       LIMIT 1`,
      [scope.type, scope.id],
    );
    if (found && actsFor([{ role, scope }], found)) return found;
  }
  return null;
}
