import { identityProblems, samplePerson, type Me } from '@luotsi/identity/model';
import { describeProblem } from '@luotsi/platform/model';
import { openPage } from '../../people/testing';
import { accountRoutes } from '../routes';

const period = {
  id: '01a20194-43d2-762a-ad91-4c6b313b5c0d',
  region: '01',
  organisation: null,
  organisationNamed: null,
  sector: 'youth',
  practitionerType: null,
  confirmed: { region: true, organisation: false },
  validFrom: '2025-01-01T10:00:00Z',
  validTo: '2026-01-01T10:00:00Z',
};

async function open(person: Me = samplePerson) {
  const it = await openPage(accountRoutes, '/account/profile', person);
  await it.answer('GET /api/me/affiliations', { items: [period] });
  return it;
}

describe('the page of one’s own profile', () => {
  beforeEach(() => document.body.replaceChildren());

  it('says what is confirmed, what awaits and what was before', async () => {
    const it = await open();
    const text = it.page().textContent;
    expect(text).toContain('toimit alueella Lappi, ja se on vahvistettu');
    expect(text).toContain('1.1.2025–1.1.2026');
    expect(text).toContain('Uusimaa · Nuorisotyö');
    await it.fill('Maakunta, jossa toimit', '01');
    expect(it.page().textContent).toContain('Muutos odottaa taas vahvistusta.');
  });

  it('sends what has changed, with the version, and shows what came of it', async () => {
    const it = await open();
    await it.fill('Maakunta, jossa toimit', '01');
    await it.fill('Nimi', 'Aino Öhman');
    await it.press('Tallenna');
    const profile = {
      ...samplePerson.profile,
      region: '01',
      confirmed: { region: false, organisation: false },
      version: '2',
    };
    const after = { ...samplePerson, name: 'Aino Öhman', profile };
    const { body } = await it.answer('PATCH /api/me', after);
    expect(body).toEqual({ name: 'Aino Öhman', region: '01', version: '1' });
    await it.answer('GET /api/me/affiliations', { items: [] });
    expect(it.page().textContent).toContain('Kerroit toimivasi alueella Uusimaa.');
    expect(it.page().textContent).toContain('Odottaa vahvistusta');
  });

  it('keeps one’s own changes when the profile has changed elsewhere', async () => {
    const it = await open();
    await it.fill('Nimi', 'Aino Öhman');
    await it.press('Tallenna');
    const current = { ...samplePerson.profile, version: '9' };
    const problem = {
      type: 'urn:luotsi:problem:changed-meanwhile',
      title: 'x',
      status: 409,
      current,
    };
    await it.answer('PATCH /api/me', problem, 409);
    expect(it.all('[role=alert]')[0]?.textContent).toContain('muuttunut toisaalla');
    await it.press('Tallenna');
    const { body } = await it.answer('PATCH /api/me', samplePerson);
    expect(body).toEqual({ name: 'Aino Öhman', version: '9' });
  });

  it('tells at the field what the service does not know', async () => {
    const it = await open();
    await it.fill('Toimiala', 'youth');
    await it.press('Tallenna');
    const kind = identityProblems['sector-unknown'];
    await it.answer('PATCH /api/me', describeProblem('sector-unknown', kind, {}, 'fi'), 422);
    expect(it.control('Toimiala').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(it.control('Toimiala'));
  });

  it('takes the name of an organisation that is not on the list', async () => {
    const it = await open();
    expect(it.page().textContent).not.toContain('Organisaatiosi nimi');
    await it.fill('Organisaatio', 'unlisted');
    await it.press('Tallenna');
    expect(it.page().textContent).toContain('Kirjoita organisaatiosi nimi.');
    it.http.expectNone('/api/me');
    await it.fill('Organisaatiosi nimi', 'Mäntylän lukio, Kuhmo');
    await it.press('Tallenna');
    const profile = { ...samplePerson.profile, organisationNamed: 'Mäntylän lukio, Kuhmo' };
    const { body } = await it.answer('PATCH /api/me', { ...samplePerson, profile });
    expect(body).toEqual({ organisationNamed: 'Mäntylän lukio, Kuhmo', version: '1' });
    await it.answer('GET /api/me/affiliations', { items: [] });
    expect(it.page().textContent).toContain('Odottaa vahvistusta');
    await it.fill('Organisaatio', '01a20194-43d2-762a-ad91-4c6b313b5cf6');
    await it.press('Tallenna');
    const second = await it.answer('PATCH /api/me', samplePerson);
    expect(second.body).toMatchObject({
      organisation: '01a20194-43d2-762a-ad91-4c6b313b5cf6',
      organisationNamed: null,
    });
  });

  it('needs a name', async () => {
    const it = await open();
    await it.fill('Nimi', ' ');
    await it.press('Tallenna');
    expect(it.page().textContent).toContain('Kirjoita nimesi.');
    it.http.expectNone('/api/me');
  });
});
