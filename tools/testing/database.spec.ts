import { freshDatabase } from '@testing';

describe('a fresh database', () => {
  it('is a copy of a template that is prepared once', async () => {
    let prepared = 0;
    const prepare = async (url: string) => {
      prepared += 1;
      const database = new URL(url).pathname.slice(1);
      expect(database).toBe('sample_draft');
      await Promise.resolve();
    };
    const [first, second] = await Promise.all([
      freshDatabase('sample', prepare),
      freshDatabase('sample', prepare),
    ]);
    expect(prepared).toBe(1);

    await first.query('CREATE TABLE only_here (id int)');
    const seen = await second.query<{ there: string | null }>(
      `SELECT to_regclass('only_here') AS there`,
    );
    expect(seen).toEqual([{ there: null }]);
    await Promise.all([first.close(), second.close()]);
  });

  it('sorts Finnish and Swedish by their own rules', async () => {
    const database = await freshDatabase();
    const sorted = (collation: string) =>
      database.query<{ word: string }>(
        `SELECT word FROM (VALUES ('öljy'), ('zeniitti'), ('ääni'), ('åland')) AS t (word)
         ORDER BY word COLLATE "${collation}"`,
      );
    const finnish = (await sorted('fi-FI-x-icu')).map(({ word }) => word);
    expect(finnish).toEqual(['zeniitti', 'åland', 'ääni', 'öljy']);
    await expect(sorted('sv-x-icu')).resolves.toHaveLength(4);
    await database.close();
  });
});
