import { testDatabase } from '@testing';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { plainArray } from './plain-array';

describe('an array as a parameter', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await testDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('is read by PostgreSQL as what was given, whatever stands in it', async () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0'));
    const tricky = fc.constantFrom(
      '',
      'null',
      'NULL',
      '{',
      '}',
      ',',
      '"',
      '\\',
      ' ',
      'a b',
      'å',
      "'",
      'x"\\',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, tricky, fc.constant(null))), async (values) => {
        const { rows } = await client.query<{ read: unknown[] }>('SELECT $1::text[] AS read', [
          plainArray(values),
        ]);
        expect(rows[0]?.read).toEqual(values);
      }),
    );
  });

  it('takes numbers, truth values and instants as they are', async () => {
    const { rows } = await client.query(
      'SELECT $1::int[] AS numbers, $2::boolean[] AS truths, $3::timestamptz[] AS instants',
      [
        plainArray([1, -2, null]),
        plainArray([true, false]),
        plainArray(['2027-03-28T00:30:00.000Z']),
      ],
    );
    expect(rows).toEqual([
      {
        numbers: [1, -2, null],
        truths: [true, false],
        instants: [new Date('2027-03-28T00:30:00.000Z')],
      },
    ]);
  });
});
