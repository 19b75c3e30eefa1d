import { availableParallelism } from 'node:os';
import pg from 'pg';
import { stages, type Filling } from './country-rows.ts';
import type { Size } from './dataset.ts';

/** What is filled. */
const TABLES = [
  ...['person', 'role_grant', 'affiliation'].map((table) => `identity.${table}`),
  ...['session', 'meeting', 'session_region', 'session_competence'],
  ...['enrolment', 'enrolment_transition'],
].map((table) => (table.includes('.') ? table : `calendar.${table}`));

/**
 * Fills a prepared database with a country's worth: sessions of three years, two of them past, in all
 * their states; more wishes than seats in some and fewer in others; every step of every enrolment.
 * The same numbers give the same rows every time, beside the times, which go by today. Statements of
 * SQL alone, several at a time. While they run, references aren't looked up and the indexes that
 * keep no rule are away: what those would have refused is counted at the end.
 * @param url of the database, as its administrator
 * @returns seconds it took
 * @throws Error when a counter is not what its rows say, or a row refers to nothing
 */
export async function fillCountry(url: string, size: Size): Promise<number> {
  const began = performance.now();
  const clients = Array.from(
    { length: Math.min(4, Math.max(2, availableParallelism())) },
    () => new pg.Client({ connectionString: url }),
  );
  try {
    for (const client of clients) {
      await client.connect();
      await client.query(`SET work_mem = '128MB'; SET maintenance_work_mem = '256MB';
        SET synchronous_commit = off; SET session_replication_role = replica`);
    }
    const [client] = clients;
    if (!client) throw new Error('There is at least one connection.');
    await client.query('CREATE SCHEMA IF NOT EXISTS bench');
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES, [
      TABLES,
    ]);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    for (const stage of stages(size)) await shared(clients, stage);
    await shared(
      clients,
      indexes.map(({ definition }) => [{ text: definition }]),
    );
    await client.query('DROP TABLE bench.planned, bench.wish, bench.stand');
    await client.query('VACUUM (ANALYZE)');
    await insistOnCounters(client);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
  return Math.round((performance.now() - began) / 1_000);
}

/** Runs tasks on connections, each taking the next one as it is free. */
async function shared(
  clients: readonly pg.Client[],
  tasks: readonly (readonly Filling[])[],
): Promise<void> {
  const waiting = [...tasks];
  await Promise.all(
    clients.map(async (client) => {
      for (let task = waiting.shift(); task; task = waiting.shift())
        for (const { text, values = [] } of task) await client.query(text, [...values]);
    }),
  );
}

/** Those that keep no rule: not unique, of no constraint. */
const INDEXES = `
  SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
  FROM pg_index WHERE indrelid = ANY ($1::text[]::regclass[]) AND NOT indisunique
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`;

/** What the counters are, from the rows that they count. */
const COUNTED = `
  SELECT session_id, count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
    count(*) FILTER (WHERE status = 'offered') AS offered,
    count(*) FILTER (WHERE status = 'waitlisted') AS waiting,
    count(*) FILTER (WHERE status = 'applied') AS applied,
    max(ticket) + 1 AS next_ticket, min(offer_expires) AS due
  FROM calendar.enrolment GROUP BY session_id`;

/** @throws Error naming how many rows are not as they should be */
async function insistOnCounters(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ wrong: number; bare: number; lost: number }>(
    `SELECT count(*) FILTER (WHERE (confirmed_count, offered_count, waitlist_count, applied_count)
         <> (coalesce(confirmed, 0), coalesce(offered, 0), coalesce(waiting, 0), coalesce(applied, 0))
       OR s.next_ticket <= coalesce(c.next_ticket - 1, 0) OR due_at IS DISTINCT FROM due)::int AS wrong,
       (SELECT count(*)::int FROM calendar.enrolment e WHERE NOT EXISTS (
          SELECT FROM calendar.enrolment_transition t WHERE t.enrolment_id = e.id
            AND t.sequence = e.sequence AND t.to_status = e.status)) AS bare,
       (SELECT count(*)::int FROM calendar.enrolment e
          LEFT JOIN calendar.session s ON s.id = e.session_id
          LEFT JOIN identity.person p ON p.id = e.person_id WHERE s.id IS NULL OR p.id IS NULL)
       + (SELECT count(*)::int FROM calendar.enrolment_transition t
          LEFT JOIN calendar.enrolment e ON e.id = t.enrolment_id WHERE e.id IS NULL) AS lost
     FROM calendar.session s LEFT JOIN (${COUNTED}) c ON c.session_id = s.id`,
  );
  const [{ wrong, bare, lost } = { wrong: NaN, bare: NaN, lost: NaN }] = rows;
  if (wrong === 0 && bare === 0 && lost === 0) return;
  throw new Error(
    `${String(wrong)} sessions have counters that their rows don't bear out, ${String(bare)} enrolments no step, ${String(lost)} rows refer to nothing.`,
  );
}
