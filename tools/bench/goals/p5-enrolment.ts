import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Arena } from '../arena.ts';
import { figure, rounds, type Figure, type Load } from '../duel.ts';
import { signEveryoneIn, type Guest } from '../guests.ts';
import { startProduct, startYardstick, type Server } from '../processes.ts';

const PEOPLE = 12_000;
/** Seats of the sessions that are enrolled in: the first thirty get one, the others wait. */
const SEATS = 30;

/** P5: enrolment through HTTP, signed in, against bare node + pg with no sign-in. */
export async function p5(arena: Arena): Promise<Figure[]> {
  const size = { people: PEOPLE, sessions: 2_600, enrolments: 0 };
  const database = await arena.database('enrolment', size);
  const client = await arena.client(database);
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS bench;
    CREATE TABLE bench.session (id uuid PRIMARY KEY, capacity int NOT NULL);
    CREATE TABLE bench.enrolment (session_id uuid, person_id uuid, status text NOT NULL,
      PRIMARY KEY (session_id, person_id));
    CREATE INDEX ON bench.enrolment (session_id) WHERE status = 'confirmed'`);
  const guests = await signEveryoneIn(client);
  const product = await startProduct(database);
  const bare = await startYardstick(join(import.meta.dirname, '../yardsticks/enrolment.mjs'), [], {
    DATABASE_URL: database,
  });
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-bench-'));
  const scene = { client, guests, product, bare, folder };
  try {
    return [
      ...(await fight(scene, 'hot', 1, 8, 1)),
      ...(await fight(scene, 'hot', 1, 32, 1)),
      ...(await fight(scene, 'spread', 200, 8, 0.8)),
      ...(await fight(scene, 'spread', 200, 32, 0.8)),
      ...(await repeated(scene)),
    ];
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Scene {
  readonly client: pg.Client;
  readonly guests: readonly Guest[];
  readonly product: Server;
  readonly bare: Server;
  readonly folder: string;
}

/** Each round has fresh sessions, so that every request is an enrolment of its own. */
async function fight(
  scene: Scene,
  name: string,
  sessions: number,
  connections: number,
  target: number,
) {
  const write = (requests: object[]) => {
    const file = join(scene.folder, `${randomUUID()}.json`);
    writeFileSync(file, JSON.stringify(requests));
    return file;
  };
  const product = async (): Promise<Load> => {
    const ids = await freshSessions(scene.client, sessions);
    const requests = scene.guests.map(({ cookie }, place) => ({
      method: 'POST',
      path: `/api/sessions/${ids[place % sessions] ?? ''}/enrolment`,
      headers: { cookie },
    }));
    return {
      url: scene.product.url,
      connections,
      requestsFile: write(requests),
      expected: [201, 200],
    };
  };
  const bare = async (): Promise<Load> => {
    const ids = await freshYardstickSessions(scene.client, sessions);
    const requests = scene.guests.map(({ id }, place) => ({
      method: 'POST',
      path: `/${ids[place % sessions] ?? ''}/${id}`,
    }));
    return { url: scene.bare.url, connections, requestsFile: write(requests), expected: [201] };
  };
  const fought = await rounds(product, bare);
  const what = `${name} session${sessions > 1 ? 's' : ''}, ${String(connections)} connections`;
  return [
    figure(`P5.${name}.${String(connections)}`, target, fought, `enrolment, ${what}`),
    figure(
      `P5.${name}.${String(connections)}.p99`,
      1.5,
      fought,
      `p99 of enrolment, ${what}`,
      (round) => round.product.p99 / Math.max(round.yardstick.p99, 1),
      true,
    ),
  ];
}

/** Presses that change nothing, against enrolments of the same product. */
async function repeated(scene: Scene): Promise<Figure[]> {
  const [open = '', closed = ''] = await freshSessions(scene.client, 2);
  const guest = scene.guests[0];
  if (!guest) return [];
  const headers = { cookie: guest.cookie };
  await fetch(`${scene.product.url}/api/sessions/${open}/enrolment`, { method: 'POST', headers });
  await scene.client.query(
    `UPDATE calendar.session SET enrolment_closes = now() - interval '1 hour',
       enrolment_opens = now() - interval '2 hours' WHERE id = $1`,
    [closed],
  );
  const write = (name: string, requests: object[]) => {
    const file = join(scene.folder, name);
    writeFileSync(file, JSON.stringify(requests));
    return file;
  };
  const press = (session: string, status: number) => async (): Promise<Load> => ({
    url: scene.product.url,
    connections: 8,
    requestsFile: write(
      `${session}.json`,
      Array.from({ length: 8 }, () => ({
        method: 'POST',
        path: `/api/sessions/${session}/enrolment`,
        headers,
      })),
    ),
    expected: [status],
  });
  const enrolling = async (): Promise<Load> => {
    const [session = ''] = await freshSessions(scene.client, 1);
    const requests = scene.guests.map(({ cookie }) => ({
      method: 'POST',
      path: `/api/sessions/${session}/enrolment`,
      headers: { cookie },
    }));
    return {
      url: scene.product.url,
      connections: 8,
      requestsFile: write(`${session}.json`, requests),
      expected: [201, 200],
    };
  };
  return [
    figure(
      'P5.already',
      3,
      await rounds(press(open, 200), enrolling),
      'pressing again ÷ enrolling',
    ),
    figure('P5.closed', 3, await rounds(press(closed, 409), enrolling), 'a refusal ÷ enrolling'),
  ];
}

async function freshSessions(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO calendar.session (id, status, title, capacity, first_start, last_end, published_at)
     SELECT uuidv7(), 'published', '{"fi": "Mittaus", "sv": "", "en": ""}', $1,
       now() + interval '30 days', now() + interval '31 days', now()
     FROM generate_series(1, $2) RETURNING id`,
    [SEATS, count],
  );
  return rows.map(({ id }) => id);
}

async function freshYardstickSessions(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO bench.session SELECT uuidv7(), $1 FROM generate_series(1, $2) RETURNING id`,
    [SEATS, count],
  );
  return rows.map(({ id }) => id);
}
