import { sampleFramework } from '@luotsi/assessment/model';
import { testDatabase, type TestDatabase } from '@testing';
import fc from 'fast-check';
import { chance, divide, invent, inventAnswers } from './invention';
import population from './population.json' with { type: 'json' };

describe('Made-up people', () => {
  it('are divided to whole people, all of them, in the order of the shares', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.nat(2_000), shares, (people, given) => {
        const counts = divide(people, given);
        const total = given.reduce((sum, share) => sum + share, 0);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(people);
        counts.forEach((count, place) => {
          expect(Math.abs(count - (people * (given[place] ?? 0)) / total)).toBeLessThan(1);
        });
      }),
    );
  });

  it('answer the same every time, all the statements, goals never below the answers', () => {
    const answers = (seed: number) => {
      const next = chance(seed);
      return inventAnswers(sampleFramework(), invent('19', next), next);
    };
    expect(answers(7)).toEqual(answers(7));
    expect(answers(7)).not.toEqual(answers(8));
    for (const { current, goal } of answers(7)) {
      expect(goal === null || (current !== null && goal >= current)).toBe(true);
    }
    expect(answers(7)).toHaveLength(12);
  });
});

describe('The demonstration data', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ demonstration: true });
  });
  afterAll(() => database.close());

  it('has 600 assessed people without a sign-in, spread as Finland’s people are', async () => {
    const rows = await database.query<{ region: string; people: number; accounts: number }>(`
      SELECT region_code AS region, count(DISTINCT person.id)::int AS people,
        count(account.id)::int AS accounts
      FROM identity.person JOIN assessment.assessment ON assessment.person_id = person.id
      JOIN LATERAL identity.affiliation_at(person.id, completed_at) ON true
      LEFT JOIN identity.account ON account.person_id = person.id
      WHERE email LIKE 'synthetic-%@people.luotsi.example' AND completed_at < now()
      GROUP BY region_code ORDER BY region_code`);
    expect(rows.map(({ region }) => region)).toEqual(
      population.regions.map(({ region }) => region),
    );
    expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe(600);
    expect(rows.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(0);
    expect(rows.find(({ region }) => region === '01')?.people).toBe(188);
    expect(rows.find(({ region }) => region === '21')?.people).toBe(3);
  });

  it('has a third of them twice, and the first counsellors with something to compare to', async () => {
    const [row] = await database.query(`
      SELECT count(*) FILTER (WHERE email LIKE 'synthetic%' AND times = 2)::int AS twice,
        count(*) FILTER (WHERE email LIKE 'counsellor%' AND times >= 1)::int AS counsellors,
        count(*) FILTER (WHERE email LIKE 'counsellor1@%' AND times = 2)::int AS first
      FROM (SELECT email, count(*) AS times FROM assessment.assessment
        JOIN identity.person ON person.id = person_id GROUP BY email) AS counted`);
    expect(row).toEqual({ twice: 200, counsellors: 10, first: 1 });
  });

  it('differs by level, competence and region', async () => {
    const spread = async (by: string) => {
      const rows = await database.query<{ mean: number }>(`
        SELECT avg(current)::float8 AS mean FROM assessment.answer
        JOIN assessment.assessment ON assessment.id = assessment_id
        JOIN identity.person ON person.id = person_id
        JOIN LATERAL identity.affiliation_at(person.id, completed_at) ON true
        WHERE email LIKE 'synthetic%' GROUP BY ${by} HAVING count(*) > 500`);
      const means = rows.map(({ mean }) => mean);
      return Math.max(...means) - Math.min(...means);
    };
    expect(await spread('level_id')).toBeGreaterThan(0.7);
    expect(await spread(`split_part(statement_id, '-', 1)`)).toBeGreaterThan(0.5);
    expect(await spread(`split_part(statement_id, '-', 1), region_code`)).toBeGreaterThan(1);
  });
});
