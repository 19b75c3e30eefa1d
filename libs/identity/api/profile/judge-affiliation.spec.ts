import type { Me, Person } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';

const lapland = { type: 'region', id: '19' } as const;

describe('confirming where someone works', () => {
  let luotsi: TestApp;
  let coordinator: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    coordinator = await luotsi.as('groupCoordinator', lapland);
  });
  afterAll(() => luotsi.close());

  const moved = async (region: string) => {
    const aino = await luotsi.as('counsellor', { type: 'country', id: null });
    await aino.patch('/api/me', { region });
    return aino;
  };
  const see = async (actor: Actor, id: string | null) =>
    (await actor.get<Person>(`/api/people/${id ?? ''}`)).body;
  const judge = async (actor: Actor, id: string | null, verdict: object) => {
    const [now] = await luotsi.query<{ id: string }>(
      `SELECT id FROM identity.affiliation WHERE person_id = $1 AND valid_to IS NULL`,
      [id],
    );
    return actor.post<Person & ProblemDetails>(`/api/people/${id ?? ''}/affiliation`, {
      affiliation: now?.id,
      ...verdict,
    });
  };

  it('is for the coordinator of the region, and the person reads of it', async () => {
    const aino = await moved('19');
    expect(await see(coordinator, aino.id)).toMatchObject({ mayConfirm: true });
    const answer = await judge(coordinator, aino.id, { region: 'confirmed' });
    expect(answer).toMatchObject({ status: 200, body: { confirmed: { region: true } } });
    const { profile } = (await aino.get<Me>('/api/me')).body;
    expect(profile.confirmed).toEqual({ region: true, organisation: false });
    const [letter] = await luotsi.letters(profile.email);
    expect(letter).toMatchObject({ kind: 'profile-confirmed', person: aino.id });
    expect(letter?.text).toContain('Lappi');
    expect(letter?.link).toMatch(/\/account\/profile$/);
    expect(await judge(coordinator, aino.id, { region: 'confirmed' })).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:nothing-to-confirm' },
    });
  });

  it('stays while other details change, and is asked for again when the region does', async () => {
    const aino = await moved('19');
    await judge(coordinator, aino.id, { region: 'confirmed' });
    const same = await aino.patch<Me>('/api/me', { sector: 'youth' });
    expect(same.body.profile.confirmed.region).toBe(true);
    const other = await aino.patch<Me>('/api/me', { region: '01' });
    expect(other.body.profile.confirmed.region).toBe(false);
  });

  it('may end in a no, with its reason, and the rest of the profile stays', async () => {
    const aino = await moved('19');
    await aino.patch('/api/me', { sector: 'youth' });
    const answer = await judge(coordinator, aino.id, {
      region: 'rejected',
      reason: 'Koulusi on Kainuussa.',
    });
    expect(answer).toMatchObject({ status: 200, body: { region: null, sector: 'youth' } });
    const [letter] = await luotsi.letters((await aino.get<Me>('/api/me')).body.profile.email);
    expect(letter?.text).toContain('Koulusi on Kainuussa.');
  });

  it('is refused for another region, for oneself and for what has changed meanwhile', async () => {
    const elsewhere = await luotsi.as('counsellor', lapland);
    await elsewhere.patch('/api/me', { region: '01' });
    expect(await judge(coordinator, elsewhere.id, { region: 'confirmed' })).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:out-of-reach' },
    });
    expect(await judge(coordinator, (await moved('01')).id, {})).toMatchObject({ status: 404 });
    expect(await judge(coordinator, coordinator.id, { region: 'confirmed' })).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:own-word' },
    });
    const aino = await moved('19');
    const answer = await coordinator.post(`/api/people/${aino.id ?? ''}/affiliation`, {
      affiliation: '01a20194-43d2-762a-ad91-4c6b313b5cf5',
      region: 'confirmed',
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:changed-meanwhile' },
    });
  });
});
