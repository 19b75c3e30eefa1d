import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { actsFor, type Candidate, type EnrolmentStatus } from '@luotsi/calendar/model';
import { mayPass, roles } from '@luotsi/identity/model';
import { ReadPeople, type Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { overlapping } from './overlaps';
import { openSession } from './participant-rights';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly region: string | null;
}

/** How many people a search by name finds; more letters find the others. */
const FOUND = 10;

/** Those whose roles let them take part: administrators alone do not (table of permissions). */
const LEARNS = `EXISTS (SELECT FROM identity.role_grant g WHERE g.person_id = p.id
  AND g.role = ANY ($2) AND g.valid_from <= now() AND coalesce(g.valid_to > now(), true))`;

const learners = roles.filter((role) =>
  mayPass('enrolment.own', [{ role, scope: { type: 'country', id: null } }]),
);

const PERSON = `SELECT p.id, p.name, p.email,
    (SELECT a.region_code FROM identity.affiliation a
      WHERE a.person_id = p.id AND a.valid_to IS NULL) AS region
  FROM identity.person p`;

/** Finds whom an organiser may add to a session. */
@Injectable()
export class Candidates {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly people: ReadPeople,
  ) {}

  /** People whom the organiser may see, by the beginnings of their names; that it was read is kept. */
  async find(
    person: Principal,
    sessionId: string,
    q: string,
    language: Language,
  ): Promise<Candidate[]> {
    const { manager } = this.database;
    await openSession(manager, person, sessionId);
    const { items } = await this.people.list(person, { q, limit: FOUND }, language);
    return describe(manager, sessionId, items);
  }

  /**
   * The people of a group that someone acts for, by name: whoever holds a role in it now.
   * @throws ProblemException `group-not-yours`
   */
  async ofGroup(
    manager: EntityManager,
    person: Principal,
    sessionId: string,
    group: string,
    language: Language,
  ): Promise<Candidate[]> {
    const [known] = await manager.query<{ region: string | null }[]>(
      `SELECT region_code AS region FROM network."group" WHERE id = $1`,
      [group],
    );
    const organiser = known && { type: 'group' as const, id: group, region: known.region };
    if (!organiser || !actsFor(person.roles, organiser))
      throw new ProblemException('group-not-yours');
    const rows = await manager.query<PersonRow[]>(
      `${PERSON} WHERE EXISTS (SELECT FROM identity.role_grant g
           WHERE g.person_id = p.id AND g.scope_type = 'group' AND g.scope_id = $1
             AND g.valid_from <= now() AND coalesce(g.valid_to > now(), true))
         AND ${LEARNS}
       ORDER BY p.name COLLATE "${language}-x-icu", p.id`,
      [group, learners],
    );
    return describe(manager, sessionId, rows);
  }

  /**
   * Whom an organiser named: by their address, or by the id of someone whom they may see or who has
   * been enrolled in the session.
   * @throws ProblemException `person-unknown`
   */
  async named(
    manager: EntityManager,
    person: Principal,
    sessionId: string,
    { id, email }: { readonly id?: string | undefined; readonly email?: string | undefined },
  ): Promise<string> {
    const [found] = await manager.query<{ id: string; known: boolean }[]>(
      `SELECT p.id, EXISTS (SELECT FROM calendar.enrolment e
           WHERE e.person_id = p.id AND e.session_id = $1) AS known
       FROM identity.person p
       WHERE (p.id = $3::uuid OR p.email = lower($4)) AND ${LEARNS}`,
      [sessionId, learners, id ?? null, email ?? null],
    );
    if (!found) throw new ProblemException('person-unknown');
    const isNational = person.roles.some(({ role }) => role === 'nationalCoordinator');
    if (email !== undefined || found.known || isNational) return found.id;
    if (!(await this.people.sees(manager, person, found.id)))
      throw new ProblemException('person-unknown');
    return found.id;
  }
}

/** How each stands in the session, and whether they are elsewhere at the time. */
async function describe(
  manager: EntityManager,
  sessionId: string,
  people: readonly PersonRow[],
): Promise<Candidate[]> {
  const ids = people.map(({ id }) => id);
  const standing = await manager.query<{ person_id: string; status: EnrolmentStatus }[]>(
    `SELECT person_id, status FROM calendar.enrolment
     WHERE session_id = $1 AND person_id = ANY ($2)`,
    [sessionId, ids],
  );
  const busy = await overlapping(manager, sessionId, ids);
  const status = new Map(standing.map(({ person_id, status }) => [person_id, status]));
  return people.map(({ id, name, email, region }) => ({
    person: { id, name, email },
    region,
    status: status.get(id) ?? null,
    overlaps: busy.has(id),
  }));
}
