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

  describe('at an organisation that is not on the list', () => {
    const from = async (name: string) => {
      const aino = await moved('19');
      const answer = await aino.patch<Me>('/api/me', { organisationNamed: name });
      expect(answer.body.profile).toMatchObject({ organisation: null, organisationNamed: name });
      return aino;
    };
    const list = async () =>
      (await coordinator.get<{ items: { id: string }[] }>('/api/organisations?region=19')).body
        .items;
    const add = (actor: Actor, id: string | null, name: string) =>
      judge(actor, id, { organisation: 'confirmed', into: { name, sector: 'education' } });
    const logged = async (id: string | null) =>
      (
        await luotsi.query<{ action: string }>(
          `SELECT action FROM identity.audit_entry WHERE $1 = ANY (subject_ids)
             AND action LIKE 'organisation-%' ORDER BY at, id`,
          [id],
        )
      ).map(({ action }) => action);

    it('puts it on the list, where others find it, and the person reads of it', async () => {
      const aino = await from('Saagan lukio, Sodankylä');
      const { body } = await coordinator.get<{ items: Person[] }>('/api/people?awaiting=true');
      expect(body.items.map(({ id }) => id)).toContain(aino.id);
      const before = (await list()).length;
      const answer = await add(coordinator, aino.id, 'Saagan lukio');
      expect(answer).toMatchObject({
        status: 200,
        body: { organisationNamed: null, confirmed: { organisation: true, region: false } },
      });
      const listed = await list();
      expect(listed).toHaveLength(before + 1);
      expect(listed).toContainEqual({
        id: answer.body.organisation,
        name: { fi: 'Saagan lukio', sv: 'Saagan lukio', en: 'Saagan lukio' },
        sector: 'education',
        regionCode: '19',
      });
      expect(await logged(aino.id)).toEqual(['organisation-added']);
      const { profile } = (await aino.get<Me>('/api/me')).body;
      expect(profile).toMatchObject({ organisation: answer.body.organisation });
      expect((await luotsi.letters(profile.email))[0]?.text).toContain('Saagan lukio');
    });

    it('joins it to one that is there, also one of the same name that another has added', async () => {
      const [first, second, third] = [await from('Koulu'), await from('KOULU'), await from('K.')];
      const added = (await add(coordinator, first.id, 'Koulu')).body.organisation;
      const [same, joined] = await Promise.all([
        add(coordinator, second.id, 'koulu'),
        judge(coordinator, third.id, { organisation: 'confirmed', into: { organisation: added } }),
      ]);
      expect(same.body.organisation).toBe(added);
      expect(joined.body).toMatchObject({ organisation: added, organisationNamed: null });
      expect(await logged(third.id)).toEqual(['organisation-joined']);
    });

    it('is refused without a place on the list, and nothing is confirmed', async () => {
      const aino = await from('Jokin koulu');
      const unknown = '01a20194-43d2-762a-ad91-4c6b313b5cf5';
      for (const [into, problem] of [
        [undefined, 'organisation-unplaced'],
        [{ organisation: unknown }, 'organisation-unknown'],
        [{ name: 'Jokin koulu', sector: 'piracy' }, 'sector-unknown'],
      ] as const) {
        const verdict = { region: 'confirmed', organisation: 'confirmed', into };
        expect(await judge(coordinator, aino.id, verdict)).toMatchObject({
          status: 422,
          body: { type: `urn:luotsi:problem:${problem}` },
        });
      }
      expect((await aino.get<Me>('/api/me')).body.profile).toMatchObject({
        organisationNamed: 'Jokin koulu',
        confirmed: { region: false, organisation: false },
      });
    });

    it('may end in a no, and is for the coordinator of the region', async () => {
      const aino = await from('Olematon koulu');
      const elsewhere = await luotsi.as('groupCoordinator', { type: 'region', id: '01' });
      expect(await add(elsewhere, aino.id, 'Olematon koulu')).toMatchObject({ status: 404 });
      const answer = await judge(coordinator, aino.id, { organisation: 'rejected' });
      expect(answer.body).toMatchObject({ organisation: null, organisationNamed: null });
      const { profile } = (await aino.get<Me>('/api/me')).body;
      expect((await luotsi.letters(profile.email))[0]?.text).toContain('Olematon koulu');
    });
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
