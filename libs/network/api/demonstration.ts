import type { EntityManager } from 'typeorm';
import organisations from './demonstration/organisations.json' with { type: 'json' };
import { organisationId } from './group-id';

/** Sixty invented organisations over the regions and sectors. */
export async function demonstrateNetwork(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO network.organisation (id, name, sector, region_code)
     SELECT id, name, sector, region
     FROM jsonb_to_recordset($1::jsonb) AS o (id uuid, name jsonb, sector text, region text)`,
    [JSON.stringify(organisations.map((o) => ({ id: organisationId(o.name.fi), ...o })))],
  );
}
