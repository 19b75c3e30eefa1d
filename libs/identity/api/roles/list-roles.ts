import { Injectable } from '@nestjs/common';
import { identityContract, peopleReach } from '@luotsi/identity/model';
import type { Answer, Language } from '@luotsi/platform/model';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { HELD_ROLE, NOT_ENDED, Parameters, withinReach } from '../people/people-sql';
import { Places } from '../places';
import type { Principal } from '../principal';

type Table = Answer<typeof identityContract.listRoles>;

/** The table shows this many holders at most: beyond it, nobody reads a table. */
const MOST = 2_000;

/** Reads who may do what where. */
@Injectable()
export class ListRoles {
  constructor(
    private readonly database: DataSource,
    private readonly places: Places,
  ) {}

  async list(viewer: Principal, language: Language): Promise<Table> {
    const { groups } = await this.places.known();
    const parameters = new Parameters();
    const reach = withinReach(peopleReach(viewer, groups), parameters);
    const visible = reach ? `AND ${reach}` : '';
    const from = `identity.role_grant g JOIN identity.person p ON p.id = g.person_id
      LEFT JOIN identity.affiliation a ON a.person_id = p.id AND a.valid_to IS NULL`;
    const [row] = await this.database.query<Pick<Table, 'items' | 'counsellors'>[]>(
      `SELECT
         coalesce((SELECT jsonb_agg(holder ORDER BY place) FROM (
           SELECT ${HELD_ROLE} || jsonb_build_object('person',
               jsonb_build_object('id', p.id, 'name', p.name)) AS holder,
             row_number() OVER (ORDER BY p.name COLLATE "${language}-x-icu", p.id, g.id) AS place
           FROM ${from} WHERE g.role <> 'counsellor' AND ${NOT_ENDED} ${visible}
           ORDER BY place LIMIT ${String(MOST + 1)}) AS holders), '[]') AS items,
         coalesce((SELECT jsonb_agg(jsonb_build_object('count', number,
             'scope', jsonb_build_object('type', scope_type, 'id', scope_id))) FROM (
           SELECT g.scope_type, g.scope_id, count(*)::int AS number
           FROM ${from} WHERE g.role = 'counsellor' AND ${NOT_ENDED} ${visible}
           GROUP BY g.scope_type, g.scope_id) AS counted), '[]') AS counsellors`,
      parameters.values,
    );
    const { items, counsellors } = row ?? { items: [], counsellors: [] };
    const shown = items.slice(0, MOST);
    await Audit.record(this.database.manager, {
      action: 'people-read',
      actor: viewer.id,
      subject: [...new Set(shown.map(({ person }) => person.id))],
      facts: { count: shown.length },
    });
    return { items: shown, counsellors, more: items.length > MOST };
  }
}
