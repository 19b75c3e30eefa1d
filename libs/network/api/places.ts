import { Injectable } from '@nestjs/common';
import type { KnownGroup, KnownPlaces, Places } from '@luotsi/identity/api';
import { sectors } from '@luotsi/network/model';
import type { Localised } from '@luotsi/platform/model';
import { DataSource } from 'typeorm';

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
}
