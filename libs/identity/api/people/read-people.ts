import { Injectable } from '@nestjs/common';
import {
  identityContract,
  mayConfirm,
  peopleReach,
  type Person,
  type PersonInList,
} from '@luotsi/identity/model';
import { ProblemException } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { Places } from '../places';
import type { Principal } from '../principal';
import { filters, writeCursor } from './people-filters';
import {
  CONFIRMED,
  HELD_ROLE,
  NOT_ENDED,
  Parameters,
  ROLES_VERSION,
  withinReach,
} from './people-sql';

type Query = Received<typeof identityContract.listPeople>['query'];

/** Reads the people whom someone may see; that they were read is kept. */
@Injectable()
export class ReadPeople {
  constructor(
    private readonly database: DataSource,
    private readonly places: Places,
  ) {}

  async list(
    viewer: Principal,
    query: Query,
    language: Language,
  ): Promise<Answer<typeof identityContract.listPeople>> {
    const { groups } = await this.places.known();
    const parameters = new Parameters();
    const conditions = [
      withinReach(peopleReach(viewer, groups), parameters),
      ...filters(query, parameters, language),
    ].filter((condition) => condition !== null);
    const roles = query.expired ? 'true' : NOT_ENDED;
    const name = `p.name COLLATE "${language}-x-icu"`;
    const rows = await this.database.query<Omit<PersonInList, 'mayConfirm'>[]>(
      `SELECT p.id, p.name, p.email, a.id AS affiliation, a.region_code AS region,
         a.organisation_id AS organisation, a.organisation_named AS "organisationNamed",
         a.sector, a.practitioner_type AS "practitionerType", ${CONFIRMED} AS confirmed,
         coalesce((SELECT jsonb_agg(${HELD_ROLE} ORDER BY g.valid_from, g.id)
           FROM identity.role_grant g WHERE g.person_id = p.id AND ${roles}), '[]') AS roles
       FROM identity.person p
       LEFT JOIN identity.affiliation a ON a.person_id = p.id AND a.valid_to IS NULL
       ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
       ORDER BY ${name}, p.id LIMIT ${parameters.add(query.limit + 1)}`,
      parameters.values,
    );
    const items = rows
      .slice(0, query.limit)
      .map((person) => ({ ...person, mayConfirm: mayConfirm(viewer, person, groups) }));
    await Audit.record(this.database.manager, {
      action: 'people-read',
      actor: viewer.id,
      subject: items.map(({ id }) => id),
      facts: { count: items.length },
    });
    const last = items.at(-1);
    const more = rows.length > items.length && last;
    return { items, nextCursor: more ? writeCursor(last) : null };
  }

  /** @throws ProblemException `not-found`, also for whom the viewer may not see */
  async open(viewer: Principal, id: string): Promise<Person> {
    const person = await this.one(this.database.manager, viewer, id);
    if (viewer.id !== id) {
      await Audit.record(this.database.manager, {
        action: 'person-read',
        actor: viewer.id,
        subject: id,
      });
    }
    return person;
  }

  /**
   * The same without a word in the log.
   * @param seen they have been seen already: what was just done may have moved them out of reach
   */
  async one(
    manager: Pick<EntityManager, 'query'>,
    viewer: Principal,
    id: string,
    { seen = false } = {},
  ): Promise<Person> {
    const { groups } = await this.places.known();
    const parameters = new Parameters();
    const itself = `p.id = ${parameters.add(id)}`;
    const reach = seen ? null : withinReach(peopleReach(viewer, groups), parameters);
    const [person] = await manager.query<Omit<Person, 'mayConfirm'>[]>(
      `SELECT p.id, p.name, p.email, p.language, p.languages, a.id AS affiliation, a.region_code AS region,
         a.organisation_id AS organisation, a.organisation_named AS "organisationNamed",
         a.sector, a.practitioner_type AS "practitionerType",
         ${CONFIRMED} AS confirmed,
         coalesce((SELECT jsonb_agg(${HELD_ROLE} ORDER BY g.valid_from, g.id)
           FROM identity.role_grant g WHERE g.person_id = p.id), '[]') AS roles,
         ${AFFILIATIONS} AS affiliations, ${ROLES_VERSION} AS version
       FROM identity.person p
       LEFT JOIN identity.affiliation a ON a.person_id = p.id AND a.valid_to IS NULL
       WHERE ${itself}${reach ? ` AND ${reach}` : ''}`,
      parameters.values,
    );
    if (!person) throw new ProblemException('not-found');
    return { ...person, mayConfirm: mayConfirm(viewer, person, groups) };
  }

  /** Whether someone may see a person. */
  async sees(
    manager: Pick<EntityManager, 'query'>,
    viewer: Principal,
    id: string,
  ): Promise<boolean> {
    const { groups } = await this.places.known();
    const parameters = new Parameters();
    const itself = `p.id = ${parameters.add(id)}`;
    const reach = withinReach(peopleReach(viewer, groups), parameters);
    const found = await manager.query<unknown[]>(
      `SELECT FROM identity.person p
       LEFT JOIN identity.affiliation a ON a.person_id = p.id AND a.valid_to IS NULL
       WHERE ${itself}${reach ? ` AND ${reach}` : ''}`,
      parameters.values,
    );
    return found.length > 0;
  }

  /** Where a person has worked, newest first. */
  async affiliations(id: string): Promise<Person['affiliations']> {
    const [row] = await this.database.query<{ affiliations: Person['affiliations'] }[]>(
      `SELECT ${AFFILIATIONS} AS affiliations FROM (SELECT $1::uuid AS id) p`,
      [id],
    );
    return row?.affiliations ?? [];
  }
}

const AFFILIATIONS = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id,
    'region', a.region_code, 'organisation', a.organisation_id,
    'organisationNamed', a.organisation_named, 'sector', a.sector,
    'practitionerType', a.practitioner_type, 'confirmed', ${CONFIRMED},
    'validFrom', a.valid_from, 'validTo', a.valid_to) ORDER BY a.valid_from DESC)
  FROM identity.affiliation a WHERE a.person_id = p.id), '[]')`;
