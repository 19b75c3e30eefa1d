import { Injectable } from '@nestjs/common';
import type { Group, GroupKind, Theme } from '@luotsi/network/model';
import type { Language } from '@luotsi/platform/model';
import { DataSource } from 'typeorm';
import { nameIn } from './name-in';

const GROUP = `
  SELECT g.id, g.kind, g.name,
    CASE WHEN r.code IS NOT NULL THEN jsonb_build_object('code', r.code, 'name', r.name) END
      AS region,
    CASE WHEN t.id IS NOT NULL
      THEN jsonb_build_object('id', t.id, 'name', t.name, 'title', t.title) END AS theme
  FROM network."group" g
  LEFT JOIN network.region r ON r.code = g.region_code
  LEFT JOIN network.theme t ON t.id = g.theme_id`;

/** Reads groups and themes, one statement a page. */
@Injectable()
export class GroupPages {
  constructor(private readonly database: DataSource) {}

  /** The national forum, then ELO groups by name, then development groups in their themes' order. */
  list(kind: GroupKind | undefined, language: Language): Promise<Group[]> {
    return this.database.query(
      `${GROUP} WHERE $1::text IS NULL OR g.kind = $1
       ORDER BY array_position(ARRAY['national', 'elo', 'development'], g.kind), t.position,
         ${nameIn('g.name', language)}, g.id`,
      [kind ?? null],
    );
  }

  async find(id: string): Promise<Group | undefined> {
    const [group] = await this.database.query<Group[]>(`${GROUP} WHERE g.id = $1`, [id]);
    return group;
  }

  themes(): Promise<Theme[]> {
    return this.database.query(`SELECT id, name, title FROM network.theme ORDER BY position`);
  }
}
