import type { AffiliationPeriod, Me } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';

const lapland = { type: 'region', id: '19' } as const;

describe('one’s own profile', () => {
  let luotsi: TestApp;
  let school: string;
  beforeAll(async () => {
    luotsi = await testApp();
    [{ id: school } = { id: '' }] = await luotsi.query<{ id: string }>(
      `INSERT INTO network.organisation (id, name, sector, region_code) VALUES
         (gen_random_uuid(), '{"fi":"Koulu","sv":"Skola","en":"School"}', 'education', '19')
       RETURNING id`,
    );
  });
  afterAll(() => luotsi.close());

  const change = (actor: Actor, body: object) => actor.patch<Me & ProblemDetails>('/api/me', body);
  const periods = async (actor: Actor) =>
    (await actor.get<{ items: AffiliationPeriod[] }>('/api/me/affiliations')).body.items;

  it('changes what is named and leaves the rest', async () => {
    const aino = await luotsi.as('counsellor', { type: 'country', id: null });
    const all = await change(aino, {
      name: 'Åsa Öhman 🧭',
      language: 'sv',
      languages: ['sv', 'fi', 'sv'],
      region: '19',
      organisation: school,
      sector: 'education',
      practitionerType: 'career_professional',
    });
    expect(all).toMatchObject({
      status: 200,
      body: {
        name: 'Åsa Öhman 🧭',
        language: 'sv',
        profile: {
          languages: ['sv', 'fi'],
          region: '19',
          organisation: school,
          sector: 'education',
          practitionerType: 'career_professional',
          confirmed: { region: false, organisation: false },
        },
      },
    });
    const one = await change(aino, { sector: 'youth' });
    expect(one.body.profile).toMatchObject({ region: '19', sector: 'youth' });
    expect((await aino.get<Me>('/api/me')).body).toEqual(one.body);
  });

  it.each([
    [{ region: '99' }, 'region-unknown'],
    [{ organisation: '01a20194-43d2-762a-ad91-4c6b313b5cf5' }, 'organisation-unknown'],
    [{ sector: 'piracy' }, 'sector-unknown'],
    [{ practitionerType: 'wizard' }, 'practitioner-type-unknown'],
    [{ name: ' ' }, 'validation-failed'],
    [{ name: 'x'.repeat(201) }, 'validation-failed'],
    [{ region: 'Lappi' }, 'validation-failed'],
    [{ languages: ['finnish'] }, 'validation-failed'],
  ])('refuses %j and keeps nothing of it', async (body, problem) => {
    const aino = await luotsi.as('counsellor');
    const before = (await aino.get('/api/me')).body;
    const answer = await change(aino, { languages: ['en'], ...body });
    expect(answer).toMatchObject({ status: 422, body: { type: `urn:luotsi:problem:${problem}` } });
    expect((await aino.get('/api/me')).body).toEqual(before);
  });

  it('has one organisation: of the list, or by a name that is not there', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    const named = await change(aino, { organisationNamed: ' Koulu jota ei ole, Kuhmo ' });
    expect(named.body.profile).toMatchObject({
      organisation: null,
      organisationNamed: 'Koulu jota ei ole, Kuhmo',
      confirmed: { organisation: false },
    });
    const listed = await change(aino, { organisation: school });
    expect(listed.body.profile).toMatchObject({ organisation: school, organisationNamed: null });
    expect(await change(aino, { organisation: school, organisationNamed: 'Toinen' })).toMatchObject(
      { status: 422, body: { errors: [{ pointer: '/organisationNamed' }] } },
    );
    const again = await change(aino, { organisationNamed: 'Toinen' });
    expect(again.body.profile).toMatchObject({ organisation: null, organisationNamed: 'Toinen' });
    expect((await periods(aino)).map(({ organisationNamed }) => organisationNamed)).toEqual([
      'Toinen',
      null,
      'Koulu jota ei ole, Kuhmo',
      null,
    ]);
    await expect(
      luotsi.query(
        `UPDATE identity.affiliation SET organisation_id = $2 WHERE person_id = $1
           AND organisation_named IS NOT NULL`,
        [aino.id, school],
      ),
    ).rejects.toThrow('affiliation_one_organisation');
  });

  it('keeps what was so with its dates, one at a time', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    await change(aino, { region: '01' });
    await change(aino, { region: '01', sector: 'youth' });
    await change(aino, { sector: 'youth' });
    const kept = await periods(aino);
    expect(kept.map(({ region, sector }) => [region, sector])).toEqual([
      ['01', 'youth'],
      ['01', null],
      ['19', null],
    ]);
    expect(kept.map(({ validTo }) => validTo)).toEqual([
      null,
      kept[0]?.validFrom,
      kept[1]?.validFrom,
    ]);
    expect(kept.map(({ confirmed }) => confirmed.region)).toEqual([false, false, true]);
    const overlap = luotsi.query(
      `INSERT INTO identity.affiliation (id, person_id, valid_from, valid_to)
       VALUES (gen_random_uuid(), $1, now() - interval '1 day', now() + interval '1 day')`,
      [aino.id],
    );
    await expect(overlap).rejects.toThrow('affiliation_one_at_a_time');
  });

  it('tells statistics of the past what was confirmed then', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    await luotsi.query(
      `UPDATE identity.affiliation SET valid_from = '2026-01-01' WHERE person_id = $1`,
      [aino.id],
    );
    await change(aino, { region: '01' });
    const at = async (instant: string) =>
      luotsi.query(
        `SELECT region_code AS said, confirmed_region AS confirmed
         FROM identity.affiliation_at($1, $2)`,
        [aino.id, instant],
      );
    expect(await at('2026-06-01T00:00:00Z')).toEqual([{ said: '19', confirmed: '19' }]);
    expect(await at('2999-01-01T00:00:00Z')).toEqual([{ said: '01', confirmed: null }]);
    expect(await at('2025-01-01T00:00:00Z')).toEqual([]);
  });

  it('is not overwritten by whoever saw an older one', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    const { version } = (await aino.get<Me>('/api/me')).body.profile;
    const first = await change(aino, { sector: 'youth', version });
    expect(first.status).toBe(200);
    const second = await change(aino, { sector: 'health', version });
    expect(second).toMatchObject({
      status: 409,
      body: {
        type: 'urn:luotsi:problem:changed-meanwhile',
        current: { sector: 'youth', version: first.body.profile.version },
      },
    });
    const third = await change(aino, { sector: 'health', version: first.body.profile.version });
    expect(third.status).toBe(200);
  });

  it('has one current place, however many changes come at once', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    const answers = await Promise.all(
      ['01', '02', '04', '05', '06', '07'].map((region) => change(aino, { region })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect((await periods(aino)).filter(({ validTo }) => validTo === null)).toHaveLength(1);
  });

  it('stays the same when only the language of the service changes', async () => {
    const aino = await luotsi.as('counsellor', lapland);
    const { version } = (await aino.get<Me>('/api/me')).body.profile;
    const after = await change(aino, { language: 'en' });
    expect(after.body).toMatchObject({ language: 'en', profile: { version } });
    expect(await periods(aino)).toHaveLength(1);
  });
});
