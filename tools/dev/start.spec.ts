import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkPort } from './port.mjs';

/** A first start may have to build. */
const patience = 300_000;

/** `npm start` on data of its own. */
class Start {
  words = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(environment: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, ['tools/dev/start.mjs'], {
      env: { ...process.env, DATABASE_URL: '', NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk) => (this.words += String(chunk)));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  async ready(): Promise<void> {
    let over = false;
    void this.ended.then(() => (over = true));
    while (!this.words.includes('Luotsi is ready')) {
      if (over) throw new Error(this.words);
      await wait(50);
    }
  }
}

describe('npm start', () => {
  const data = mkdtempSync(join(tmpdir(), 'luotsi-start-'));
  const started: Start[] = [];
  let port: number;

  beforeAll(async () => {
    port = await checkPort('127.0.0.1', 0);
  });
  afterAll(async () => {
    for (const { child } of started) child.kill('SIGTERM');
    await Promise.all(started.map(({ ended }) => ended));
    rmSync(data, { recursive: true, force: true });
  });

  const start = (environment: NodeJS.ProcessEnv = {}) => {
    const one = new Start({ LUOTSI_DATA: data, PORT: String(port), ...environment });
    started.push(one);
    return one;
  };
  const answers = () =>
    fetch(`http://127.0.0.1:${String(port)}/health/ready`).then(
      ({ status }) => status,
      () => 0,
    );
  const databaseProcess = () => {
    const file = join(data, 'postgresql/postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  };
  const lives = (pid: number) => pid > 0 && existsSync(`/proc/${String(pid)}/cwd`);

  it(
    'ends with the address and how to sign in, and leaves nothing running after Ctrl-C',
    async () => {
      const one = start();
      await one.ready();
      expect(one.words).toContain(`http://localhost:${String(port)}`);
      expect(one.words).toContain('counsellor1@demo.luotsi.example');
      await expect(answers()).resolves.toBe(200);
      const database = databaseProcess();
      one.child.kill('SIGINT');
      await expect(one.ended).resolves.toBe(0);
      await expect(answers()).resolves.toBe(0);
      expect(lives(database)).toBe(false);
      expect(databaseProcess()).toBe(0);
    },
    patience,
  );

  it(
    'starts again after it was killed, and after its database was',
    async () => {
      const first = start();
      await first.ready();
      first.child.kill('SIGKILL');
      await first.ended;

      const second = start();
      await second.ready();
      process.kill(databaseProcess(), 'SIGKILL');
      await expect(second.ended).resolves.toBe(1);
      expect(second.words).toContain('PostgreSQL stopped');
      expect(second.words).not.toContain('    at ');

      const third = start();
      await third.ready();

      const beside = start({ PORT: '0' });
      await expect(beside.ended).resolves.toBe(1);
      expect(beside.words).toContain('Luotsi already runs on the data in');

      third.child.kill('SIGTERM');
      await expect(third.ended).resolves.toBe(0);
    },
    patience,
  );

  it.each([
    ['a wrong value', { PORT: 'harbour', LOG_LEVEL: 'loud' }, /PORT[\s\S]*LOG_LEVEL/],
    ['a data folder that is a file', { LUOTSI_DATA: 'package.json' }, /a file where a folder/],
    [
      'a database out of reach',
      { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:9/luotsi' },
      /DATABASE_URL can't be reached/,
    ],
  ])('says in a sentence what is wrong with %s', async (_, environment, sentence) => {
    const refused = start(environment);
    await expect(refused.ended).resolves.toBe(1);
    expect(refused.words).toMatch(sentence);
    expect(refused.words).not.toMatch(/ {4}at |secret/);
  });
});
