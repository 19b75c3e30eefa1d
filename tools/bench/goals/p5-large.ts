import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Arena } from '../arena.ts';
import { figure, rounds, type Figure, type Load } from '../duel.ts';
import { signEveryoneIn, type Guest } from '../guests.ts';
import { startProduct, type Server } from '../processes.ts';
import { country, village } from './places.ts';

/** As many people press as there are in the village. */
const PEOPLE = 12_000;
const SEATS = 30;

interface Side {
  readonly client: pg.Client;
  readonly guests: readonly Guest[];
  readonly server: Server;
}

/** P5 on a country's worth: enrolling, signed in, against the same in a village. */
export async function p5Large(arena: Arena): Promise<Figure[]> {
  const crowded = await side(arena, await country(arena));
  const quiet = await side(arena, await village(arena));
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-bench-'));
  const fight = async (goal: string, sessions: number, what: string) => {
    const load = (one: Side) => () => enrolling(one, sessions, folder);
    return figure(
      goal,
      0.8,
      await rounds(load(crowded), load(quiet)),
      `enrolment, ${what}: on 1,000,000 enrolments ÷ on 26,000`,
    );
  };
  try {
    return [
      await fight('P5.large.hot', 1, 'hot session, 8 connections'),
      await fight('P5.large.spread', 200, 'spread sessions, 8 connections'),
    ];
  } finally {
    await Promise.all([crowded.server.stop(), quiet.server.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function side(arena: Arena, database: string): Promise<Side> {
  const client = await arena.client(database);
  return {
    client,
    guests: await signEveryoneIn(client, PEOPLE),
    server: await startProduct(database),
  };
}

/** Every request is another person's first press, on sessions that nobody has pressed. */
async function enrolling(
  { client, guests, server }: Side,
  sessions: number,
  folder: string,
): Promise<Load> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO calendar.session (id, status, title, capacity, first_start, last_end, published_at)
     SELECT uuidv7(), 'published', '{"fi": "Mittaus", "sv": "", "en": ""}', $1,
       now() + interval '30 days', now() + interval '31 days', now()
     FROM generate_series(1, $2) RETURNING id`,
    [SEATS, sessions],
  );
  const requestsFile = join(folder, `${randomUUID()}.json`);
  const requests = guests.map(({ cookie }, place) => ({
    method: 'POST',
    path: `/api/sessions/${rows[place % sessions]?.id ?? ''}/enrolment`,
    headers: { cookie },
  }));
  writeFileSync(requestsFile, JSON.stringify(requests));
  return { url: server.url, connections: 8, requestsFile, expected: [201, 200] };
}
