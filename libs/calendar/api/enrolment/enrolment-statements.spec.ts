import { appConnection, ONE_PLAN } from '@luotsi/platform/api';
import { testDatabase } from '@testing';
import { Client } from 'pg';
import * as statements from './enrolment-statements';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

/** Reads of a plan that go through a whole table of the calendar, by its name. */
function wholeReads(plan: Plan): string[] {
  const table = plan['Relation Name'];
  const whole = ['Seq Scan', 'Index Scan', 'Index Only Scan', 'Bitmap Index Scan'];
  const isWhole = whole.includes(plan['Node Type']) && !plan['Index Cond'];
  return [...(isWhole ? [table ?? 'an index'] : []), ...(plan.Plans ?? []).flatMap(wholeReads)];
}

/** What of the enrolments that a plan reads is thrown away again. */
function thrownAway(plan: Plan): string[] {
  const filter = plan['Relation Name'] === 'enrolment' ? plan.Filter : undefined;
  return [...(filter === undefined ? [] : [filter]), ...(plan.Plans ?? []).flatMap(thrownAway)];
}

describe('the statements of enrolment', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await testDatabase();
    client = new Client(appConnection(database.url, 'test', ONE_PLAN));
    await client.connect();
    // From now on the planner knows that they are empty, and a whole read looks cheap to it.
    await client.query('VACUUM (ANALYZE) calendar.session, calendar.enrolment');
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  const planOf = async (text: string) => {
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>(
      `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
    );
    const [row] = rows;
    if (!row) throw new Error('There is a plan of every statement.');
    return row['QUERY PLAN'][0].Plan;
  };

  it.each(Object.entries(statements))(
    'look up by key, though %s was planned while the tables were empty',
    async (_, text) => {
      expect(wholeReads(await planOf(text))).toEqual([]);
    },
  );

  it.each(['LINE', 'REGION_LINE', 'OFFERS', 'SHARES'] as const)(
    'read no enrolment in vain, though %s was planned then',
    async (name) => {
      expect(thrownAway(await planOf(statements[name]))).toEqual([]);
    },
  );

  it('generate nothing of a session anew: no trigger stands before its update', async () => {
    // PostgreSQL works out every generated column, words for the search among them, where one does.
    const { rows } = await client.query(
      `SELECT tgname FROM pg_trigger
       WHERE tgrelid = 'calendar.session'::regclass AND tgtype & 19 = 19`,
    );
    expect(rows).toEqual([]);
  });
});
