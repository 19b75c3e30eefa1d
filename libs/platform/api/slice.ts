import type { DynamicModule, Type } from '@nestjs/common';
import type {
  Localised,
  NoticeKinds,
  OperationDefinition,
  ProblemTable,
} from '@luotsi/platform/model';
import type { EntityManager, MigrationInterface } from 'typeorm';

/**
 * Tables whose rows the running app may not change as it likes: `schema.table` → what it may do, in
 * the words of `GRANT` (`SELECT, INSERT (id, action)`).
 */
export type GuardedTables = Readonly<Record<string, string>>;

/** What a slice keeps about people, how it tells them of it and how it forgets them. */
export interface PersonalData {
  /** Every column that points at a person and that this slice answers for: `schema.table.column`. */
  readonly columns: readonly string[];
  /**
   * Everything kept about a person, for their download: by heading, each a list of records, a record
   * or a value, with stable names in English, as JSON has them. Secrets are left out.
   */
  readonly collect: (manager: EntityManager, person: string) => Promise<Record<string, unknown>>;
  /** What the headings, members and codes of `collect` are called where people read them. */
  readonly words: Readonly<Record<string, Localised>>;
  /**
   * Deletes what is kept about a person; what has to stay (counts) stays without them. One
   * transaction for all slices, the last of the house first.
   */
  readonly forget: (manager: EntityManager, person: string) => Promise<void>;
}

/** How long a kind of record is kept. */
export interface RetentionRule {
  /** Unique among all slices: `identity.session`. */
  readonly name: string;
  readonly what: Localised;
  readonly keptFor: Localised;
  /**
   * Deletes what is past its time by then; returns how many rows have gone. Absent where nothing but
   * the deletion of the account ends it.
   */
  readonly apply?: (manager: EntityManager, now: Date) => Promise<number>;
}

/** Nest's token for all slices, in the order of the house: what one has to ask of every other. */
export const SLICES = Symbol('Slices');

/**
 * What a slice brings to the API, as its `api` door exports it. The app lists the slices in order
 * and everything else follows: modules, entities, migrations, reference data, the OpenAPI document.
 */
export interface Slice {
  readonly name: string;
  /** What it is about, for readers of the API's description. */
  readonly about: string;
  readonly module: Type | DynamicModule;
  readonly entities: readonly Type[];
  readonly migrations: readonly Type<MigrationInterface>[];
  /** All other tables may be read and written by the running app, and changed by nobody but migrations. */
  readonly guarded?: GuardedTables;
  readonly operations: readonly OperationDefinition[];
  readonly problems: ProblemTable;
  /**
   * Loads the slice's reference data at every start, in one transaction with the other slices.
   * Running it twice changes nothing; what a person has edited is not overwritten.
   */
  readonly reference?: (manager: EntityManager) => Promise<void>;
  /** Loads demonstration data, once, on the embedded database only. */
  readonly demonstration?: (manager: EntityManager) => Promise<void>;
  /** What people are told of because of this slice's doings, by kind. */
  readonly notices?: NoticeKinds;
  /** Needed by every slice that keeps anything about people. */
  readonly personalData?: PersonalData;
  readonly retention?: readonly RetentionRule[];
}
