import type { OrganisedSession, SessionPatch, getSessionOutline } from '@luotsi/calendar/model';
import type { Answer } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { anOutline, fi, lineId, nextVersionOf, publishedOutline } from './outline-fixtures';

type SessionOutline = Answer<typeof getSessionOutline>;

describe('a session whose outline has changed since', () => {
  let luotsi: TestApp;
  let national: Actor;
  let lapland: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    national = await luotsi.as('nationalCoordinator');
    lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
  });
  afterAll(() => luotsi.close());

  const [opening, workshop, closing] = anOutline().slots ?? [];
  const newer = {
    title: fi('Ohjaajan arki ruudulla'),
    seats: 30,
    outcomes: [
      { id: lineId(1), text: fi('Osaat ohjata verkossa') },
      { id: lineId(2), text: fi('Tunnistat jaksamisen rajat') },
    ],
    slots: [opening, { ...workshop, end: '15:30' }, closing] as NonNullable<
      ReturnType<typeof anOutline>['slots']
    >,
    materials: [{ id: lineId(22), title: fi('Uusi opas'), url: 'https://opas.example/uusi' }],
  };

  /** A session started at ten in Lapland; then the outline has a new version. */
  async function started(edit: SessionPatch = {}): Promise<{ id: string; outline: string }> {
    const outline = await publishedOutline(national);
    const { body } = await lapland.post<{ id: string }>(`/api/outlines/${outline}/sessions`, {
      dates: ['2055-09-01', '2055-09-08'],
      start: '10:00',
    });
    if (Object.keys(edit).length > 0) await lapland.patch(`/api/sessions/${body.id}`, edit);
    await nextVersionOf(national, outline, newer);
    return { id: body.id, outline };
  }
  const compare = async (id: string) =>
    (await lapland.get<SessionOutline>(`/api/sessions/${id}/outline`)).body;
  const session = async (id: string) =>
    (await lapland.get<OrganisedSession>(`/api/organised-sessions/${id}`)).body;
  const take = async (id: string, parts: string[], more: object = {}) => {
    const { sessionVersion } = await compare(id);
    return lapland.post(`/api/sessions/${id}/outline`, {
      ...{ latest: 2, sessionVersion, parts },
      ...more,
    });
  };

  it('asks for a look on the desk of its coach as on its organiser’s, and the coach may take over', async () => {
    const coach = await luotsi.as('coach');
    const { id } = await started({ coaches: [coach.id ?? ''] });
    const desk = async (person: Actor) =>
      (
        await person.get<{ items: { id: string; tasks: { kind: string }[] }[] }>(
          '/api/organised-sessions?task=outline',
        )
      ).body.items;
    const asked = {
      id,
      tasks: expect.arrayContaining([expect.objectContaining({ kind: 'outline' })]),
    };
    expect(await desk(coach)).toMatchObject([asked]);
    expect(await desk(lapland)).toContainEqual(expect.objectContaining({ id }));
    const { body } = await coach.get<SessionOutline>(`/api/sessions/${id}/outline`);
    expect(body.outline).toMatchObject({ version: 1, latest: 2 });
    const { sessionVersion } = body;
    const taken = { latest: 2, sessionVersion, parts: ['title'] };
    expect(await coach.post(`/api/sessions/${id}/outline`, taken)).toMatchObject({ status: 200 });
    expect((await session(id)).title.fi).toBe('Ohjaajan arki ruudulla');
    expect(await desk(coach)).toEqual([]);
  });

  it('says what has changed, part by part and slot by slot', async () => {
    const { id } = await started();
    const { outline, changes, differences } = await compare(id);
    expect(outline).toMatchObject({ version: 1, latest: 2, notes: [{ number: 2 }] });
    expect(changes.map(({ type, part }) => `${type} ${part}`)).toEqual([
      'text title',
      'number seats',
      'outcome outcomes',
      'slot slots',
      'material materials',
      'material materials',
    ]);
    expect(differences.map(({ part, edited }) => [part, edited])).toEqual([
      ['title', false],
      ['outcomes', false],
      ['slots', false],
      ['seats', false],
      ['times', false],
      ['materials', false],
    ]);
  });

  it('takes over everything that its organiser has left as it was', async () => {
    const { id } = await started();
    const parts = ['title', 'outcomes', 'slots', 'seats', 'times', 'materials'];
    expect(await take(id, parts)).toMatchObject({
      status: 200,
      body: { version: 2, taken: parts },
    });
    const now = await session(id);
    expect(now).toMatchObject({
      title: newer.title,
      capacity: 30,
      outlineVersion: 2,
      materials: [{ title: fi('Uusi opas') }],
    });
    expect(now.meetings.map(({ start, end }) => [start, end])).toEqual([
      ['2055-09-01T10:00', '2055-09-01T16:30'],
      ['2055-09-08T10:00', '2055-09-08T13:00'],
    ]);
    expect(now.description.fi).toContain('- Tunnistat jaksamisen rajat');
    expect(now.description.fi).toContain('**11.45–16.30** Työpaja');
    expect(await compare(id)).toMatchObject({ changes: [], differences: [] });
  });

  it('keeps what its organiser has edited, shows both, and takes only what is chosen', async () => {
    const before = await session((await started()).id);
    const own = before.description.fi;
    const description = {
      ...before.description,
      fi: `${own.replace('Kaksi päivää yhdessä.', 'Kaksi päivää Rovaniemellä.')}\n\n## Pysäköinti\n\nKirkonmäellä.`,
    };
    const { id } = await started({ title: fi('Lapin oma nimi'), description });
    expect((await compare(id)).differences).toMatchObject([
      { part: 'title', edited: true, yours: fi('Lapin oma nimi'), outline: newer.title },
      { part: 'outcomes', edited: false },
      { part: 'slots', edited: false },
      { part: 'seats' },
      { part: 'times' },
      { part: 'materials' },
    ]);
    await take(id, ['outcomes']);
    const now = await session(id);
    expect(now).toMatchObject({
      title: fi('Lapin oma nimi'),
      capacity: 24,
      outlineVersion: 2,
      materials: [{ title: fi('Opas') }],
    });
    for (const kept of [
      'Kaksi päivää Rovaniemellä.',
      'Tunnistat jaksamisen rajat',
      'Kirkonmäellä.',
    ])
      expect(now.description.fi).toContain(kept);
    expect(now.description.fi).toContain('**11.45–17.00** Työpaja');
    expect(await compare(id)).toMatchObject({ changes: [], differences: [] });
  });

  it('is not changed when either has been changed since it was seen', async () => {
    const { id, outline } = await started();
    const { sessionVersion } = await compare(id);
    await lapland.patch(`/api/sessions/${id}`, { contact: 'Aino' });
    expect(await take(id, ['title'], { sessionVersion })).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:edited-meanwhile' },
    });
    await nextVersionOf(national, outline, { seats: 40 });
    expect(await take(id, ['title'])).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:changed-meanwhile' },
    });
    expect((await session(id)).title).toEqual(anOutline().title);
  });

  it('tells the enrolled of new times, and gives new seats to those who wait', async () => {
    const { id } = await started({ capacity: 1 });
    await lapland.post(`/api/sessions/${id}/publication`);
    const [first, second] = await luotsi.crowd(2, 'counsellor');
    await first?.post(`/api/sessions/${id}/enrolment`);
    await second?.post(`/api/sessions/${id}/enrolment`);
    await take(id, ['times', 'seats']);
    const kinds = async (person?: Actor) =>
      (await person?.get<{ items: { kind: string }[] }>('/api/me/notices'))?.body.items.map(
        ({ kind }) => kind,
      );
    expect(await kinds(first)).toContain('session-moved');
    expect((await session(id)).confirmedCount).toBe(2);
  });

  it('has nothing to say where there is no outline, and nothing to others', async () => {
    const { id } = await started();
    const elsewhere = await luotsi.as('groupCoordinator', { type: 'region', id: '06' });
    expect((await elsewhere.get(`/api/sessions/${id}/outline`)).status).toBe(404);
    const { body } = await lapland.post<{ id: string }>('/api/sessions', {
      ...{ title: fi('Oma'), capacity: 5 },
      meetings: [{ start: '2055-09-01T09:00', end: '2055-09-01T10:00' }],
    });
    expect(await compare(body.id)).toMatchObject({ outline: null, changes: [], differences: [] });
  });
});
