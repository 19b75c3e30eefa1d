import type { DynamicModule, Type } from '@nestjs/common';
import type { OperationDefinition, ProblemTable } from '@luotsi/platform/model';
import type { EntityManager, MigrationInterface } from 'typeorm';

/**
 * What a slice brings to the API, as its `api` door exports it. The app lists the slices in order
 * and everything else follows: modules, entities, migrations, reference data, the OpenAPI document.
 */
export interface Slice {
  readonly name: string;
  readonly module: Type | DynamicModule;
  readonly entities: readonly Type[];
  readonly migrations: readonly Type<MigrationInterface>[];
  readonly operations: readonly OperationDefinition[];
  readonly problems: ProblemTable;
  /**
   * Loads the slice's reference data at every start, in one transaction with the other slices.
   * Running it twice changes nothing; what a person has edited is not overwritten.
   */
  readonly reference?: (manager: EntityManager) => Promise<void>;
  /** Loads demonstration data, once, on the embedded database only. */
  readonly demonstration?: (manager: EntityManager) => Promise<void>;
}
