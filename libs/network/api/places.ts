import { Injectable } from '@nestjs/common';
import type { KnownGroup, KnownPlaces, NewOrganisation, Places } from '@luotsi/identity/api';
import { sectors } from '@luotsi/network/model';
import { newId } from '@luotsi/platform/api';
import type { Localised } from '@luotsi/platform/model';
import { DataSource, type EntityManager } from 'typeorm';

interface Row {
  readonly regions: readonly { code: string; name: Localised }[];
  readonly groups: readonly ({ id: string } & KnownGroup)[];
}

/** The places of the network, for identity: where roles are held and people work. */
@Injectable()
export class NetworkPlaces implements Places {
  constructor(private readonly database: DataSource) {}

  async known(): Promise<KnownPlaces> {
    const [row] = await this.database.query<Row[]>(`
      SELECT (SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name))
          FROM network.region) AS regions,
        (SELECT jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'region', region_code,
            'name', name))
          FROM network."group") AS groups`);
    return {
      regions: new Map((row?.regions ?? []).map(({ code, name }) => [code, name])),
      groups: new Map((row?.groups ?? []).map(({ id, ...group }) => [id, group])),
      sectors: new Set<string>(sectors),
    };
  }

  async organisation(id: string): Promise<Localised | null> {
    const [row] = await this.database.query<{ name: Localised }[]>(
      `SELECT name FROM network.organisation WHERE id = $1`,
      [id],
    );
    return row?.name ?? null;
  }

  async addOrganisation(manager: EntityManager, { name, sector, region }: NewOrganisation) {
    // Two coordinators who add the same one wait for each other; readers and references do not.
    await manager.query(`LOCK TABLE network.organisation IN SHARE ROW EXCLUSIVE MODE`);
    const [same] = await manager.query<{ id: string; name: Localised }[]>(
      `SELECT id, name FROM network.organisation
       WHERE region_code IS NOT DISTINCT FROM $2
         AND lower($1) IN (lower(name ->> 'fi'), lower(name ->> 'sv'), lower(name ->> 'en'))
       ORDER BY id LIMIT 1`,
      [name, region],
    );
    if (same) return { ...same, added: false };
    const added = { id: newId(), name: { fi: name, sv: name, en: name } };
    await manager.query(
      `INSERT INTO network.organisation (id, name, sector, region_code) VALUES ($1, $2, $3, $4)`,
      [added.id, added.name, sector, region],
    );
    return { ...added, added: true };
  }
}
