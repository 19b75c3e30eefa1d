import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type pg from 'pg';
import type { Arena } from '../arena.ts';
import { figure, type Figure, type Round } from '../duel.ts';
import { signEveryoneIn } from '../guests.ts';
import { startProduct, startYardstick, type Server } from '../processes.ts';

const LETTERS = 10_000;
const ROUNDS = 3;
/** P9: the most that one process of the API takes, bytes. */
const MOST_MEMORY = 250 * 2 ** 20;

/**
 * A session is cancelled in which 10,000 people are enrolled: from pressing the button until the
 * mail server has the last of their letters, against nodemailer's pool with the same letters ready.
 * Memory is compared after the last letter of all with after the first 2,000, and with P9's goal.
 */
export async function mail(arena: Arena): Promise<Figure[]> {
  const database = await arena.database('mail', {
    people: LETTERS,
    sessions: ROUNDS,
    enrolments: ROUNDS * LETTERS,
  });
  const client = await arena.client(database);
  const cookie = await organiser(client);
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-bench-'));
  const server = await startYardstick(join(import.meta.dirname, '../yardsticks/mail-server.mjs'));
  const smtp = `smtp://127.0.0.1:${String((await state(server)).port)}`;
  const product = await startProduct(database, { SMTP_URL: smtp });
  try {
    const { rows: sessions } = await client.query<{ id: string }>(
      `SELECT id FROM calendar.session WHERE contact = 'bench' ORDER BY id`,
    );
    const fought: { product: Round; yardstick: Round }[] = [];
    let early = 0;
    for (const [round, { id }] of sessions.entries()) {
      await fetch(server.url, { method: 'DELETE' });
      const began = performance.now();
      await cancel(product, id, cookie);
      if (round === 0) {
        await until(server, 2_000);
        early = memoryOf(product.pid);
      }
      await until(server, LETTERS);
      const seconds = (performance.now() - began) / 1_000;
      const { came, different } = await state(server);
      if (came !== LETTERS || different !== LETTERS)
        throw new Error(`${String(came)} letters came, ${String(different)} different ones.`);
      const file = await lettersOf(client, folder);
      fought.push({ product: result(seconds), yardstick: result(await bare(smtp, file)) });
    }
    const late = memoryOf(product.pid);
    const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
    const ratio = rounded(late / early);
    const share = rounded(late / MOST_MEMORY);
    return [
      figure('mail.rate', 0.25, fought, '10,000 notices with mail, from the cause to the server'),
      {
        goal: 'mail.memory',
        ratio,
        min: ratio,
        max: ratio,
        target: 1.2,
        met: ratio <= 1.2,
        note: `memory after ${String(ROUNDS * LETTERS)} letters ÷ after 2,000; ${megabytes(late)} against ${megabytes(early)}`,
      },
      {
        goal: 'P9.mail',
        ratio: share,
        min: share,
        max: share,
        target: 1,
        met: share <= 1,
        note: `memory after ${String(ROUNDS * LETTERS)} letters ÷ ${megabytes(MOST_MEMORY)}`,
      },
    ];
  } finally {
    await Promise.all([product.stop(), server.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everyone can be written to; one of them may cancel anything. Answers that one's cookie. */
async function organiser(client: pg.Client): Promise<string> {
  await client.query(`UPDATE identity.person SET email_verified = true`);
  const [guest] = await signEveryoneIn(client);
  if (!guest) throw new Error('Nobody is signed in.');
  await client.query(`UPDATE identity.session SET second_step_at = now() WHERE person_id = $1`, [
    guest.id,
  ]);
  await client.query(
    `INSERT INTO identity.role_grant (id, person_id, role, scope_type)
     VALUES (uuidv7(), $1, 'nationalCoordinator', 'country')`,
    [guest.id],
  );
  await client.query('VACUUM (ANALYZE)');
  return guest.cookie;
}

async function cancel(product: Server, session: string, cookie: string): Promise<void> {
  const answer = await fetch(`${product.url}/api/sessions/${session}/cancellation`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'Kouluttaja on sairastunut' }),
  });
  if (!answer.ok) throw new Error(`Cancelling answered ${String(answer.status)}.`);
}

/** The letters of the last round as nodemailer takes them. */
async function lettersOf(client: pg.Client, folder: string): Promise<string> {
  const { rows } = await client.query<Record<string, string>>(
    `SELECT to_address AS to, subject, text, html FROM platform.mail ORDER BY number DESC LIMIT $1`,
    [LETTERS],
  );
  const file = join(folder, 'letters.json');
  const from = 'Luotsi <luotsi@localhost>';
  writeFileSync(file, JSON.stringify(rows.map((letter) => ({ from, ...letter }))));
  return file;
}

/** Seconds that the yardstick takes over the same letters. */
async function bare(smtp: string, file: string): Promise<number> {
  const script = join(import.meta.dirname, '../yardsticks/mail-sender.mjs');
  const run = await promisify(execFile)(process.execPath, [script, smtp, file]);
  return Number(run.stdout);
}

const rounded = (ratio: number) => Math.round(ratio * 1_000) / 1_000;

const result = (seconds: number): Round => ({ rate: LETTERS / seconds, p99: NaN });

async function state(server: Server) {
  const answer = await fetch(server.url);
  return (await answer.json()) as { port: number; came: number; different: number };
}

async function until(server: Server, count: number): Promise<void> {
  const patience = Date.now() + 300_000;
  while ((await state(server)).came < count) {
    if (Date.now() > patience) throw new Error('The letters do not come.');
    await wait(20);
  }
}

/** What a process holds in memory, in bytes. */
function memoryOf(pid: number): number {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1_024;
  }
  return (
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1_024
  );
}
