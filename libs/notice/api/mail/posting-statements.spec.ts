import { testDatabase } from '@testing';
import { Client } from 'pg';
import { DUE, FATES, POSTING_LOCK, TURN } from './posting-statements';

const NOTICES = 12_000;

describe('the statements of posting', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let client: Client;
  let due: { person_id: string; id: string }[];
  beforeAll(async () => {
    database = await testDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `WITH people AS (
         INSERT INTO identity.person (id, name, email)
         SELECT gen_random_uuid(), 'Test', n || '@many.luotsi.example'
         FROM generate_series(1, $1) n RETURNING id
       )
       INSERT INTO notice.notice (id, person_id, kind, facts, mail_at)
       SELECT gen_random_uuid(), id, 'session-cancelled', '{}', now() FROM people`,
      [NOTICES],
    );
    await client.query('ANALYZE notice.notice, identity.person');
    ({ rows: due } = await client.query('SELECT person_id, id FROM notice.notice LIMIT 200'));
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  /** The plan, once it is one's turn. */
  const planOf = async (statement: string, values: unknown[]): Promise<string> => {
    await client.query('BEGIN');
    await client.query(TURN, [POSTING_LOCK]);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`, values);
    await client.query('ROLLBACK');
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('look up by key, however many are looked at', async () => {
    const people = due.map(({ person_id }) => person_id);
    const plans = [
      await planOf(DUE, [new Date(), due.length]),
      await planOf(FATES, [
        people,
        due.map(({ id }) => id),
        due.map(() => null),
        due.map(() => true),
      ]),
    ];
    for (const plan of plans) {
      expect(plan).toContain('Index Cond');
      expect(plan).not.toMatch(/Seq Scan|Hash Join/);
    }
  });
});
