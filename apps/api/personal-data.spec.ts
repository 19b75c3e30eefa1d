import { testDatabase } from '@testing';
import { slices } from './slices';

interface Column {
  readonly column: string;
  readonly refers: boolean;
}

/** Names under which a column holds who someone is, or their address. */
const TELLING =
  /(^|_)(person|user|member|author|owner|actor|subject|coach|sender)(_ids?|s)?$|_by$|^by_id$|email|recipient|to_address|to_name/;

/** Columns whose name sounds like a person, and that hold none. */
const NOBODY = new Map([
  ['calendar.enrolment_transition.actor', 'on which side someone stood: self, organiser, system'],
  ['platform.mail.subject', 'what a letter is about'],
  ['identity.waiting_link.subject', 'who someone is at a provider; goes with its person_id'],
  ['identity.person.email', 'the person themselves'],
  ['identity.person.email_verified', 'the person themselves'],
]);

describe('every column that refers to a person', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let columns: Column[];
  beforeAll(async () => {
    database = await testDatabase();
    columns = await database.query<Column>(`
      SELECT format('%s.%s.%s', n.nspname, c.relname, a.attname) AS "column",
        EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid
          AND f.confrelid = 'identity.person'::regclass AND a.attnum = ANY (f.conkey)) AS refers
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      ORDER BY 1`);
  });
  afterAll(() => database.close());

  const answered = slices.flatMap(({ personalData }) => personalData?.columns ?? []);

  it('is one that a slice answers for: it is in the download and goes with the account', () => {
    const telling = columns.filter(
      ({ column, refers }) => refers || TELLING.test(column.split('.')[2] ?? ''),
    );
    expect(telling.length).toBeGreaterThan(20);
    const unanswered = telling
      .map(({ column }) => column)
      .filter((column) => !answered.includes(column) && !NOBODY.has(column));
    expect(unanswered).toEqual([]);
  });

  it('is there: nobody answers for what has gone', () => {
    const known = new Set(columns.map(({ column }) => column));
    expect([...answered, ...NOBODY.keys()].filter((column) => !known.has(column))).toEqual([]);
  });

  it('is answered for by the slice whose schema it stands in', () => {
    for (const { name, personalData } of slices) {
      const foreign = (personalData?.columns ?? []).filter(
        (column) => !column.startsWith(`${name}.`),
      );
      expect(foreign).toEqual([]);
    }
  });
});

describe('retention times', () => {
  const rules = slices.flatMap(({ name, retention = [] }) =>
    retention.map((rule) => ({ slice: name, ...rule })),
  );

  it('are told by every slice that keeps anything about people, in every language', () => {
    for (const { name, personalData, retention = [] } of slices) {
      if (personalData) expect([name, retention.length > 0]).toEqual([name, true]);
    }
    for (const { what, keptFor } of rules) {
      for (const text of [what, keptFor]) {
        expect(Object.values(text).filter((words) => words.trim() === '')).toEqual([]);
      }
    }
  });

  it('have names of their own', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    expect(rules.filter(({ slice, name }) => !name.startsWith(`${slice}.`))).toEqual([]);
  });
});
