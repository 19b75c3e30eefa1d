import { createHmac } from 'node:crypto';
import type pg from 'pg';

/** A made-up person who is signed in. */
export interface Guest {
  readonly id: string;
  readonly cookie: string;
}

/**
 * Gives everyone of the made-up people an open session, as signing in does.
 * @param most only as many; everyone unless given
 */
export async function signEveryoneIn(
  client: pg.Client,
  most: number | null = null,
): Promise<Guest[]> {
  await client.query(
    `INSERT INTO identity.session (id, person_id, token, expires_at)
     SELECT uuidv7(), id, 'bench' || replace(id::text, '-', ''), now() + interval '7 days'
     FROM identity.person WHERE email LIKE 'bench%' ORDER BY id LIMIT $1
     ON CONFLICT DO NOTHING`,
    [most],
  );
  const [{ value: secret } = { value: '' }] = (
    await client.query<{ value: string }>(
      `SELECT value FROM platform.setting WHERE name = 'secret'`,
    )
  ).rows;
  const { rows } = await client.query<{ id: string; token: string }>(
    `SELECT person_id AS id, token FROM identity.session WHERE token LIKE 'bench%' ORDER BY id`,
  );
  return rows.map(({ id, token }) => ({
    id,
    cookie: `luotsi.session_token=${encodeURIComponent(
      `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`,
    )}`,
  }));
}
