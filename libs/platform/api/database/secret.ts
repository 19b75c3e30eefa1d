import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/**
 * The secret that this installation signs with, made at the first start and kept in the database,
 * so that every process of it shares the same one. 32 random bytes in base64url.
 */
export async function installationSecret(database: DataSource): Promise<string> {
  await database.query(
    `INSERT INTO platform.setting (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING`,
    [randomBytes(32).toString('base64url')],
  );
  const [row] = await database.query<{ value: string }[]>(
    `SELECT value FROM platform.setting WHERE name = 'secret'`,
  );
  if (!row) throw new Error('The installation has no secret.');
  return row.value;
}
