import { demonstrationEmail, grantRole } from '@luotsi/identity/api';
import type { EntityManager } from 'typeorm';
import organisations from './demonstration/organisations.json' with { type: 'json' };
import { groupId, organisationId } from './group-id';

/** Sixty invented organisations over the regions and sectors; a member for a development group. */
export async function demonstrateNetwork(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO network.organisation (id, name, sector, region_code)
     SELECT id, name, sector, region
     FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, name jsonb, sector text, region text)`,
    [JSON.stringify(organisations.map((o) => ({ id: organisationId(o.name.fi), ...o })))],
  );
  const [developer] = await manager.query<{ id: string }[]>(
    `SELECT id FROM identity.person WHERE email = $1`,
    [demonstrationEmail('developer1')],
  );
  if (developer) {
    const scope = { type: 'group', id: groupId('dg2') } as const;
    await grantRole(manager, developer.id, 'developmentGroupMember', scope);
  }
}
