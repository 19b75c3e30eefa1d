import type {
  listOrganisedSessions,
  OrganisedSession,
  Outline,
  OutlineItem,
} from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import type { Answer } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { anOutline, fi, lineId, nextVersionOf, publishedOutline } from './outline-fixtures';

const problem = (name: string) => ({ body: { type: `urn:luotsi:problem:${name}` } });

describe('an outline', () => {
  let luotsi: TestApp;
  let national: Actor;
  let coach: Actor;
  let lapland: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    national = await luotsi.as('nationalCoordinator');
    coach = await luotsi.as('coach');
    lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
  });
  afterAll(() => luotsi.close());

  const write = (by: Actor, more: Parameters<typeof anOutline>[0] = {}) =>
    by.post<{ id: string; version: number }>('/api/outlines', anOutline(more));
  const list = async (by: Actor) =>
    (await by.get<{ items: OutlineItem[] }>('/api/outlines')).body.items;

  it('is drafted by a coach, and published to all regions by who may publish', async () => {
    const { status, body } = await write(coach, { title: fi('Valmentajan luonnos') });
    expect(status).toBe(201);
    const address = `/api/outlines/${body.id}`;
    expect(await lapland.get(address)).toMatchObject({ status: 404 });
    expect((await list(lapland)).map(({ id }) => id)).not.toContain(body.id);
    expect(await coach.post(`${address}/publication`, { version: 1 })).toMatchObject({
      status: 403,
      ...problem('not-allowed'),
    });
    const developer = await luotsi.as('developmentGroupMember', {
      type: 'group',
      id: groupId('dg2'),
    });
    expect((await list(developer)).find(({ id }) => id === body.id)).toMatchObject({
      published: null,
      changed: true,
      days: 2,
      minutes: 7 * 60 + 3 * 60,
    });
    expect(await developer.post(`${address}/publication`, { version: 1 })).toMatchObject({
      status: 200,
      body: { number: 1 },
    });
    expect(await lapland.get(address)).toMatchObject({
      status: 200,
      body: { published: { number: 1 }, draft: null, author: null, mayWrite: false },
    });
    expect(await coach.get(address)).toMatchObject({ body: { mayWrite: true, changed: false } });
  });

  it('of a coach is asked to be published: it stands on the desks of those who may, until it is', async () => {
    const { body } = await write(coach, { title: fi('Julkaistava'), slots: [] });
    const address = `/api/outlines/${body.id}`;
    const ask = (by: Actor) => by.post<{ asked: string }>(`${address}/publication-request`);
    const waiting = async (by: Actor) =>
      (await by.get<Answer<typeof listOrganisedSessions>>('/api/organised-sessions')).body.outlines;
    expect(await ask(coach)).toMatchObject(problem('outline-without-slots'));
    expect((await ask(lapland)).status).toBe(404);
    await coach.put(`${address}/draft`, {
      ...{ version: 1, content: anOutline({ title: fi('Julkaistava') }) },
    });
    const { asked } = (await ask(coach)).body;
    expect((await ask(coach)).body.asked).toBe(asked);
    expect(await waiting(national)).toMatchObject([
      { id: body.id, title: { fi: 'Julkaistava' }, author: expect.any(String) as string, asked },
    ]);
    expect(await waiting(coach)).toEqual([]);
    expect(await waiting(lapland)).toEqual([]);
    expect((await list(coach)).find(({ id }) => id === body.id)).toMatchObject({ asked });
    await national.post(`${address}/publication`, { version: 2 });
    expect(await waiting(national)).toEqual([]);
    expect(await coach.get(address)).toMatchObject({ body: { asked: null } });
    expect(await ask(coach)).toMatchObject(problem('outline-unchanged'));
  });

  it('is read by those who organise, by nobody else', async () => {
    const id = await publishedOutline(national);
    const counsellor = await luotsi.as('counsellor');
    for (const address of ['/api/outlines', `/api/outlines/${id}`]) {
      expect((await luotsi.visitor().get(address)).status).toBe(401);
      expect((await counsellor.get(address)).status).toBe(403);
      expect((await coach.get(address)).status).toBe(200);
    }
  });

  it('is changed only by its writer and by those who publish', async () => {
    const id = await publishedOutline(national);
    const content = anOutline({ title: fi('Toisen teksti') });
    const change = (by: Actor) => by.put(`/api/outlines/${id}/draft`, { version: 1, content });
    expect(await coach.put(`/api/outlines/${id}/draft`, { version: 1, content })).toMatchObject({
      status: 403,
      ...problem('outline-not-yours'),
    });
    const { body } = await write(coach);
    const draft = { version: 1, content };
    expect(await lapland.put(`/api/outlines/${body.id}/draft`, draft)).toMatchObject({
      status: 404,
    });
    expect(await coach.put(`/api/outlines/${body.id}/draft`, draft)).toMatchObject({ status: 200 });
    expect(await change(national)).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('loses nobody’s words: a change to what has changed meanwhile is told what stands', async () => {
    const { body } = await write(coach);
    const change = (by: Actor, text: string) =>
      by.put(`/api/outlines/${body.id}/draft`, {
        version: 1,
        content: anOutline({ summary: fi(text) }),
      });
    const answers = await Promise.all([change(coach, 'Minun'), change(national, 'Hänen')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused).toMatchObject({
      body: {
        type: 'urn:luotsi:problem:changed-meanwhile',
        current: { version: 2, content: { title: anOutline().title } },
      },
    });
    expect(
      await national.post(`/api/outlines/${body.id}/publication`, { version: 1 }),
    ).toMatchObject({ status: 409, ...problem('changed-meanwhile') });
  });

  it('keeps its published versions for good; a later change is a new one, and says what changed', async () => {
    const id = await publishedOutline(national);
    const address = `/api/outlines/${id}`;
    expect(await national.post(`${address}/publication`, { version: 1 })).toMatchObject({
      status: 409,
      ...problem('outline-unchanged'),
    });
    const slots = anOutline().slots ?? [];
    await nextVersionOf(national, id, {
      seats: 30,
      slots: [
        { ...slots[0], end: '10:15' } as (typeof slots)[number],
        slots[2] as (typeof slots)[number],
        { day: 2, start: '12:30', end: '13:00', title: fi('Palaute') },
      ],
    });
    const { body } = await coach.get<Outline>(address);
    expect(body.published).toMatchObject({ number: 2, content: { seats: 30 } });
    expect(body.versions.map(({ number, note }) => [number, note.fi])).toEqual([
      [2, 'Uutta tässä'],
      [1, ''],
    ]);
    expect(await coach.get(`${address}/versions/1`)).toMatchObject({
      body: { number: 1, content: { seats: 24 }, changes: [] },
    });
    expect((await coach.get<{ changes: object[] }>(`${address}/versions/2`)).body.changes).toEqual([
      { type: 'number', part: 'seats', before: 24, after: 30 },
      expect.objectContaining({
        type: 'slot',
        before: expect.objectContaining({ id: lineId(11), end: '10:30' }),
        after: expect.objectContaining({ id: lineId(11), end: '10:15' }),
      }),
      expect.objectContaining({ before: expect.objectContaining({ id: lineId(12) }), after: null }),
      expect.objectContaining({ before: null, after: expect.objectContaining({ end: '13:00' }) }),
    ]);
    for (const statement of [
      `UPDATE calendar.outline_version SET note = '{"fi": "x", "sv": "", "en": ""}' WHERE outline_id = $1`,
      `DELETE FROM calendar.outline_version WHERE outline_id = $1`,
    ])
      await expect(luotsi.query(statement, [id])).rejects.toThrow('is published and stays');
    expect(await national.delete(address)).toMatchObject({
      status: 409,
      ...problem('outline-published'),
    });
  });

  it('needs a timetable before it is published, and can be removed until then', async () => {
    const { body } = await write(coach, { slots: [] });
    const address = `/api/outlines/${body.id}`;
    expect(await national.post(`${address}/publication`, { version: 1 })).toMatchObject({
      status: 409,
      ...problem('outline-without-slots'),
    });
    expect(await lapland.post(`${address}/sessions`, { dates: ['2055-09-01'] })).toMatchObject({
      status: 409,
      ...problem('outline-not-published'),
    });
    expect(await coach.delete(address)).toMatchObject({ status: 204 });
    expect(await coach.get(address)).toMatchObject({ status: 404 });
  });

  it('is refused whole with a slot that ends first, or a competence or theme that is not there', async () => {
    const slots = [{ day: 1, start: '10:00', end: '09:00', title: fi('Väärin') }];
    expect(await write(coach, { slots })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/slots/0/end' }] },
    });
    for (const wrong of [{ competences: ['XX'] }, { theme: 'dg99' }])
      expect(await write(coach, wrong)).toMatchObject({
        status: 422,
        ...problem('reference-unknown'),
      });
  });

  it('starts a session in any region: times from its slots, the rest from its words', async () => {
    const id = await publishedOutline(national);
    const { status, body } = await lapland.post<{ id: string }>(`/api/outlines/${id}/sessions`, {
      dates: ['2055-09-01'],
      start: '10:00',
    });
    expect(status).toBe(201);
    const started = (await lapland.get<OrganisedSession>(`/api/organised-sessions/${body.id}`))
      .body;
    expect(started).toMatchObject({
      status: 'draft',
      title: anOutline().title,
      capacity: 24,
      theme: 'dg3',
      competences: ['CC', 'CIA'],
      regions: ['19'],
      organiser: { id: groupId('elo-19') },
      outlineId: id,
      outlineVersion: 1,
      materials: [{ title: fi('Opas'), url: 'https://opas.example/verkko' }],
    });
    expect(started.meetings.map(({ start, end }) => [start, end])).toEqual([
      ['2055-09-01T10:00', '2055-09-01T17:00'],
      ['2055-09-02T10:00', '2055-09-02T13:00'],
    ]);
    expect(started.description.fi).toContain('## Mitä opit\n\n- Osaat ohjata verkossa');
    expect(started.description.fi).toContain('- **10.00–11.30** Aloitus');
    expect(
      await coach.post(`/api/outlines/${id}/sessions`, { dates: ['2055-09-01'] }),
    ).toMatchObject({ status: 403 });
  });

  it('tells where it has been used once the session is published', async () => {
    const id = await publishedOutline(national);
    const { body } = await lapland.post<{ id: string }>(`/api/outlines/${id}/sessions`, {
      dates: ['2055-09-01', '2055-09-08'],
    });
    const used = async () => (await coach.get<Outline>(`/api/outlines/${id}`)).body.uses;
    expect(await used()).toEqual([]);
    await lapland.post(`/api/sessions/${body.id}/publication`);
    expect(await used()).toMatchObject([
      { id: body.id, status: 'published', version: 1, regions: ['19'] },
    ]);
    expect((await list(coach)).find((item) => item.id === id)).toMatchObject({
      sessions: 1,
      regions: 1,
    });
  });
});
