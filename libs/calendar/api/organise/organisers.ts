import { actsFor, type Organiser, type OrganiserReference } from '@luotsi/calendar/model';
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

/**
 * Makes sure that someone may act for a session's organiser, or is a coach whom it is given to.
 * @throws ProblemException `not-found`, `organiser-not-yours`
 */
export async function requireOrganiser(
  manager: EntityManager,
  person: Principal,
  sessionId: string,
): Promise<'organiser' | 'coach'> {
  const [session] = await manager.query<
    {
      status: string;
      type: OrganiserReference['type'] | null;
      id: string | null;
      coached: boolean;
    }[]
  >(
    `SELECT status,
       CASE WHEN organising_group_id IS NOT NULL THEN 'group'
            WHEN organising_organisation_id IS NOT NULL THEN 'organisation' END AS type,
       coalesce(organising_group_id, organising_organisation_id) AS id,
       EXISTS (SELECT FROM calendar.session_coach c
         WHERE c.session_id = session.id AND c.person_id = $2) AS coached
     FROM calendar.session WHERE id = $1`,
    [sessionId, person.id],
  );
  if (!session) throw new ProblemException('not-found');
  const { type, id } = session;
  const organiser = type && id ? await find(manager, { type, id }) : null;
  if (actsFor(person.roles, organiser)) return 'organiser';
  if (session.coached && person.roles.some(({ role }) => role === 'coach')) return 'coach';
  // That there is a draft is nobody else's business.
  throw new ProblemException(session.status === 'draft' ? 'not-found' : 'organiser-not-yours');
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
