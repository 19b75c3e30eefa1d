import type { ImportLine, Me } from '@luotsi/identity/model';
import { testApp, type Actor, type TestApp } from '@testing';

const lapland = { type: 'region', id: '19' } as const;

interface Imported {
  readonly lines: readonly ImportLine[];
  readonly unknownColumns: readonly string[];
  readonly job: string | null;
}

describe('a file of invitations', () => {
  let luotsi: TestApp;
  let coordinator: Actor;
  let member: string;
  beforeAll(async () => {
    luotsi = await testApp();
    coordinator = await luotsi.as('groupCoordinator', lapland);
    const known = await luotsi.as('counsellor', lapland);
    member = (await known.get<Me>('/api/me')).body.profile.email;
  });
  afterAll(() => luotsi.close());

  const send = (text: string, dryRun: boolean, by = coordinator) =>
    by.post<Imported>('/api/invitations/import', {
      name: 'kutsut.csv',
      content: Buffer.from(text).toString('base64'),
      dryRun,
    });
  const progress = (job: string | null, who = coordinator) => who.get(`/api/jobs/${job ?? ''}`);
  const fates = ({ lines }: Imported) => lines.map(({ line, fate }) => [line, fate]);

  it('tells every line’s fate before anything is written, and then does just that', async () => {
    const stranger = await luotsi.as('counsellor', { type: 'region', id: '01' });
    const elsewhere = (await stranger.get<Me>('/api/me')).body.profile.email;
    const file = [
      '\ufeffSähköposti;Nimi;Kieli;Rooli;Maakunta;Ryhmä;Kengännumero',
      'uusi@koulu.example;Aino;ruotsi;Valmentaja;Lappi;;42',
      'uusi@koulu.example;Aino;;Ohjaaja;19;;',
      'UUSI@koulu.example;;;valmentaja;Lappland;;',
      `${member};;;coach;lappi;;`,
      `${member};;;;19;;`,
      `${elsewhere};;;;19;;`,
      'väärä osoite;;;;19;;',
      'a@koulu.example;;klingon;;19;;',
      'b@koulu.example;;;kapteeni;19;;',
      'c@koulu.example;;;;Atlantis;;',
      'd@koulu.example;;;;;Merirosvot;',
      'e@koulu.example;;;;01;;',
      'f@koulu.example;;;ylläpitäjä;19;;',
      `g@koulu.example;${'x'.repeat(201)};;;19;;`,
      'h@koulu.example;;;coach;;;',
      'i@koulu.example;;;;;Lapin ELO-ryhmä;',
    ].join('\r\n');
    const expected = [
      [2, 'invited'],
      [3, 'joined'],
      [4, 'nothing-new'],
      [5, 'roles-added'],
      [6, 'nothing-new'],
      [7, 'invited'],
      [8, 'address-wrong'],
      [9, 'language-unknown'],
      [10, 'role-unknown'],
      [11, 'region-unknown'],
      [12, 'group-unknown'],
      [13, 'role-out-of-scope'],
      [14, 'role-for-country'],
      [15, 'name-wrong'],
      [16, 'role-out-of-scope'],
      [17, 'invited'],
    ];
    const dry = await send(file, true);
    expect(dry).toMatchObject({ status: 200, body: { job: null } });
    expect(dry.body.unknownColumns).toEqual(['Kengännumero']);
    expect(fates(dry.body)).toEqual(expected);
    expect(dry.body.lines[1]).toMatchObject({ with: 2 });
    expect(await luotsi.query(`SELECT FROM identity.invitation`)).toEqual([]);
    expect(await luotsi.letters()).toEqual([]);

    const real = await send(file, false);
    expect(fates(real.body)).toEqual(expected);
    const letters = await luotsi.letters();
    expect(letters.map(({ address, language }) => [address, language])).toEqual([
      ['uusi@koulu.example', 'sv'],
      [elsewhere, 'fi'],
      ['i@koulu.example', 'fi'],
    ]);
    expect(letters[0]?.text).toContain('Coach, Lappland');
    expect(letters[0]?.text).toContain('Vägledare, Lappland');
    const [given] = await luotsi.query(
      `SELECT role FROM identity.role_grant g JOIN identity.person p ON p.id = person_id
       WHERE email = $1 AND given_by = $2`,
      [member, coordinator.id],
    );
    expect(given).toEqual({ role: 'coach' });
    const again = await send(file, true);
    expect(fates(again.body).slice(0, 4)).toEqual([
      [2, 'already-invited'],
      [3, 'already-invited'],
      [4, 'already-invited'],
      [5, 'nothing-new'],
    ]);
  });

  it('of many is worked through in the background, with progress and an end', async () => {
    const rows = Array.from({ length: 30 }, (_, place) => `p${String(place)}@x.example;19`);
    const { body } = await send(['email;region', ...rows].join('\n'), false);
    expect(body.job).not.toBeNull();
    expect((await progress(body.job)).body).toMatchObject({ state: 'waiting' });
    await luotsi.doJobs();
    expect((await progress(body.job)).body).toEqual({
      state: 'done',
      done: 30,
      total: 30,
      result: { invited: 30 },
    });
    expect((await luotsi.letters()).filter(({ address }) => /^p\d/.test(address))).toHaveLength(30);
  });

  it('called off leaves what is done and does no more', async () => {
    const rows = Array.from({ length: 30 }, (_, place) => `q${String(place)}@x.example;19`);
    const { body } = await send(['email;region', ...rows].join('\n'), false);
    await coordinator.delete(`/api/jobs/${body.job ?? ''}`);
    await luotsi.doJobs();
    expect((await luotsi.letters()).filter(({ address }) => /^q\d/.test(address))).toEqual([]);
  });

  it('gives nothing that its sender has lost meanwhile', async () => {
    const sender = await luotsi.as('groupCoordinator', lapland);
    const rows = Array.from({ length: 30 }, (_, place) => `r${String(place)}@x.example;19`);
    const { body } = await send(['email;region', ...rows].join('\n'), false, sender);
    const administrator = await luotsi.as('administrator');
    await administrator.put(`/api/people/${sender.id ?? ''}/roles`, { roles: [] });
    await luotsi.doJobs();
    expect((await progress(body.job, sender)).body).toMatchObject({
      result: { 'role-out-of-scope': 30 },
    });
  });

  it.each([
    ['csv-empty', ''],
    ['csv-without-email', 'nimi\nAino'],
    ['csv-unreadable', 'email\n"x'],
    ['csv-too-long', `email\n${'a@b.example\n'.repeat(5_001)}`],
  ])('is refused as %s', async (name, text) => {
    expect(await send(text, false)).toMatchObject({
      status: 422,
      body: { type: `urn:luotsi:problem:${name}` },
    });
  });

  it('has to be base64', async () => {
    const answer = await coordinator.post('/api/invitations/import', {
      name: 'x',
      content: 'ä'.repeat(8),
      dryRun: true,
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/content' }] } });
  });
});
