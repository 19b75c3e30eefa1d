import type { DeskItem, listOrganisedSessions } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import type { Answer } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { nextVersionOf, publishedOutline } from '../outlines/outline-fixtures';
import { aSession, daysPass, published } from '../session-fixtures';

type Desk = Answer<typeof listOrganisedSessions>;

const elo19 = { type: 'group', id: groupId('elo-19') } as const;
const elo06 = { type: 'group', id: groupId('elo-06') } as const;
const place = { fi: 'Rovaniemi', sv: 'Rovaniemi', en: 'Rovaniemi' };
const title = (fi: string) => ({ fi, sv: fi, en: fi });

describe('an organiser’s desk', () => {
  let luotsi: TestApp;
  let national: Actor;
  let lapland: Actor;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    luotsi = await testApp();
    national = await luotsi.as('nationalCoordinator');
    lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
    const draft = async (by: Actor, name: string) =>
      (await by.post<{ id: string }>('/api/sessions', aSession({ title: title(name), place }))).body
        .id;
    ids['draft'] = await draft(lapland, 'Luonnos');
    ids['full'] = await published(lapland, { title: title('Täynnä'), place, capacity: 1 });
    ids['placeless'] = await published(lapland, { title: title('Paikaton'), form: 'hybrid' });
    ids['postponed'] = await published(lapland, { title: title('Siirretty'), place });
    ids['cancelled'] = await published(lapland, { title: title('Peruttu'), place });
    ids['held'] = await published(lapland, { title: title('Pidetty'), place });
    ids['tampere'] = await published(national, {
      title: title('Tampere'),
      organiser: elo06,
      place,
    });
    await lapland.post(`/api/sessions/${ids['postponed']}/postponement`);
    await lapland.post(`/api/sessions/${ids['cancelled']}/cancellation`, { reason: 'Sairaus' });
    await daysPass(luotsi, ids['placeless'], 55);
    await daysPass(luotsi, ids['held'], 90);
    for (const one of await luotsi.crowd(3, 'counsellor'))
      await one.post(`/api/sessions/${ids['full']}/enrolment`);
  });
  afterAll(() => luotsi.close());

  const desk = async (by: Actor, query = '') =>
    (await by.get<Desk>(`/api/organised-sessions${query}`)).body;
  const names = ({ items }: { items: readonly DeskItem[] }) => items.map(({ title }) => title.fi);

  it('has everything of one’s own that is not over, by state, and nothing of others', async () => {
    const { items, counts, nextCursor } = await desk(lapland);
    expect(names({ items })).toEqual(['Paikaton', 'Täynnä', 'Siirretty', 'Luonnos']);
    expect(counts).toEqual({ draft: 1, published: 2, postponed: 1, held: 1, cancelled: 1 });
    expect(nextCursor).toBeNull();
    expect(names(await desk(lapland, '?state=held'))).toEqual(['Pidetty']);
    expect(names(await desk(lapland, '?state=cancelled'))).toEqual(['Peruttu']);
  });

  it('says how full each is, and how long the first in line has waited', async () => {
    const { items } = await desk(lapland, '?q=täynnä');
    expect(items).toMatchObject([
      { capacity: 1, confirmed: 1, waitlisted: 2, offered: 0, applied: 0, organiser: elo19 },
    ]);
    expect(Date.parse(items[0]?.waitingSince ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('says what needs doing, the most pressing first, and by when', async () => {
    const { first, tasks } = await desk(lapland);
    expect(first.map(({ kind, session }) => `${kind} ${session.title.fi}`)).toEqual([
      'place Paikaton',
      'link Paikaton',
      'postponed Siirretty',
      'draft Luonnos',
    ]);
    expect(tasks).toBe(4);
    const { items } = await desk(lapland, '?task=link');
    expect(names({ items })).toEqual(['Paikaton']);
    expect(items[0]?.missing).toEqual(expect.arrayContaining(['place', 'link', 'summary']));
  });

  it('asks for attendance that nobody has taken, and tells of feedback from five answers up', async () => {
    const id = await published(lapland, { title: title('Eilinen'), place });
    const person = await luotsi.as('counsellor');
    await person.post(`/api/sessions/${id}/enrolment`);
    await daysPass(luotsi, id, 62);
    await luotsi.query(
      `INSERT INTO calendar.feedback_round (session_id, asked, answers) VALUES ($1, 9, 7)`,
      [id],
    );
    const tasksOf = async () => {
      const { items } = await desk(lapland, '?q=eilinen');
      return items.map(({ tasks }) => tasks.map(({ kind, count }) => [kind, count]));
    };
    expect((await desk(lapland, '?q=eilinen')).items.map(({ came }) => came)).toEqual([null]);
    expect(await tasksOf()).toEqual([
      [
        ['attendance', 1],
        ['feedback', 5],
      ],
    ]);
    const ofAll = async () => names(await desk(national, '?whose=all&task=attendance'));
    expect(await ofAll()).toEqual(['Eilinen']);
    const [meeting] = await luotsi.query<{ id: string }>(
      `SELECT id FROM calendar.meeting WHERE session_id = $1`,
      [id],
    );
    const marks = [{ person: person.id, present: true }];
    const path = `/api/sessions/${id}/meetings/${meeting?.id ?? ''}/attendance`;
    expect(await lapland.put(path, { marks })).toMatchObject({ status: 200 });
    const came = async () => (await desk(lapland, '?q=eilinen')).items.map(({ came }) => came);
    expect(await tasksOf()).toEqual([[['feedback', 5]]]);
    expect(await ofAll()).toEqual([]);
    expect(await came()).toEqual([1]);
    await daysPass(luotsi, id, 90);
    expect(await tasksOf()).toEqual([]);
  });

  it('tells how many applications wait, and since when', async () => {
    const id = await published(lapland, { title: title('Haku'), place, approval: true });
    for (const one of await luotsi.crowd(2, 'counsellor'))
      await one.post(`/api/sessions/${id}/enrolment`);
    const { items, first } = await desk(lapland, '?task=applications');
    expect(items).toMatchObject([{ applied: 2, tasks: [{ kind: 'applications', count: 2 }] }]);
    const [task] = first.filter(({ kind }) => kind === 'applications');
    const days = (Date.parse(task?.due ?? '') - Date.parse(task?.since ?? '')) / 86_400_000;
    expect(days).toBe(3);
  });

  it('has the drafts of a series as one thing to do and one line, also among those found', async () => {
    const ulla = await luotsi.as('groupCoordinator', { type: 'region', id: '02' });
    const session = aSession({ title: title('Kahvila'), place });
    const rule = { frequency: 'weekly', times: 10 };
    const made = await ulla.post<{ id: string; sessions: string[] }>('/api/series', {
      ...{ rule, session },
    });
    const { id: series, sessions } = made.body;
    const [first = '', second = '', third = ''] = sessions;
    await ulla.post('/api/sessions', aSession({ title: title('Yksin'), place }));
    const { items, tasks, counts, first: next } = await desk(ulla);
    expect(items.map(({ id, series }) => [id === first, series])).toEqual([
      [true, { id: series, drafts: 10 }],
      [false, null],
    ]);
    expect(counts.draft).toBe(11);
    expect(tasks).toBe(2);
    expect(next.map(({ session, count }) => [session.title.fi, count])).toEqual([
      ['Kahvila', 10],
      ['Yksin', 1],
    ]);
    for (const id of [second, third])
      await ulla.patch(`/api/sessions/${id}`, { title: title('Leipomo') });
    expect((await desk(ulla, '?q=leipomo')).items).toMatchObject([
      { id: second, series: { drafts: 2 } },
    ]);
    await ulla.post(`/api/sessions/${first}/publication`);
    expect(names(await desk(ulla))).toEqual(['Kahvila', 'Leipomo', 'Yksin']);
    const pages = [await desk(ulla, '?state=draft&limit=1')];
    pages.push(await desk(ulla, `?state=draft&limit=1&cursor=${pages[0]?.nextCursor ?? ''}`));
    expect(pages.flatMap(names)).toEqual(['Leipomo', 'Yksin']);
  });

  it('tells of an outline that has changed since a session took it, until that is looked at', async () => {
    const anna = await luotsi.as('groupCoordinator', { type: 'region', id: '04' });
    const outline = await publishedOutline(national);
    const start = async () => {
      const body = { dates: ['2055-09-01', '2055-09-02'] };
      return (await anna.post<{ id: string }>(`/api/outlines/${outline}/sessions`, body)).body.id;
    };
    const [id, held] = [await start(), await start()];
    await anna.post(`/api/sessions/${held}/publication`);
    await daysPass(luotsi, held, 12_000);
    const asked = async () => (await desk(anna, '?task=outline')).items.map(({ id }) => id);
    expect(await asked()).toEqual([]);
    await nextVersionOf(national, outline, { seats: 30 });
    await nextVersionOf(national, outline, { seats: 40 });
    expect(await asked()).toEqual([id]);
    const { items } = await desk(national, '?whose=all&task=outline');
    expect(items).toMatchObject([{ id, tasks: [{}, { kind: 'outline', count: 2 }] }]);
    expect((await desk(anna)).first).toMatchObject([
      { kind: 'draft' },
      { kind: 'outline', count: 2, due: null, session: { id } },
    ]);
    const keep = { latest: 3, sessionVersion: 1, parts: [] };
    expect((await anna.post(`/api/sessions/${id}/outline`, keep)).status).toBe(200);
    expect(await asked()).toEqual([]);
  });

  it('goes on from a cursor, across the states', async () => {
    const seen: (string | undefined)[] = [];
    let cursor = '';
    do {
      const page = await desk(lapland, `?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...names(page));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(['Paikaton', 'Täynnä', 'Haku', 'Siirretty', 'Luonnos']);
    expect(await lapland.get('/api/organised-sessions?cursor=x')).toMatchObject({ status: 422 });
  });

  it('of the national coordinator has what nobody else organises, and all of it when asked', async () => {
    expect(names(await desk(national))).toEqual(['Tampere']);
    expect(names(await desk(national, '?whose=all&state=published'))).toEqual(
      expect.arrayContaining(['Paikaton', 'Täynnä', 'Tampere']),
    );
    expect(names(await desk(national, '?whose=all&q=täynnä'))).toEqual(['Täynnä']);
    expect(names(await desk(lapland, '?whose=all&state=published'))).toEqual([
      'Paikaton',
      'Täynnä',
      'Haku',
    ]);
    expect(names(await desk(national, `?whose=all&organiser=${elo19.id}&state=draft`))).toEqual([
      'Luonnos',
    ]);
  });

  it('of a coach has the sessions given to them, and is not for counsellors', async () => {
    const coach = await luotsi.as('coach');
    expect(await desk(coach)).toMatchObject({ items: [], tasks: 0, first: [] });
    await luotsi.query(`INSERT INTO calendar.session_coach VALUES ($1, $2)`, [
      ids['full'],
      coach.id,
    ]);
    expect(names(await desk(coach))).toEqual(['Täynnä']);
    const counsellor = await luotsi.as('counsellor');
    expect(await counsellor.get('/api/organised-sessions')).toMatchObject({ status: 403 });
    expect(await luotsi.visitor().get('/api/organised-sessions')).toMatchObject({ status: 401 });
  });
});
