import type { AuditEntry, OwnAuditEntry } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { addPeople, grantRole } from '../people/people';
import { Audit } from './audit';
import { selectEntries, type Narrowing } from './select-entries';

interface Page<Entry = AuditEntry> {
  readonly items: Entry[];
  readonly nextCursor: string | null;
}

const lapland = { type: 'region', id: '19' } as const;

describe('the audit log', () => {
  let luotsi: TestApp;
  let administrator: Actor;
  let coordinator: Actor;
  /** A counsellor of Lapland and one of Uusimaa. */
  let near: Actor;
  let far: Actor;
  beforeAll(async () => {
    luotsi = await testApp({ demonstration: true });
    administrator = await luotsi.as('administrator');
    coordinator = await luotsi.as('groupCoordinator', lapland);
    near = await luotsi.as('counsellor', lapland);
    far = await luotsi.as('counsellor', { type: 'region', id: '01' });
  });
  afterAll(() => luotsi.close());

  const log = async (reader: Actor, query = '') =>
    (await reader.get<Page>(`/api/audit${query}`)).body;
  const told = ({ items }: Page) => items.map(({ action, actor }) => [action, actor?.id ?? null]);

  it('tells of signing in, of failing to, and of signing out', async () => {
    const [person] = await luotsi.query<{ id: string; name: string }>(
      `SELECT id, name FROM identity.person WHERE email = 'coach1@demo.luotsi.example'`,
    );
    const id = person?.id ?? '';
    const visitor = luotsi.visitor();
    await visitor.signIn('coach1@demo.luotsi.example', 'not this');
    await visitor.signIn('coach1@demo.luotsi.example', 'luotsi-demo-2027');
    await visitor.post('/api/auth/sign-out');
    const found = await log(administrator, `?person=${id}`);
    expect(told(found)).toEqual([
      ['sign-out', id],
      ['sign-in', id],
      ['sign-in-failed', null],
    ]);
    expect(found.items[2]?.subjects).toEqual([{ id, name: person?.name }]);
    const { items } = await log(administrator, `?person=${id}&action=sign-in`);
    expect(items.map(({ action }) => action)).toEqual(['sign-in']);
  });

  it('tells as much of an address that nobody has: the answer takes as long', async () => {
    await luotsi.visitor().signIn('nobody@example.org', 'not this');
    const { items } = await log(administrator, '?action=sign-in-failed&limit=1');
    expect(items).toMatchObject([{ actor: null, subjects: [], subjectCount: 0 }]);
    expect(JSON.stringify(items)).not.toContain('nobody');
  });

  it('tells of its own reading and of its exports', async () => {
    await log(administrator, `?person=${near.id ?? ''}&action=sign-in`);
    const { text, headers } = await administrator.get('/api/audit/export?action=audit-read');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.startsWith('\ufeffAika;Mitä tehtiin;Kuka teki;Kenen tiedoille;Tarkemmin\r\n')).toBe(
      true,
    );
    expect(text).toContain(';Käyttölokia luettu;Test administrator 1;Test counsellor 1;\r\n');
    const { items } = await log(administrator, `?actor=${administrator.id ?? ''}&limit=2`);
    expect(items.map(({ action, facts }) => [action, facts])).toEqual([
      ['audit-exported', { filters: ['action'] }],
      ['audit-read', { filters: ['action'] }],
    ]);
  });

  it('is found by days, by words of a name and page by page', async () => {
    const [person = ''] = await luotsi.database.transaction((manager) =>
      addPeople(manager, [{ name: "Örjan O'Ström", email: 'orjan.strom+1@example.org' }]),
    );
    for (let turn = 0; turn < 5; turn += 1) {
      await Audit.record(luotsi.database, { action: 'person-read', actor: person });
    }
    await luotsi.query(
      `INSERT INTO identity.audit_entry (id, at, action, actor_id)
       VALUES ($1, '2026-03-10 22:30Z', 'person-read', $2)`,
      [newId(), person],
    );
    const days = await log(administrator, `?actor=${person}&from=2026-03-11&to=2026-03-11`);
    expect(days.items.map(({ at }) => at)).toEqual(['2026-03-10T22:30:00.000Z']);
    expect(await log(administrator, `?actor=${person}&to=2026-03-10`)).toEqual({
      items: [],
      nextCursor: null,
    });
    for (const who of ['örj', 'STROM', 'orjan str', "o'str \\"]) {
      const { items } = await log(
        administrator,
        `?who=${encodeURIComponent(who)}&action=person-read`,
      );
      expect([who, items[0]?.actor?.id]).toEqual([who, person]);
    }
    const ids: string[] = [];
    for (let cursor: string | null = '&limit=2'; cursor !== null;) {
      const part: Page = await log(administrator, `?actor=${person}${cursor}`);
      ids.push(...part.items.map(({ id }) => id));
      cursor = part.nextCursor && `&limit=2&cursor=${part.nextCursor}`;
    }
    expect([ids.length, new Set(ids).size]).toEqual([6, 6]);
  });

  it('refuses filters that mean nothing', async () => {
    for (const query of ['?action=stole', '?person=me', '?from=yesterday', '?limit=1000']) {
      expect((await administrator.get(`/api/audit${query}`)).status).toBe(422);
    }
  });

  it('shows a coordinator what concerns their own region, and nobody else in it', async () => {
    const { database } = luotsi;
    const [id, other] = [near.id ?? '', far.id ?? ''];
    await Audit.record(database, {
      action: 'people-read',
      actor: administrator.id,
      subject: [id, other],
    });
    await Audit.record(database, { action: 'profile-changed', actor: other, subject: other });
    await Audit.record(database, { action: 'sign-out', actor: id });
    await Audit.record(database, { action: 'sign-out', actor: other });
    const seen = await log(
      coordinator,
      '?action=people-read&action=profile-changed&action=sign-out',
    );
    expect(seen.items).toMatchObject([
      { action: 'sign-out', actor: { id } },
      { action: 'people-read', subjects: [{ id }], subjectCount: 1 },
    ]);
    expect((await log(coordinator, `?person=${other}&action=sign-out`)).items).toEqual([]);
  });

  it('reaches the members of a development group for those in it', async () => {
    const [group] = await luotsi.query<{ id: string }>(
      `SELECT id FROM network."group" WHERE kind = 'development' LIMIT 1`,
    );
    const scope = { type: 'group', id: group?.id ?? '' } as const;
    const member = await luotsi.as('developmentGroupMember', scope);
    const fellow = (await luotsi.as('counsellor')).id ?? '';
    await luotsi.database.transaction((manager) =>
      grantRole(manager, fellow, 'developmentGroupMember', scope),
    );
    await Audit.record(luotsi.database, { action: 'data-requested', actor: fellow });
    expect(told(await log(member, '?action=data-requested'))).toEqual([['data-requested', fellow]]);
  });

  it('shows everybody what others have done with their data, and their own doings when asked', async () => {
    const own = async (query = '') =>
      (await near.get<Page<OwnAuditEntry>>(`/api/me/audit${query}`)).body.items;
    const name = 'Test administrator 1';
    expect(await own('?limit=1')).toMatchObject([
      { action: 'people-read', own: false, actor: { name } },
    ]);
    expect(JSON.stringify(await own())).not.toContain(far.id ?? '');
    const all = await own('?by=all');
    expect(all[0]).toMatchObject({ action: 'sign-out', own: true });
    expect(all.length).toBeGreaterThan((await own()).length);
  });

  it('names nobody whose account is gone', async () => {
    const gone = newId();
    await Audit.record(luotsi.database, { action: 'person-read', actor: gone, subject: near.id });
    const { items } = await log(administrator, `?actor=${gone}`);
    expect(items).toMatchObject([{ actor: { id: gone, name: null } }]);
    const { text } = await administrator.get(`/api/audit/export?actor=${gone}`, {
      'accept-language': 'en',
    });
    expect(text).toContain(';A person’s data read;deleted account;Test counsellor 1;');
  });

  it('gives no spreadsheet a formula', async () => {
    const [person = ''] = await luotsi.database.transaction((manager) =>
      addPeople(manager, [{ name: '=cmd|"x"', email: 'formula@example.org' }]),
    );
    await Audit.record(luotsi.database, {
      action: 'role-given',
      actor: person,
      facts: { role: 'coach', scope: { type: 'country', id: null } },
    });
    const { text } = await administrator.get(`/api/audit/export?actor=${person}`);
    expect(text).toContain(`;Rooli annettu;"'=cmd|""x""";;Valmentaja, koko maa\r\n`);
  });

  it.each<[string, Partial<Narrowing>]>([
    ['by time', {}],
    ['by actor', { actor: newId() }],
    ['by person', { person: newId() }],
    ['by action', { action: ['role-given'] }],
    ['for a coordinator', { reach: { everyone: false, regions: ['19'], groups: [] } }],
  ])('is read %s through an index', async (_, narrowing) => {
    await luotsi.query(`
      INSERT INTO identity.audit_entry (id, at, action, actor_id, subject_ids)
      SELECT gen_random_uuid(), now() - n * interval '1 minute', 'sign-in', gen_random_uuid(),
        ARRAY[gen_random_uuid()] FROM generate_series(1, 5000) n`);
    await luotsi.query('ANALYZE identity.audit_entry');
    const [text, values] = selectEntries(
      { reach: { everyone: true, regions: [], groups: [] }, ...narrowing },
      50,
    );
    const plan = await luotsi.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).not.toMatch(
      /Seq Scan on audit_entry/,
    );
  });
});
