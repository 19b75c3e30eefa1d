import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  peopleReach,
  type AuditAction,
  type AuditEntry,
  type AuditQuery,
  type OwnAuditEntry,
  type PeopleReach,
  type Scope,
} from '@luotsi/identity/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Places, type KnownPlaces } from '../places';
import type { Principal } from '../principal';
import { Audit } from './audit';
import { cursorAfter, placeOf, selectEntries, type Narrowing } from './select-entries';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly action: AuditAction;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly facts: Record<string, unknown>;
  readonly subjects: { id: string; name: string | null }[];
  readonly subject_count: number;
}

/** A part of the log and where the next part begins. */
export interface Part<Entry> {
  readonly items: Entry[];
  readonly nextCursor: string | null;
}

type Filters = Omit<AuditQuery, 'cursor' | 'limit'>;

/** Reads the audit log; whoever reads of others is in it for that. */
@Injectable()
export class AuditLog {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: Places,
  ) {}

  /** A page of the log, latest first, as far as the reader's roles reach. */
  page(reader: Principal, { cursor, limit, ...filters }: AuditQuery): Promise<Part<AuditEntry>> {
    return this.reading(reader, 'audit-read', filters, async (manager, reach) => {
      const after = cursor ? placeOf(cursor) : null;
      const rows = await read(
        manager,
        { ...filters, reach, ...(after ? { after } : {}) },
        limit + 1,
      );
      return part(rows, limit, await this.toEntry());
    });
  }

  /** The latest entries, at most so many, for an export. */
  all(reader: Principal, filters: Filters, most: number): Promise<AuditEntry[]> {
    return this.reading(reader, 'audit-exported', filters, async (manager, reach) =>
      (await read(manager, { ...filters, reach }, most)).map(await this.toEntry()),
    );
  }

  /** What has been done with a person's own data: by others, or by anyone. */
  async own(
    person: string,
    by: 'others' | 'all',
    cursor: string | undefined,
    limit: number,
  ): Promise<Part<OwnAuditEntry>> {
    const after = cursor ? placeOf(cursor) : null;
    const places = await this.places.known();
    const rows = await this.database.query<Row[]>(OWN, [
      person,
      by === 'all',
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    return part(rows, limit, (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      action: row.action,
      own: row.actor_id === person,
      actor: row.actor_id === null ? null : { name: row.actor_name },
      facts: withPlace(row.facts, places),
    }));
  }

  private async toEntry(): Promise<(row: Row) => AuditEntry> {
    const places = await this.places.known();
    return (row) => toEntry(row, places);
  }

  private reading<Result>(
    reader: Principal,
    action: 'audit-read' | 'audit-exported',
    filters: Filters,
    work: (manager: EntityManager, reach: PeopleReach) => Promise<Result>,
  ): Promise<Result> {
    const { person, actor, ...others } = filters;
    return this.database.transaction(async (manager) => {
      const { groups } = await this.places.known();
      const result = await work(manager, peopleReach(reader, groups));
      await Audit.record(manager, {
        action,
        actor: reader.id,
        subject: [...new Set([person, actor].filter((one) => one !== undefined))],
        facts: {
          filters: Object.keys(others).filter((name) =>
            hasValue(others[name as keyof typeof others]),
          ),
        },
      });
      return result;
    });
  }
}

const hasValue = (given: unknown) =>
  Array.isArray(given) ? given.length > 0 : given !== undefined;

function read(manager: EntityManager, narrowing: Narrowing, limit: number): Promise<Row[]> {
  return manager.query<Row[]>(...selectEntries(narrowing, limit));
}

function part<Entry>(rows: Row[], limit: number, to: (row: Row) => Entry): Part<Entry> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(to), nextCursor: last ? cursorAfter(last) : null };
}

function toEntry(row: Row, places: KnownPlaces): AuditEntry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name },
    subjects: row.subjects,
    subjectCount: row.subject_count,
    facts: withPlace(row.facts, places),
  };
}

/** Adds the name of the region or group that the facts speak of, where it is known. */
function withPlace(facts: Row['facts'], { regions, groups }: KnownPlaces): Row['facts'] {
  const scope = facts['scope'] as Scope | undefined;
  if (!scope?.id) return facts;
  const name = scope.type === 'region' ? regions.get(scope.id) : groups.get(scope.id)?.name;
  return name ? { ...facts, scope: { ...scope, name } } : facts;
}

/** $1 the person, $2 whether their own doings, too, $3 and $4 where to go on, $5 how many. */
const OWN = `
  SELECT e.id, e.at, e.action, e.actor_id, actor.name AS actor_name, e.facts
  FROM (
    SELECT * FROM identity.audit_entry e
    WHERE (e.subject_ids @> ARRAY[$1::uuid] AND e.actor_id IS DISTINCT FROM $1::uuid
        OR $2 AND e.actor_id = $1::uuid)
      AND ($3::timestamptz IS NULL OR (e.at, e.id) < ($3, $4::uuid))
    ORDER BY e.at DESC, e.id DESC LIMIT $5
  ) e
  LEFT JOIN identity.person actor ON actor.id = e.actor_id
  ORDER BY e.at DESC, e.id DESC`;
