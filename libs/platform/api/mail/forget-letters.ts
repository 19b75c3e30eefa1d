import type { EntityManager } from 'typeorm';

/** Deletes every letter to a person: those of their account, and those to their address. */
export async function forgetLetters(
  manager: EntityManager,
  person: string,
  address: string,
): Promise<void> {
  await manager.query('DELETE FROM platform.mail WHERE person_id = $1 OR recipient = lower($2)', [
    person,
    address,
  ]);
}
