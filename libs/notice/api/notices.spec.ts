import type { Notice } from '@luotsi/notice/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { Notices } from './writing/notices';

interface Page {
  readonly items: readonly Notice[];
  readonly nextCursor: string | null;
  readonly unread: number;
}

const session = { fi: 'Kuulutukset haltuun', sv: 'Kungörelser', en: 'Announcements' };
const facts = { session, when: { at: '2027-03-11T07:00:00Z' }, place: null };

describe('notices', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const tell = (people: readonly (Actor | null)[], kind = 'enrolment-confirmed') =>
    luotsi.database.transaction((manager) =>
      Notices.write(manager, {
        kind,
        people: people.map((one) => one?.id ?? ''),
        facts,
        link: '/sessions/1',
      }),
    );
  const list = async (actor: Actor, query = '', language = 'fi') =>
    (await actor.get<Page>(`/api/me/notices${query}`, { 'accept-language': language })).body;

  it('are read in the language of the reader', async () => {
    const person = await luotsi.as('counsellor');
    await tell([person]);
    const [finnish] = (await list(person)).items;
    expect(finnish).toMatchObject({
      kind: 'enrolment-confirmed',
      title: 'Olet mukana: Kuulutukset haltuun',
      action: 'Avaa koulutus',
      link: '/sessions/1',
      readAt: null,
    });
    expect(finnish?.body).toMatch(/^Torstai 11\.3\.2027 klo 9\.00\. Jos et pääse/);
    const [swedish] = (await list(person, '', 'sv')).items;
    expect(swedish?.title).toBe('Du är med: Kungörelser');
    expect(swedish?.body).toMatch(/^Torsdag 11\.3\.2027 kl\. 9[.:]00/);
    expect((await list(person, '', 'en')).items[0]?.title).toBe('You are in: Announcements');
  });

  it('are one’s own, and written only if what causes them is', async () => {
    const [one, other] = await luotsi.crowd(2, 'counsellor');
    if (!one || !other) throw new Error('nobody');
    await tell([one]);
    const failed = luotsi.database.transaction(async (manager) => {
      await Notices.write(manager, {
        kind: 'enrolment-confirmed',
        people: [one.id ?? ''],
        facts,
        link: null,
      });
      throw new Error('not so');
    });
    await expect(failed).rejects.toThrow('not so');
    expect((await list(one)).items).toHaveLength(1);
    expect(await list(other)).toEqual({ items: [], nextCursor: null, unread: 0 });
    const [notice] = (await list(one)).items;
    const foreign = await other.put<ProblemDetails>(`/api/me/notices/${notice?.id ?? ''}/reading`, {
      read: true,
    });
    expect(foreign.status).toBe(404);
    expect((await list(one)).unread).toBe(1);
  });

  it('come page by page, newest first, without gaps', async () => {
    const person = await luotsi.as('counsellor');
    for (let turn = 0; turn < 7; turn += 1) await tell([person]);
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let turn = 0; cursor !== null && turn < 9; turn += 1) {
      const page: Page = await list(person, `?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.unread).toBe(7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
  });

  it('are marked read and unread, one by one and all that were seen', async () => {
    const person = await luotsi.as('counsellor');
    for (let turn = 0; turn < 3; turn += 1) await tell([person]);
    const [newest, middle] = (await list(person)).items;
    const reading = (id: string | undefined) => `/api/me/notices/${id ?? ''}/reading`;
    expect((await person.put(reading(newest?.id), { read: true })).body).toEqual({ unread: 2 });
    const unread = await list(person, '?unread=true');
    expect(unread.items.map(({ id }) => id)).not.toContain(newest?.id);
    expect((await person.put(reading(newest?.id), { read: false })).body).toEqual({ unread: 3 });
    const all = '/api/me/notices/reading';
    const seen = await person.put(all, { read: true, until: middle?.id });
    expect(seen.body).toEqual({ unread: 1 });
    expect((await person.put(all, { read: true })).body).toEqual({ unread: 0 });
    expect((await list(person)).items.every(({ readAt }) => readAt !== null)).toBe(true);
  });

  it('reach ten thousand people in one statement, each once', async () => {
    const people = await luotsi.query<{ id: string }>(
      `INSERT INTO identity.person (id, name, email)
       SELECT gen_random_uuid(), 'Test', n || '@many.luotsi.example' FROM generate_series(1, 10000) n
       RETURNING id`,
    );
    const ids = people.map(({ id }) => id);
    const statement = Notices.statement([
      { kind: 'session-cancelled', people: [...ids, ...ids.slice(0, 10)], facts, link: null },
    ]);
    await luotsi.query(statement?.text ?? '', statement?.values);
    const [told] = await luotsi.query<{ rows: number; people: number }>(
      `SELECT count(*)::int AS rows, count(DISTINCT person_id)::int AS people
       FROM notice.notice WHERE kind = 'session-cancelled'`,
    );
    expect(told).toEqual({ rows: 10_000, people: 10_000 });
    await luotsi.query(`UPDATE notice.notice SET mail_at = NULL WHERE kind = 'session-cancelled'`);
  });

  it('of a kind that nobody declares any more are not shown', async () => {
    const person = await luotsi.as('counsellor');
    await tell([person], 'from-long-ago');
    expect(await list(person)).toEqual({ items: [], nextCursor: null, unread: 0 });
  });
});
