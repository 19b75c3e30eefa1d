import { testDatabase, type TestDatabase } from '@testing';
import { DataSource } from 'typeorm';
import type { Delivery } from './delivery';
import { loadReference } from './load-reference';
import delivered from './programme.json' with { type: 'json' };

let kept: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  kept = await testDatabase();
  database = await new DataSource({ type: 'postgres', url: kept.url }).initialize();
});
afterAll(async () => {
  await database.destroy();
  await kept.close();
});

const load = (delivery?: Delivery) =>
  database.transaction((manager) => loadReference(manager, delivery));

const tables = ['programme', 'module', 'unit', 'topic', 'unit_competence', 'activity', 'reading'];

/** Every row with the transaction that wrote it: equal when nothing was written in between. */
async function everything() {
  const rows = await Promise.all(
    tables.map((table) =>
      kept.query(`SELECT t.xmin::text, t.ctid::text, to_jsonb(t) FROM programme.${table} AS t`),
    ),
  );
  return Object.fromEntries(tables.map((table, place) => [table, rows[place]]));
}

/** The delivery as a later version of the product might bring it. */
function later(change: (delivery: { programmes: Mutable[] }) => void): Delivery {
  const copy = structuredClone(delivered) as unknown as { programmes: Mutable[] };
  change(copy);
  return copy as unknown as Delivery;
}
interface Mutable {
  modules: { units: { id: string; summary: { fi: string }; topics: unknown[] }[] }[];
}

const summaryOf = async (unit: string) => {
  const [row] = await kept.query<{ fi: string }>(
    `SELECT summary ->> 'fi' AS fi FROM programme.unit WHERE id = $1`,
    [unit],
  );
  return row?.fi;
};

describe('the delivered programme', () => {
  it('is in the database once the service has started', async () => {
    const counts = Object.fromEntries(
      Object.entries(await everything()).map(([table, rows]) => [table, rows?.length]),
    );
    expect(counts).toMatchObject({ programme: 1, module: 3, unit: 7, activity: 7, reading: 21 });
  });

  it('is not written again when it is loaded again', async () => {
    const before = await everything();
    await load();
    expect(await everything()).toEqual(before);
  });

  it('follows a new delivery, in the rows that it changes and no others', async () => {
    const before = await everything();
    await load(
      later(({ programmes }) => {
        const unit = programmes[0]?.modules[0]?.units[0];
        if (!unit) return;
        unit.summary.fi = 'Uusi tiivistelmä.';
        unit.topics.pop();
      }),
    );
    expect(await summaryOf('M1.1')).toBe('Uusi tiivistelmä.');
    const after = await everything();
    expect(after.topic?.length).toBe((before.topic?.length ?? 0) - 1);
    expect({ ...after, unit: null, topic: null, unit_competence: null }).toEqual({
      ...before,
      unit: null,
      topic: null,
      unit_competence: null,
    });
    await load();
    expect((await everything()).topic).toHaveLength(before.topic?.length ?? 0);
  });

  it('does not overwrite what a person has edited', async () => {
    await kept.query(
      `UPDATE programme.unit SET summary = jsonb_set(summary, '{fi}', '"Oma."'), edited_at = now()
       WHERE id = 'M1.2'`,
    );
    await kept.query(
      `UPDATE programme.reading SET markdown = 'Oma teksti.', edited_at = now()
       WHERE language = 'fi' AND activity_id IN
         (SELECT id FROM programme.activity WHERE unit_id = 'M1.2')`,
    );
    const edited = await everything();
    await load();
    await load(
      later(({ programmes }) => {
        const unit = programmes[0]?.modules[0]?.units[1];
        if (unit) unit.summary.fi = 'Toimitettu.';
      }),
    );
    expect(await summaryOf('M1.2')).toBe('Oma.');
    expect(await everything()).toEqual(edited);
  });
});
