import {
  eventually,
  readMail,
  testApp,
  testMailServer,
  type TestApp,
  type TestMailServer,
} from '@testing';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Mail } from '../mail';
import { CONNECTIONS } from './mail-server';

const root = join(import.meta.dirname, '../../../../..');
/** Inside the project, so that the packages are found. */
const built = join(root, 'dist/test-killed');

const PEOPLE = 40;
const EACH = 10;

describe('a process that is killed while it delivers', () => {
  let luotsi: TestApp;
  let server: TestMailServer;
  let url: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    const rolldown = join(root, 'node_modules/.bin/rolldown');
    execFileSync(
      process.execPath,
      [rolldown, '-c', 'apps/api/rolldown.config.mjs', '-d', built, '--log-level', 'silent'],
      { cwd: root },
    );
    server = await testMailServer();
    server.slow(15);
    luotsi = await testApp();
    url = (await luotsi.query<{ url: string }>(`SELECT current_database() AS url`))[0]?.url ?? '';
  }, 60_000);
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await luotsi.close();
    await server.close();
    rmSync(built, { recursive: true, force: true });
  });

  /** The real API, as `npm start` runs it. */
  const start = () => {
    const address = new URL(process.env['LUOTSI_TEST_DATABASE'] ?? '');
    address.pathname = `/${url}`;
    const child = spawn(process.execPath, [join(built, 'main.js')], {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: address.href,
        PORT: '0',
        LOG_LEVEL: 'error',
        SMTP_URL: server.url,
      },
      stdio: 'ignore',
    });
    children.push(child);
    return child;
  };
  const kill = (child: ChildProcess) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });

  it('loses nothing, sends again only what it was sending, and never out of order', async () => {
    await luotsi.database.transaction(async (manager) => {
      for (let number = 0; number < EACH; number += 1) {
        for (let person = 0; person < PEOPLE; person += 1) {
          await luotsi.app.get(Mail).post(manager, {
            to: { name: null, address: `p${String(person)}@killed.example` },
            person: null,
            kind: 'test',
            language: 'fi',
            content: { subject: String(number), blocks: [] },
          });
        }
      }
    });

    // Two at once from the second on: the one that stands by takes over.
    let kills = 0;
    let one = start();
    for (const after of [1, 60, 140, 260]) {
      await server.until(after, 30_000);
      const two = start();
      await kill(one);
      kills += 1;
      one = two;
    }
    await eventually(async () => {
      const states = new Set((await luotsi.letters()).map(({ state }) => state));
      expect(states).toEqual(new Set(['sent']));
    }, 30_000);

    const times = new Map<string, number>();
    for (const { messageId } of server.taken) times.set(messageId, (times.get(messageId) ?? 0) + 1);
    expect(times.size).toBe(PEOPLE * EACH);
    const again = [...times.values()].filter((count) => count > 1);
    expect(again.length).toBeGreaterThan(0);
    expect(again.length).toBeLessThanOrEqual(kills * CONNECTIONS);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(2);

    const got = new Map<string, Set<string>>();
    for (const mail of server.taken) {
      const { subject = '' } = await readMail(mail);
      got.set(mail.to, (got.get(mail.to) ?? new Set()).add(subject));
    }
    for (const subjects of got.values())
      expect([...subjects]).toEqual(Array.from({ length: EACH }, (_, n) => String(n)));
  }, 120_000);
});
