import type { OwnPrivacy } from '@luotsi/identity/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { hashPassword } from 'better-auth/crypto';
import { addPasswords } from '../people/people';
import { Forgetting } from './deletion/forgetting';

const DAY = 86_400_000;
const PASSWORD = 'seitsemän-suolaista-silakkaa';
const problem = (name: string, status: number) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('one’s own privacy', () => {
  let luotsi: TestApp;
  let hash: string;
  beforeAll(async () => {
    luotsi = await testApp();
    hash = await hashPassword(PASSWORD);
  });
  afterAll(() => luotsi.close());

  const withPassword = async () => {
    const actor = await luotsi.as('counsellor');
    await luotsi.database.transaction((manager) =>
      addPasswords(manager, [{ id: actor.id ?? '', passwordHash: hash }]),
    );
    return actor;
  };
  const own = async (actor: Actor) => (await actor.get<OwnPrivacy>('/api/me/privacy')).body;
  const ask = async (actor: Actor) => (await actor.get<{ job: string }>('/api/me/data')).body.job;
  const address = async (actor: Actor) => {
    const [row] = await luotsi.query<{ email: string }>(
      'SELECT email FROM identity.person WHERE id = $1',
      [actor.id],
    );
    return row?.email ?? '';
  };

  describe('a copy of one’s data', () => {
    it('is made once, however often it is asked for', async () => {
      const person = await luotsi.as('counsellor');
      expect(await own(person)).toEqual({
        archive: null,
        deletion: null,
        confirmWith: 'fresh-sign-in',
      });
      const jobs = await Promise.all([ask(person), ask(person), ask(person)]);
      expect(new Set(jobs).size).toBe(1);
      expect((await own(person)).archive).toMatchObject({ id: jobs[0], state: 'making' });
      await luotsi.doJobs();
      expect(await ask(person)).toBe(jobs[0]);
      const { archive } = await own(person);
      expect(archive).toMatchObject({ id: jobs[0], state: 'ready' });
      expect(archive?.bytes).toBeGreaterThan(500);
      expect(Math.round((Date.parse(archive?.until ?? '') - Date.now()) / DAY)).toBe(7);
    });

    it('is for its person alone, signed in, and for seven days', async () => {
      const person = await luotsi.as('counsellor');
      const path = `/api/me/data/${await ask(person)}`;
      expect(await person.get(path)).toMatchObject(problem('not-found', 404));
      await luotsi.doJobs();
      expect((await person.get(path)).status).toBe(200);
      const other = await luotsi.as('administrator');
      expect(await other.get(path)).toMatchObject(problem('not-found', 404));
      expect(await luotsi.visitor().get(path)).toMatchObject(problem('sign-in-needed', 401));
      await luotsi.query('UPDATE identity.data_copy SET expires_at = now() WHERE person_id = $1', [
        person.id,
      ]);
      expect(await person.get(path)).toMatchObject(problem('not-found', 404));
      expect((await own(person)).archive).toBeNull();
    });

    it('gives way to a newer one, and can be called off', async () => {
      const person = await luotsi.as('counsellor');
      const first = await ask(person);
      await luotsi.doJobs();
      await luotsi.query(
        `UPDATE identity.data_copy SET made_at = made_at - interval '2 minutes'
         WHERE person_id = $1`,
        [person.id],
      );
      const second = await ask(person);
      expect(second).not.toBe(first);
      await luotsi.doJobs();
      expect((await person.get(`/api/me/data/${first}`)).status).toBe(404);
      await luotsi.query(
        `UPDATE identity.data_copy SET made_at = made_at - interval '2 minutes'
         WHERE person_id = $1`,
        [person.id],
      );
      await person.delete(`/api/jobs/${await ask(person)}`);
      await luotsi.doJobs();
      expect((await person.get(`/api/me/data/${second}`)).status).toBe(200);
    });

    it('is in the log: asked for, and fetched', async () => {
      const person = await luotsi.as('counsellor');
      const job = await ask(person);
      await luotsi.doJobs();
      await person.get(`/api/me/data/${job}`);
      const rows = await luotsi.query<{ action: string }>(
        'SELECT action FROM identity.audit_entry WHERE actor_id = $1 ORDER BY at, id',
        [person.id],
      );
      expect(rows.map(({ action }) => action)).toEqual(['data-requested', 'data-downloaded']);
    });
  });

  describe('deleting one’s account', () => {
    const signedInAgo = (person: Actor, time: string) =>
      luotsi.query(
        `UPDATE identity.session SET created_at = now() - $2::interval
        WHERE person_id = $1`,
        [person.id, time],
      );

    it('asks for the password of who has one, unless they have signed in just now', async () => {
      const person = await withPassword();
      expect((await person.delete('/api/me')).status).toBe(202);
      await person.delete('/api/me/deletion');
      await signedInAgo(person, '11 minutes');
      expect((await own(person)).confirmWith).toBe('password');
      const wrong = problem('wrong-password', 403);
      const { status, body } = await person.delete('/api/me');
      expect({ body }).toMatchObject({ body: wrong.body });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(await person.delete('/api/me', { password: 'guess' })).toMatchObject({
        body: wrong.body,
      });
      expect((await own(person)).deletion).toBeNull();
      const asked = await person.delete<{ askedAt: string; dueAt: string }>('/api/me', {
        password: PASSWORD,
      });
      expect(asked.status).toBe(202);
      expect((await own(person)).deletion).toEqual(asked.body);
      expect((await person.delete('/api/me', { password: PASSWORD })).body).toEqual(asked.body);
    });

    it('asks the others to have signed in just now', async () => {
      const person = await luotsi.as('counsellor');
      await signedInAgo(person, '11 minutes');
      expect(await person.delete('/api/me', {})).toMatchObject({
        body: { type: 'urn:luotsi:problem:fresh-sign-in-needed' },
      });
      await signedInAgo(person, '0 minutes');
      expect((await person.delete('/api/me')).status).toBe(202);
    });

    it('is told by mail, once, with the way back; taking it back is in the log', async () => {
      const person = await luotsi.as('counsellor');
      await person.delete('/api/me', {});
      await person.delete('/api/me', {});
      const letters = await luotsi.letters(await address(person));
      expect(letters).toMatchObject([{ subject: 'Tilisi Luotsissa poistetaan viikon kuluttua' }]);
      expect(letters[0]?.link).toMatch(/\/account\/privacy$/);
      expect((await person.delete('/api/me/deletion')).status).toBe(204);
      expect((await person.delete('/api/me/deletion')).status).toBe(204);
      expect((await own(person)).deletion).toBeNull();
      expect(await luotsi.app.get(Forgetting).run(new Date(Date.now() + 30 * DAY))).toBeGreaterThan(
        0,
      );
      expect((await person.get('/api/me')).status).toBe(200);
      const rows = await luotsi.query<{ action: string }>(
        'SELECT action FROM identity.audit_entry WHERE actor_id = $1 ORDER BY at, id',
        [person.id],
      );
      expect(rows.map(({ action }) => action)).toEqual([
        'deletion-requested',
        'deletion-withdrawn',
      ]);
    });

    it('is refused to the last administrator, who is told what to do', async () => {
      const only = await luotsi.as('administrator');
      await luotsi.query(
        `UPDATE identity.role_grant SET valid_to = now() + interval '1 hour'
         WHERE role = 'administrator' AND person_id <> $1`,
        [only.id],
      );
      expect(await only.delete('/api/me', {})).toMatchObject(
        problem('last-administrator-leaving', 409),
      );
      const other = await luotsi.as('administrator');
      expect((await only.delete('/api/me', {})).status).toBe(202);
      expect(await other.delete('/api/me', {})).toMatchObject(
        problem('last-administrator-leaving', 409),
      );
    });

    it('leaves who has become the last administrator meanwhile, and holds nobody else up', async () => {
      const [one, other] = await luotsi.crowd(2, 'administrator');
      const counsellor = await luotsi.as('counsellor');
      if (!one || !other) throw new Error('Nobody was added.');
      await one.delete('/api/me', {});
      await counsellor.delete('/api/me', {});
      await luotsi.query(
        `UPDATE identity.role_grant SET valid_to = now() + interval '1 second'
         WHERE role = 'administrator' AND person_id <> $1`,
        [one.id],
      );
      await luotsi.app.get(Forgetting).run(new Date(Date.now() + 8 * DAY));
      expect((await one.get('/api/me')).status).toBe(200);
      expect((await counsellor.get('/api/me')).status).toBe(401);
    });
  });
});
