import type { Me } from '@luotsi/identity/model';
import { CONFIGURATION, type Configuration } from '@luotsi/platform/api';
import { freshDatabase, testApp, type TestApp } from '@testing';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The first one may have to build the API. */
const patience = 120_000;

/** `npm run admin -- <given>` on a database. */
function admin(given: readonly string[], environment: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['tools/dev/admin.mjs', ...given], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      LUOTSI_ORIGIN: 'https://luotsi.example',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (words += String(chunk)));
  return new Promise<{ status: number | null; words: string }>((resolve) =>
    child.once('close', (status) => resolve({ status, words })),
  );
}

const linkIn = (words: string) =>
  /^https:\/\/luotsi\.example\/reset-password\?token=([\w-]{43})$/m.exec(words)?.[1] ?? '';

describe('npm run admin', () => {
  let luotsi: TestApp;
  let DATABASE_URL: string;
  beforeAll(async () => {
    luotsi = await testApp();
    ({ DATABASE_URL } = luotsi.app.get<Configuration>(CONFIGURATION));
  });
  afterAll(() => luotsi.close());

  const reset = (token: string, password: string) =>
    luotsi.visitor().post('/api/auth/reset-password', { token, password });

  it(
    'adds the first administrator, who chooses a password with the link and signs in',
    async () => {
      const { status, words } = await admin([' First@Example.org '], { DATABASE_URL });
      expect([status, words]).toEqual([
        0,
        expect.stringContaining('first@example.org has been added'),
      ]);
      expect((await reset(linkIn(words), 'a long enough phrase')).status).toBe(200);
      const actor = luotsi.visitor();
      await actor.signIn('first@example.org', 'a long enough phrase');
      const { body } = await actor.get<Me>('/api/me');
      expect(body).toMatchObject({ name: 'first', secondStep: 'needed' });
      expect(body.dormantRoles).toEqual([
        { role: 'administrator', scope: { type: 'country', id: null } },
      ]);
      const entries = await luotsi.query(
        `SELECT action FROM identity.audit_entry WHERE subject_ids = ARRAY[$1::uuid]
         AND facts->>'way' = 'command' ORDER BY id`,
        [body.id],
      );
      expect(entries).toEqual([{ action: 'account-created' }, { action: 'role-given' }]);
    },
    patience,
  );

  it(
    'makes a link anew; the one before works no longer, and neither does one after a day',
    async () => {
      const first = await admin(['second@example.org'], { DATABASE_URL });
      const second = await admin(['second@example.org'], { DATABASE_URL });
      expect(second.words).toContain('is an administrator already');
      expect((await reset(linkIn(first.words), 'a long enough phrase')).status).toBe(410);
      const [kept] = await luotsi.query<{ hours: number }>(
        `SELECT extract(epoch FROM max(expires_at) - now())::float / 3600 AS hours
         FROM identity.link_token WHERE used_at IS NULL`,
      );
      expect(kept?.hours).toBeGreaterThan(23.9);
      expect(kept?.hours).toBeLessThanOrEqual(24);
      expect((await reset(linkIn(second.words), 'a long enough phrase')).status).toBe(200);
    },
    patience,
  );

  it(
    'makes someone who has an account an administrator without an end',
    async () => {
      const [{ id, email } = { id: '', email: '' }] = await luotsi.query<{
        id: string;
        email: string;
      }>(`SELECT id, email FROM identity.person WHERE id = $1`, [
        (await luotsi.as('administrator')).id,
      ]);
      await luotsi.query(
        `UPDATE identity.role_grant SET valid_to = now() + interval '1 day' WHERE person_id = $1`,
        [id],
      );
      const { words } = await admin([email], { DATABASE_URL });
      expect(words).toContain('has an account and is an administrator now');
      const held = await luotsi.query(
        `SELECT valid_to FROM identity.role_grant WHERE person_id = $1
         AND role = 'administrator' AND coalesce(valid_to > now(), true)`,
        [id],
      );
      expect(held).toEqual([{ valid_to: null }]);
    },
    patience,
  );

  it.each([
    ['no address', [], /Write the e-mail address/],
    ['two addresses', ['a@example.org', 'b@example.org'], /of one administrator/],
    ['no e-mail address', ['first'], /"first" is not an e-mail address\. Nothing was changed/],
  ])('says in a sentence what is wrong with %s', async (_, given, sentence) => {
    const { status, words } = await admin(given, { DATABASE_URL });
    expect([status, words]).toEqual([1, expect.stringMatching(sentence)]);
    expect(words).not.toMatch(/ {4}at /);
  });

  it('says so when the database can not be reached, is empty, or there is none', async () => {
    const away = { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:9/luotsi' };
    expect(await admin(['a@example.org'], away)).toEqual({
      status: 1,
      words: expect.stringMatching(/^(?!.*secret)[\s\S]*DATABASE_URL can't be reached/) as string,
    });
    const empty = await freshDatabase();
    expect(await admin(['a@example.org'], { DATABASE_URL: empty.url })).toEqual({
      status: 1,
      words: expect.stringContaining('no tables of Luotsi yet') as string,
    });
    expect(await empty.query(`SELECT to_regclass('luotsi_migration') AS t`)).toEqual([{ t: null }]);
    await empty.close();
    const folder = mkdtempSync(join(tmpdir(), 'luotsi-admin-'));
    expect(await admin(['a@example.org'], { DATABASE_URL: '', LUOTSI_DATA: folder })).toEqual({
      status: 1,
      words: expect.stringContaining('run npm start once') as string,
    });
    rmSync(folder, { recursive: true });
  });
});
