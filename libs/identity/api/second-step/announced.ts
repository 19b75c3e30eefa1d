import { Changes } from '@luotsi/platform/api';
import type { DataSource, EntityManager } from 'typeorm';
import { IDENTITY } from '../people/people';

/** A transaction that changes something about a person, told to every process. */
export async function announced<Result>(
  database: DataSource,
  changes: Changes,
  person: string,
  work: (manager: EntityManager) => Promise<Result>,
): Promise<Result> {
  const result = await database.transaction(async (manager) => {
    const done = await work(manager);
    await Changes.announce(manager, IDENTITY, person);
    return done;
  });
  changes.changedHere(IDENTITY, person);
  return result;
}
