import type { EntityManager } from 'typeorm';
import { deliver, deliverLinks } from './deliver';
import { groupId } from './group-id';
import centres from './reference/centres.json' with { type: 'json' };
import employmentAreas from './reference/employment-areas.json' with { type: 'json' };
import groups from './reference/groups.json' with { type: 'json' };
import regions from './reference/regions.json' with { type: 'json' };
import themes from './reference/themes.json' with { type: 'json' };

/** Loads regions, centres, employment areas, themes and groups. */
export async function loadNetwork(manager: EntityManager): Promise<void> {
  await deliver(
    manager,
    {
      table: 'network.region',
      key: 'code',
      columns: { code: 'text', name: 'jsonb', nuts3: 'text', valid_from: 'date', valid_to: 'date' },
    },
    regions,
  );
  await loadCentres(manager);
  await loadEmploymentAreas(manager);
  await deliver(
    manager,
    {
      table: 'network.theme',
      key: 'id',
      columns: { id: 'text', position: 'integer', name: 'jsonb', title: 'jsonb' },
    },
    themes,
  );
  await deliver(
    manager,
    {
      table: 'network."group"',
      key: 'id',
      columns: { id: 'uuid', kind: 'text', name: 'jsonb', region_code: 'text', theme_id: 'text' },
    },
    groups.map(({ key, ...row }) => ({ id: groupId(key), ...row })),
  );
}

async function loadCentres(manager: EntityManager): Promise<void> {
  const added = await deliver(
    manager,
    {
      table: 'network.centre',
      key: 'id',
      columns: { id: 'text', kind: 'text', name: 'jsonb', valid_from: 'date', valid_to: 'date' },
    },
    centres,
  );
  const fresh = centres.filter(({ id }) => added.has(id));
  await deliverLinks(
    manager,
    { table: 'network.centre_region', columns: ['centre_id', 'region_code'] },
    fresh.flatMap(({ id, regions: codes }) => codes.map((code) => [id, code] as const)),
  );
  await deliverLinks(
    manager,
    { table: 'network.centre_predecessor', columns: ['centre_id', 'predecessor_id'] },
    fresh.flatMap(({ id, predecessors }) => predecessors.map((before) => [id, before] as const)),
  );
}

async function loadEmploymentAreas(manager: EntityManager): Promise<void> {
  const added = await deliver(
    manager,
    {
      table: 'network.employment_area',
      key: 'code',
      columns: { code: 'text', name: 'jsonb' },
    },
    employmentAreas,
  );
  await deliverLinks(
    manager,
    {
      table: 'network.employment_area_region',
      columns: ['employment_area_code', 'region_code'],
    },
    employmentAreas
      .filter(({ code }) => added.has(code))
      .flatMap(({ code, regions: codes }) => codes.map((region) => [code, region] as const)),
  );
}
