import type { getSeries, SessionDraft } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import type { Notice } from '@luotsi/notice/model';
import type { Answer, ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { daysPass } from '../session-fixtures';

const cafe: SessionDraft = {
  title: { fi: 'Oppimiskahvila', sv: 'Lärcafé', en: 'Learning café' },
  capacity: 20,
  meetings: [{ start: '2055-02-09T13:00', end: '2055-02-09T15:00' }],
};

describe('a whole series', () => {
  let luotsi: TestApp;
  let lapland: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
  });
  afterAll(() => luotsi.close());

  const create = async (times: number, rest: object = {}) =>
    (
      await lapland.post<{ sessions: string[] }>('/api/series', {
        ...{ rule: { frequency: 'monthly', times }, session: cafe },
        ...rest,
      })
    ).body.sessions;
  const sessionsOf = async (id: string) =>
    (await lapland.get<Answer<typeof getSeries>>(`/api/sessions/${id}/series`)).body.sessions;

  /** How many statements the application sends to the database meanwhile. */
  async function statementsOf(work: () => Promise<unknown>): Promise<number> {
    const { logger } = luotsi.database;
    let count = 0;
    const counting = Object.assign(Object.create(logger) as typeof logger, {
      logQuery: () => void (count += 1),
    });
    luotsi.database.logger = counting;
    try {
      await work();
    } finally {
      luotsi.database.logger = logger;
    }
    return count;
  }

  it('is read with as many statements as a series of two', async () => {
    const [few = '', many = ''] = [(await create(2))[0], (await create(12))[0]];
    // What is looked up once and kept is no part of it.
    await sessionsOf(few);
    const ofFew = await statementsOf(() => sessionsOf(few));
    expect(ofFew).toBeGreaterThan(0);
    expect(await statementsOf(() => sessionsOf(many))).toBe(ofFew);
  });

  it('is given to no other organiser or coach by someone who only coaches it', async () => {
    const coach = await luotsi.as('coach');
    const sessions = await create(2, { session: { ...cafe, coaches: [coach.id] } });
    const change = (scope: string, changed: object) =>
      coach.patch(`/api/sessions/${sessions[0] ?? ''}/series`, { scope, change: changed });
    const organiser = { type: 'group', id: groupId('elo-06') };
    await lapland.patch(`/api/sessions/${sessions[1] ?? ''}`, { coaches: [] });
    expect(await change('all', { contact: 'Eero' })).toMatchObject({
      status: 403,
      body: { session: { id: sessions[1] } },
    });
    await lapland.patch(`/api/sessions/${sessions[1] ?? ''}`, { coaches: [coach.id] });
    expect(await change('all', { organiser })).toMatchObject({ status: 403 });
    expect(await change('this', { coaches: [] })).toMatchObject({ status: 403 });
    expect(await change('all', { contact: 'Aino' })).toMatchObject({ body: { sessions: 2 } });
    const last = { scope: 'following', parts: ['contact'] };
    expect(await coach.post(`/api/sessions/${sessions[1] ?? ''}/series`, last)).toMatchObject({
      ...{ status: 200, body: { sessions: 0 } },
    });
    const theirs = await lapland.patch(`/api/sessions/${sessions[1] ?? ''}/series`, {
      ...{ scope: 'all', change: { organiser } },
    });
    expect(theirs).toMatchObject({ status: 403 });
  });

  it('says of which session it is refused, by its date and name; none is changed then', async () => {
    const [first = '', , third = ''] = await create(3, { publish: true });
    for (const person of await luotsi.crowd(2, 'counsellor'))
      await person.post(`/api/sessions/${third}/enrolment`);
    const wanted = { scope: 'all', change: { capacity: 1 } };
    const refused = (language: string) =>
      lapland
        .patch(`/api/sessions/${first}/series`, wanted, { 'accept-language': language })
        .then(({ body }) => body as ProblemDetails);
    expect(await refused('fi')).toMatchObject({
      ...{ status: 409, type: 'urn:luotsi:problem:capacity-below-confirmed', taken: 2 },
      session: { id: third, title: cafe.title, start: '2055-04-13T10:00:00.000Z' },
      detail: expect.stringMatching(
        /^Kyse on kerrasta tiistai 13\.4\.2055 klo 13\.00, Oppimiskahvila\. \p{Lu}/u,
      ) as string,
    });
    expect((await refused('sv')).detail).toContain('tisdag 13.4.2055 kl. 13.00, Lärcafé. ');
    expect((await refused('en')).detail).toMatch(
      /^This is about the session on Tuesday 13 April 2055 at 13:00, Learning café\. /,
    );
    const { body } = await lapland.get<{ capacity: number }>(`/api/organised-sessions/${first}`);
    expect(body.capacity).toBe(20);
  });

  const states = async (id: string) => (await sessionsOf(id)).map(({ status }) => status);
  const step = (by: Actor, id: string, what: 'publication' | 'cancellation', body: object = {}) =>
    by.post<object>(`/api/sessions/${id}/series/${what}`, body);

  it('is published in one go; a draft that is over is named and stays', async () => {
    const [first = '', second = '', third = '', fourth = ''] = await create(4);
    await daysPass(luotsi, first, 12_000);
    await lapland.post(`/api/sessions/${second}/publication`);
    const done = {
      ...{ sessions: [third, fourth], removed: [], enrolled: 0 },
      refused: [{ id: first, problem: 'session-past' }],
    };
    expect(await step(lapland, second, 'publication', { dryRun: true })).toMatchObject({
      body: done,
    });
    expect(await states(second)).toEqual(['draft', 'published', 'draft', 'draft']);
    expect(await step(lapland, second, 'publication')).toMatchObject({ status: 200, body: done });
    expect(await states(second)).toEqual(['draft', 'published', 'published', 'published']);
    expect((await luotsi.visitor().get(`/api/sessions/${fourth}`)).status).toBe(200);
    expect((await step(lapland, second, 'publication')).body).toMatchObject({ sessions: [] });
  });

  it('is cancelled from here on with a reason; it is said whom that touches, and each is told', async () => {
    const [first = '', second = '', third = '', fourth = ''] = await create(4, { publish: true });
    const people = await luotsi.crowd(2, 'counsellor');
    for (const person of people) await person.post(`/api/sessions/${third}/enrolment`);
    await people[0]?.post(`/api/sessions/${second}/enrolment`);
    await lapland.post(`/api/sessions/${fourth}/postponement`);
    const empty = { reason: { fi: '', sv: '', en: '' } };
    for (const body of [{}, empty])
      expect(await step(lapland, second, 'cancellation', body)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/reason' }] },
      });
    const done = { sessions: [second, third, fourth], removed: [], enrolled: 2, refused: [] };
    expect((await step(lapland, second, 'cancellation', { dryRun: true })).body).toEqual(done);
    expect(await states(first)).toEqual(['published', 'published', 'published', 'postponed']);
    const why = { reason: { fi: 'Kouluttaja sairastui', sv: '', en: '' } };
    expect((await step(lapland, second, 'cancellation', why)).body).toEqual(done);
    expect(await states(first)).toEqual(['published', 'cancelled', 'cancelled', 'cancelled']);
    const told = async (person: Actor | undefined) =>
      (await person?.get<{ items: Notice[] }>('/api/me/notices'))?.body.items.filter(({ kind }) =>
        kind.endsWith('-cancelled'),
      );
    expect(await told(people[1])).toMatchObject([
      {
        kind: 'session-cancelled',
        link: `/sessions/${third}`,
        body: expect.stringContaining('Syy: Kouluttaja sairastui. ') as string,
      },
    ]);
    // Whoever loses two of them is told once, of both.
    expect(await told(people[0])).toMatchObject([
      {
        kind: 'series-cancelled',
        title: '2 koulutusta on peruttu: Oppimiskahvila',
        link: `/sessions/${second}`,
        body:
          'Näitä kertoja ei pidetä: Oppimiskahvila (tiistai 9.3.2055 klo 13.00 ja ' +
          'tiistai 13.4.2055 klo 13.00). Syy: Kouluttaja sairastui. Sinun ei tarvitse tehdä mitään.',
      },
    ]);
  });

  it('has its drafts deleted with the rest only when that is asked for; they are named', async () => {
    const [first = '', second = '', third = ''] = await create(3);
    await lapland.post(`/api/sessions/${first}/publication`);
    const all = { scope: 'all', reason: 'Ei tarvetta' };
    expect((await step(lapland, second, 'cancellation', { ...all, dryRun: true })).body).toEqual({
      ...{ sessions: [first], removed: [], enrolled: 0 },
      refused: [second, third].map((id) => ({ id, problem: 'session-draft' })),
    });
    const removing = { ...all, removeDrafts: true };
    expect((await step(lapland, second, 'cancellation', removing)).body).toMatchObject({
      ...{ sessions: [first], removed: [second, third], refused: [] },
    });
    expect(await states(first)).toEqual(['cancelled']);
  });

  it('is published by a coach where it is given to them; the others are named', async () => {
    const coach = await luotsi.as('coach');
    const [first = '', second = ''] = await create(2);
    await lapland.patch(`/api/sessions/${first}`, { coaches: [coach.id] });
    expect((await step(coach, first, 'publication')).body).toMatchObject({
      ...{ sessions: [first], refused: [{ id: second, problem: 'organiser-not-yours' }] },
    });
    expect((await step(coach, second, 'publication')).status).toBe(404);
    const { body } = await lapland.post<{ id: string }>('/api/sessions', cafe);
    expect(await step(lapland, body.id, 'publication')).toMatchObject({
      body: { type: 'urn:luotsi:problem:session-without-series' },
    });
  });
});
