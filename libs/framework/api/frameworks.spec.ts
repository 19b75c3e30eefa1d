import { framework, type Framework } from '@luotsi/framework/model';
import { testApp, type TestApp } from '@testing';
import { loadFramework } from './load-framework';
import nice from './reference/nice.json' with { type: 'json' };

const text = (word: string) => ({ fi: word, sv: `${word} (sv)`, en: `${word} (en)` });

/** A small made-up framework: two competences, a scale of three, one level. */
const lighthouse: Framework = {
  ...framework.parse(nice),
  id: 'lighthouse',
  version: 1,
  name: text('Majakanvartijan taidot'),
  scale: [1, 2, 3].map((value) => ({ value, label: text('askel'), anchor: text('ankkuri') })),
  levels: [{ id: 'keeper', name: text('Vartija'), description: text('Valvoo') }],
  competences: ['LAMP', 'LOG'].map((code) => ({
    code,
    name: text(code),
    summary: text('Tiivistelmä'),
    requiredAnswers: 1,
    statements: [{ id: `${code}-1`, text: text('Sytytän'), targets: { keeper: 2 } }],
  })),
};

describe('Competence frameworks', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const counts = () =>
    luotsi.query(`SELECT
      (SELECT count(*)::int FROM framework.framework_version) AS versions,
      (SELECT count(*)::int FROM framework.statement) AS statements,
      (SELECT count(*)::int FROM framework.target) AS targets`);

  it('delivers the one based on the NICE roles, whole, to a visitor', async () => {
    const answer = await luotsi.visitor().get('/api/frameworks/nice');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(framework.parse(nice));
  });

  it('lists the frameworks with the names of their competences in order', async () => {
    const { body } = await luotsi.visitor().get('/api/frameworks');
    const [first] = (body as { items: { id: string; competences: { code: string }[] }[] }).items;
    expect(first?.id).toBe('nice');
    expect(first?.competences.map(({ code }) => code)).toEqual([
      ...['CE', 'CIA', 'CC', 'PSM', 'SSI', 'PRO'],
    ]);
  });

  it('answers framework-unknown for an unknown framework or version', async () => {
    for (const address of ['/api/frameworks/none', '/api/frameworks/nice?version=99']) {
      expect(await luotsi.visitor().get(address)).toMatchObject({
        status: 404,
        body: { type: 'urn:luotsi:problem:framework-unknown' },
      });
    }
  });

  it('changes nothing when loaded again', async () => {
    const before = await counts();
    expect(await loadFramework(luotsi.database.manager, nice)).toBe(false);
    expect(await counts()).toEqual(before);
  });

  it('takes a second framework through the same loader', async () => {
    await luotsi.database.transaction((manager) => loadFramework(manager, lighthouse));
    const answer = await luotsi.visitor().get('/api/frameworks/lighthouse');
    expect(answer.body).toEqual(lighthouse);
  });

  it('keeps an old version readable beside the new one', async () => {
    const next = { ...lighthouse, version: 2, name: text('Majakanvartijan uudet taidot') };
    await luotsi.database.transaction((manager) => loadFramework(manager, next));
    const current = await luotsi.visitor().get('/api/frameworks/lighthouse');
    const old = await luotsi.visitor().get('/api/frameworks/lighthouse?version=1');
    expect(current.body).toMatchObject({ version: 2 });
    expect(old.body).toEqual(lighthouse);
  });

  it('refuses a framework that uses the codes of another, and keeps nothing of it', async () => {
    const before = await counts();
    const thief = { ...framework.parse(nice), id: 'thief' };
    await expect(
      luotsi.database.transaction((manager) => loadFramework(manager, thief)),
    ).rejects.toThrow('uses codes of another framework: CC, CE, CIA, PRO, PSM, SSI');
    expect(await counts()).toEqual(before);
  });

  it.each([
    `UPDATE framework.framework_version SET name = '{}' WHERE id = 'nice-1'`,
    `UPDATE framework.statement SET text = '{}' WHERE version_id = 'nice-1' AND id = 'CE-1'`,
    `DELETE FROM framework.target WHERE version_id = 'nice-1'`,
    `INSERT INTO framework.level VALUES ('nice-1', 'more', 9, '{}', '{}')`,
    `DELETE FROM framework.framework_version WHERE id = 'nice-1'`,
  ])('holds a published version fast in the database: %s', async (sql) => {
    await expect(luotsi.query(sql)).rejects.toThrow('never changes');
  });
});
