import { sessionQuery, type SessionDraft, type SessionItem } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { aSession, daysPass, published } from '../session-fixtures';
import { cursorAfter, listStatement } from './list-sessions';

interface Page {
  readonly items: SessionItem[];
  readonly nextCursor: string | null;
}

/** A session on a day this many days ahead. */
const ahead = (days: number, more: Partial<SessionDraft> = {}) => {
  const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
  const time = { timeZone: 'Europe/Helsinki' };
  return {
    ...aSession(),
    meetings: [{ start: `${day(days)}T09:00`, end: `${day(days)}T12:00`, ...time }],
    ...more,
  };
};

describe('the list of sessions', () => {
  let luotsi: TestApp;
  let by: Actor;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    luotsi = await testApp();
    by = await luotsi.as('nationalCoordinator');
    const text = (fi: string, sv: string, en: string) => ({ fi, sv, en });
    ids['lapland'] = await published(
      by,
      ahead(10, {
        title: text('Kuulutukset haltuun', 'Kungörelser i skick', 'Mastering announcements'),
        regions: ['19'],
        theme: 'dg3',
        competences: ['CIA'],
        organiser: { type: 'group', id: groupId('elo-19') },
      }),
    );
    ids['online'] = await published(
      by,
      ahead(20, {
        title: text('Ohjauskeskustelun alku', 'Början av vägledningssamtalet', 'How talks begin'),
        form: 'online',
        languages: ['sv'],
        theme: 'dg2',
        competences: ['CC', 'PRO'],
        organiser: { type: 'group', id: groupId('dg2') },
      }),
    );
    ids['tampere'] = await published(
      by,
      ahead(30, {
        title: text('Opinto-ohjaajien päivä', 'Studiehandledardag', 'Counsellors’ day'),
        place: text('Tampere', 'Tammerfors', 'Tampere'),
        regions: ['06'],
        form: 'hybrid',
      }),
    );
    ids['past'] = await published(by, aSession({ title: text('Mennyt', 'Gammal', 'Past') }));
    await daysPass(luotsi, ids['past'], 100);
  });
  afterAll(() => luotsi.close());

  const list = async (query: string) =>
    (await luotsi.visitor().get<Page>(`/api/sessions?${query}`)).body;
  const found = async (query: string) =>
    (await list(query)).items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));

  it('is what comes from now on, in order of start', async () => {
    expect(await found('')).toEqual(['lapland', 'online', 'tampere']);
    expect(await found('region=&theme=&q=&from=&to=')).toEqual(['lapland', 'online', 'tampere']);
  });

  it('includes what is going on at the moment, and what was when asked from then on', async () => {
    const long = await published(by, ahead(1));
    await luotsi.query(
      `UPDATE calendar.session SET first_start = now() - interval '1 day',
         last_end = now() + interval '1 hour' WHERE id = $1`,
      [long],
    );
    expect((await list('')).items[0]?.id).toBe(long);
    await luotsi.query(
      `UPDATE calendar.session SET first_start = now() - interval '3 day',
         last_end = now() - interval '2 day' WHERE id = $1`,
      [long],
    );
    const from = new Date(Date.now() - 200 * 86_400_000).toISOString();
    expect((await found(`from=${from}`)).slice(0, 1)).toEqual(['past']);
    const to = new Date(Date.now() + 15 * 86_400_000).toISOString();
    expect(await found(`to=${to}`)).toEqual(['lapland']);
  });

  it.each([
    ['region=19', ['lapland', 'online']],
    ['region=06&region=19', ['lapland', 'online', 'tampere']],
    ['theme=dg2', ['online']],
    ['competence=CIA&competence=CC', ['lapland', 'online']],
    ['form=online', ['online']],
    ['form=hybrid&region=06', ['tampere']],
    ['language=sv', ['online']],
    [`group=${groupId('elo-19')}`, ['lapland']],
    ['theme=dg13', []],
  ])('is narrowed by %s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it.each([
    ['kuulutus', ['lapland']],
    ['kuulutuksista', ['lapland']],
    ['kuulut', ['lapland']],
    ['Lapissa', ['lapland']],
    ['ohjaaja', ['tampere']],
    ['ohjaajille', ['tampere']],
    ['ohjauskeskustelut', ['online']],
    ['vägledning', ['online']],
    ['vagledningssamtal', ['online']],
    ['announcement', ['lapland']],
    ['Tampereella ohjaajat', ['tampere']],
    ['Tampereella kuulutus', []],
    ["') | !! \\ :*", ['lapland', 'online', 'tampere']],
  ])('finds %s', async (words, expected) => {
    expect(await found(`q=${encodeURIComponent(words)}`)).toEqual(expected);
  });

  it.each([
    ['q=ohja', ['online', 'tampere']],
    ['q=ohja&form=hybrid', ['tampere']],
    ['q=ohja&region=19&language=sv&theme=dg2', ['online']],
    ['q=Tampereella ohjaajat', ['tampere']],
    ['q=announcement', ['lapland']],
    [`q=kuulutus&group=${groupId('elo-19')}`, ['lapland']],
    ['q=ohja&competence=CC', ['online']],
    ['q=ohja&theme=d%27g2%5C', []],
    ['q=nowhere', []],
  ])(
    'is the same page of %s along the dates and by the index of words',
    async (asked, expected) => {
      const filters = Object.fromEntries(new URLSearchParams(asked));
      for (const limit of [1, 2, 50])
        // All by the index; first by date, and then by the index; by date, with a second look and without.
        for (const reach of [
          { walked: 0, glanced: 0, promising: 1, looked: 0 },
          { walked: 1, glanced: 1, promising: 1, looked: 1 },
          { walked: 50, glanced: 0, promising: 0, looked: 50 },
          { walked: 50, glanced: 50, promising: 1, looked: 50 },
        ]) {
          const names: (string | undefined)[] = [];
          let cursor: string | undefined;
          do {
            const query = sessionQuery.parse({ ...filters, limit, cursor });
            const { text, values } = listStatement(query, new Date(), reach);
            const rows = await luotsi.query<{ id: string; first_start: Date }>(text, values);
            const shown = rows.slice(0, limit);
            names.push(...shown.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id)));
            const last = rows.length > limit ? shown.at(-1) : undefined;
            cursor = last && cursorAfter(last);
          } while (cursor);
          expect({ limit, reach, names }).toEqual({ limit, reach, names: expected });
        }
    },
  );

  it('goes on from a cursor until the end', async () => {
    const first = await list('limit=2');
    expect(first.items).toHaveLength(2);
    const second = await list(`limit=2&cursor=${first.nextCursor ?? ''}`);
    expect(second.items.map(({ id }) => id)).toEqual([ids['tampere']]);
    expect(second.nextCursor).toBeNull();
    expect(await luotsi.visitor().get('/api/sessions?cursor=nonsense')).toMatchObject({
      status: 422,
      body: { type: 'urn:luotsi:problem:cursor-unknown' },
    });
    expect(await luotsi.visitor().get('/api/sessions?limit=101')).toMatchObject({ status: 422 });
  });

  it('never shows the link of an online room', async () => {
    const meeting = { start: '2056-02-01T09:00', end: '2056-02-01T10:00' };
    const id = await published(by, {
      meetings: [{ ...meeting, link: 'https://room.example/secret' }],
    });
    const person = await luotsi.as('counsellor');
    await person.post(`/api/sessions/${id}/enrolment`);
    for (const path of [`/api/sessions/${id}`, '/api/sessions?limit=100', '/api/me/enrolments'])
      expect((await person.get(path)).text).not.toContain('room.example');
  });
});
