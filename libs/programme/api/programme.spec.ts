import type { ProgrammeSummary, ProgrammeTree, UnitPage } from '@luotsi/programme/model';
import { programmeContract } from '@luotsi/programme/model';
import { testApp, type TestApp } from '@testing';
import { readUnitsForCompetences } from './units-for-competences';

let luotsi: TestApp;
beforeAll(async () => {
  luotsi = await testApp();
});
afterAll(() => luotsi.close());

describe('the programmes', () => {
  it('are listed for everyone, with their modules and reading times', async () => {
    const { status, body } = await luotsi
      .visitor()
      .get<{ items: ProgrammeSummary[] }>('/api/programmes');
    expect(status).toBe(200);
    expect(body).toEqual(programmeContract.listProgrammes.responses[200].parse(body));
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ id: 'elo', units: 7, minutes: 15 });
    expect(body.items[0]?.modules.map(({ id, units }) => [id, units])).toEqual([
      ['P1', 3],
      ['P2', 3],
      ['P3', 1],
    ]);
  });

  it('are read as a whole, in order', async () => {
    const { body } = await luotsi.visitor().get<ProgrammeTree>('/api/programmes/elo');
    expect(body).toEqual(programmeContract.getProgramme.responses[200].parse(body));
    expect(body.modules.map((module) => module.units.map(({ id }) => id))).toEqual([
      ['M1.1', 'M1.2', 'M1.3'],
      ['M2.1', 'M2.2', 'M2.4'],
      ['M2.3'],
    ]);
    expect(body.modules[0]?.units[0]).toMatchObject({
      competences: ['PRO', 'CC', 'CE'],
      workingForms: ['contactPeriod', 'onlineWork', 'personalAssignment'],
      activities: [{ kind: 'reading', part: 'common' }],
    });
    expect(body.about.startingPoints).toHaveLength(7);
    expect(body.about.workingForms).toHaveLength(5);
  });

  it('are not found under another name', async () => {
    for (const path of ['/api/programmes/none', '/api/units/M9.9', '/api/units/%20']) {
      const { status, body } = await luotsi.visitor().get(path);
      expect(status).toBe(404);
      expect(body).toMatchObject({ type: 'urn:luotsi:problem:not-found' });
    }
  });
});

describe('a unit', () => {
  const read = async (id: string) =>
    (await luotsi.visitor().get<UnitPage>(`/api/units/${id}`)).body;

  it('has its topics, its competences by name and its reading as HTML in every language', async () => {
    const unit = await read('M1.3');
    expect(unit).toEqual(programmeContract.getUnit.responses[200].parse(unit));
    expect(unit.topics[0]?.subtopics).toHaveLength(3);
    expect(unit.competences.map(({ code, frameworkId }) => [code, frameworkId])).toEqual([
      ['PSM', 'nice'],
      ['CIA', 'nice'],
    ]);
    expect(unit.competences[0]?.name.fi).not.toBe('');
    const reading = unit.activities[0]?.reading;
    expect(reading?.fi).toContain('<h2>Lähteet</h2>');
    expect(reading?.sv).toContain('<h2>Källor</h2>');
    expect(reading?.en).toContain('<h2>Sources</h2>');
  });

  it('says what has changed since a dated topic was written', async () => {
    const { topics } = await read('M1.2');
    expect(topics.map(({ note }) => note?.fi.includes('2020') ?? false)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('knows the units beside it, across modules', async () => {
    const [first, middle, last] = await Promise.all(['M1.1', 'M1.3', 'M2.3'].map(read));
    expect(first?.previous).toBeNull();
    expect(middle?.previous).toMatchObject({ id: 'M1.2', moduleId: 'P1' });
    expect(middle?.next).toMatchObject({ id: 'M2.1', moduleId: 'P2' });
    expect(last?.previous).toMatchObject({ id: 'M2.4' });
    expect(last?.next).toBeNull();
  });

  it('is empty, not missing, in a language that it has no reading in', async () => {
    await luotsi.query(
      `DELETE FROM programme.reading WHERE language = 'sv' AND activity_id IN
         (SELECT id FROM programme.activity WHERE unit_id = 'M2.4')`,
    );
    const reading = (await read('M2.4')).activities[0]?.reading;
    expect(reading?.sv).toBe('');
    expect(reading?.fi).not.toBe('');
  });
});

describe('units for competences', () => {
  it('are those that develop one of them, in the order of the programme', async () => {
    const units = await readUnitsForCompetences(luotsi.database, ['CC', 'CE']);
    expect(units.map(({ unitId, competences }) => [unitId, competences])).toEqual([
      ['M1.1', ['CC', 'CE']],
      ['M2.4', ['CC']],
    ]);
    expect(units[0]).toMatchObject({ moduleId: 'P1', programmeId: 'elo', minutes: 2 });
    expect(units[0]?.activityIds).toHaveLength(1);
    expect(await readUnitsForCompetences(luotsi.database, [])).toEqual([]);
  });
});
