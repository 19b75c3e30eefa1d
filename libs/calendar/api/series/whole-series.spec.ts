import type { getSeries, SessionDraft } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import type { Answer } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';

const cafe: SessionDraft = {
  title: { fi: 'Oppimiskahvila', sv: 'Lärcafé', en: 'Learning café' },
  capacity: 20,
  meetings: [{ start: '2027-02-09T13:00', end: '2027-02-09T15:00' }],
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
});
