import { Injectable } from '@nestjs/common';
import type { Organisation, Region, RegionSummary } from '@luotsi/network/model';
import type { Language } from '@luotsi/platform/model';
import { DataSource } from 'typeorm';
import { nameIn } from './name-in';

const ELO_GROUPS = `
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) ORDER BY g.name->>'fi')
            FROM network."group" g WHERE g.region_code = r.code), '[]')`;

const TODAY = `(now() AT TIME ZONE 'Europe/Helsinki')::date`;

/** Reads regions and organisations, one statement a page. */
@Injectable()
export class RegionPages {
  constructor(private readonly database: DataSource) {}

  /** The regions that are valid today, by name in the language. */
  list(language: Language): Promise<RegionSummary[]> {
    return this.database.query(`
      SELECT r.code, r.name, r.nuts3, ${ELO_GROUPS} AS groups,
        (SELECT jsonb_build_object('id', c.id, 'name', c.name)
         FROM network.centre_region cr JOIN network.centre c ON c.id = cr.centre_id
         WHERE cr.region_code = r.code
           AND ${TODAY} BETWEEN c.valid_from AND coalesce(c.valid_to, 'infinity')
         ORDER BY c.valid_from DESC LIMIT 1) AS coordinator
      FROM network.region r
      WHERE ${TODAY} BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')
      ORDER BY ${nameIn('r.name', language)}`);
  }

  /** A region with the centres that coordinate or have coordinated it, newest first. */
  async find(code: string, language: Language): Promise<Region | undefined> {
    const [region] = await this.database.query<Region[]>(
      `SELECT r.code, r.name, r.nuts3, ${ELO_GROUPS} AS groups,
         r.valid_from::text AS "validFrom", r.valid_to::text AS "validTo",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name,
             'validFrom', c.valid_from, 'validTo', c.valid_to) ORDER BY c.valid_from DESC, c.id)
           FROM network.centre_region cr JOIN network.centre c ON c.id = cr.centre_id
           WHERE cr.region_code = r.code), '[]') AS centres,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', e.code, 'name', e.name)
             ORDER BY ${nameIn('e.name', language)})
           FROM network.employment_area_region er
           JOIN network.employment_area e ON e.code = er.employment_area_code
           WHERE er.region_code = r.code), '[]') AS "employmentAreas"
       FROM network.region r WHERE r.code = $1`,
      [code],
    );
    return region;
  }

  /** Organisations, of one region when its code is given, by name in the language. */
  organisations(region: string | undefined, language: Language): Promise<Organisation[]> {
    return this.database.query(
      `SELECT o.id, o.name, o.sector, o.region_code AS "regionCode"
       FROM network.organisation o WHERE $1::text IS NULL OR o.region_code = $1
       ORDER BY ${nameIn('o.name', language)}, o.id`,
      [region ?? null],
    );
  }
}
