import { newId } from '@luotsi/platform/api';
import { programmeContract, type OwnProgress, type ProgrammeTree } from '@luotsi/programme/model';
import { testApp, type Actor, type TestApp } from '@testing';

let luotsi: TestApp;
let readings: string[];
beforeAll(async () => {
  luotsi = await testApp({ demonstration: true });
  const { body } = await luotsi.visitor().get<ProgrammeTree>('/api/programmes/elo');
  readings = body.modules
    .flatMap((module) => module.units)
    .flatMap((unit) => unit.activities)
    .map((activity) => activity.id);
});
afterAll(() => luotsi.close());

async function signedIn(account: string): Promise<Actor> {
  const actor = luotsi.visitor();
  const { status } = await actor.signIn(`${account}@demo.luotsi.example`, 'luotsi-demo-2027');
  expect(status).toBe(200);
  return actor;
}

const progressOf = async (actor: Actor) => (await actor.get<OwnProgress>('/api/me/progress')).body;
const reading = (place: number) => readings[place] ?? '';
const mark = (actor: Actor, place: number, done: boolean) =>
  actor.put<OwnProgress>(`/api/me/progress/${reading(place)}`, { done });

describe('one’s own progress', () => {
  it('begins at the beginning', async () => {
    const progress = await progressOf(await signedIn('counsellor1'));
    expect(progress).toEqual(programmeContract.getOwnProgress.responses[200].parse(progress));
    expect(progress).toMatchObject({
      done: [],
      programmes: [
        {
          programmeId: 'elo',
          done: 0,
          total: 7,
          lastVisited: null,
          continueAt: { unitId: 'M1.1', resumed: false },
        },
      ],
    });
  });

  it('is kept over signing out and in', async () => {
    const before = await signedIn('counsellor1');
    await mark(before, 0, true);
    await before.put(`/api/me/progress/${reading(2)}/visit`);
    await before.post('/api/auth/sign-out');
    expect((await before.get('/api/me/progress')).status).toBe(401);

    const { programmes } = await progressOf(await signedIn('counsellor1'));
    expect(programmes[0]).toMatchObject({
      done: 1,
      lastVisited: { activityId: reading(2) },
      continueAt: { activityId: reading(2), unitId: 'M1.3', resumed: true },
    });
  });

  it('answers a mark with where to continue; twice is once, and the first time stays', async () => {
    const actor = await signedIn('national1');
    const first = await mark(actor, 0, true);
    expect(first.status).toBe(200);
    expect(first.body.programmes[0]).toMatchObject({ done: 1, continueAt: { unitId: 'M1.2' } });
    const again = await mark(actor, 0, true);
    expect(again.body).toEqual(first.body);
  });

  it('takes a mark back, and taking it back twice is the same', async () => {
    const actor = await signedIn('coach1');
    await mark(actor, 1, true);
    for (const { body } of [await mark(actor, 1, false), await mark(actor, 1, false)]) {
      expect(body.done).toEqual([]);
    }
  });

  it('keeps one mark when the button is pressed many times at once', async () => {
    const actor = await signedIn('developer1');
    await Promise.all(Array.from({ length: 12 }, () => mark(actor, 3, true)));
    expect((await progressOf(actor)).done).toHaveLength(1);
  });

  it('is nobody else’s', async () => {
    const [one, other] = [await signedIn('counsellor9'), await signedIn('counsellor2')];
    await mark(one, 6, true);
    expect((await progressOf(other)).done).toEqual([]);
  });

  it('of the demonstration’s people is at different points', async () => {
    const { programmes } = await progressOf(await signedIn('counsellor5'));
    expect(programmes[0]).toMatchObject({ done: 3, total: 7, continueAt: { unitId: 'M2.1' } });
    const whole = await progressOf(await signedIn('counsellor17'));
    expect(whole.programmes[0]).toMatchObject({ done: 7, continueAt: null });
  });
});

describe('marking is refused', () => {
  it('to visitors and to those who may not learn', async () => {
    const visitor = luotsi.visitor();
    expect((await mark(visitor, 0, true)).status).toBe(401);
    expect((await mark(await signedIn('admin1'), 0, true)).status).toBe(403);
  });

  it('of what is not there, and of anything but yes or no', async () => {
    const actor = await signedIn('counsellor3');
    const before = await progressOf(actor);
    for (const path of [newId(), 'x', `${newId()}/visit`]) {
      const { status } = await actor.put(`/api/me/progress/${path}`, { done: true });
      expect(status).toBe(404);
    }
    for (const body of [{}, { done: 'yes' }, { done: true, more: 1 }]) {
      expect((await actor.put(`/api/me/progress/${reading(0)}`, body)).status).toBe(422);
    }
    expect(await progressOf(actor)).toEqual(before);
  });

  it('of what is done by taking part', async () => {
    const id = newId();
    await luotsi.query(
      `INSERT INTO programme.activity (id, unit_id, position, kind, part, title, minutes, edited_at)
       VALUES ($1, 'M2.2', 1, 'peerWork', 'group', '{"fi":"x","sv":"x","en":"x"}', 0, now())`,
      [id],
    );
    const actor = await signedIn('counsellor4');
    const { status, body } = await actor.put(`/api/me/progress/${id}`, { done: true });
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: 'urn:luotsi:problem:activity-not-self-marked' });
  });
});
