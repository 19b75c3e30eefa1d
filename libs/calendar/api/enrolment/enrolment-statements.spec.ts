import { appConnection, ONE_PLAN } from '@luotsi/platform/api';
import { testDatabase } from '@testing';
import { Client } from 'pg';
import * as statements from './enrolment-statements';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

/** Reads of a plan that go through a whole table of the calendar, by its name. */
function wholeReads(plan: Plan): string[] {
  const table = plan['Relation Name'];
  const whole = ['Seq Scan', 'Index Scan', 'Index Only Scan', 'Bitmap Index Scan'];
  const isWhole = whole.includes(plan['Node Type']) && !plan['Index Cond'];
  return [...(isWhole ? [table ?? 'an index'] : []), ...(plan.Plans ?? []).flatMap(wholeReads)];
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

  it.each(Object.entries(statements))(
    'look up by key, though %s was planned while the tables were empty',
    async (_, text) => {
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
        `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
      );
      const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
      expect(plan && wholeReads(plan)).toEqual([]);
    },
  );
});
