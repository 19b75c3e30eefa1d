import pg from 'pg';
import { explainFailure } from '../../apps/api/explain-failure.ts';
import { Failure } from './failure.mjs';

/**
 * Makes sure that the database at `url` answers.
 * @throws Failure with a sentence that says what is wrong, without the password
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    const [sentence = '', second = ''] = explainFailure(error).split('\n');
    if (!second.trim().startsWith('at ')) throw new Failure(sentence);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`The database at DATABASE_URL can't be used: ${reason}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
