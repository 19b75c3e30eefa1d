import { describeProblem } from '@luotsi/platform/model';
import { identityProblems } from '@luotsi/identity/model';
import { peopleRoutes } from '../routes';
import { administrator, coordinator, lapland, openPage, shownPerson } from '../testing';

const uusimaa = { type: 'region', id: '01' } as const;
const held = { validFrom: '2026-01-01T00:00:00Z', validTo: null } as const;

async function open(person = coordinator, shown = shownPerson) {
  const it = await openPage(peopleRoutes, `/people/${shown.id}`, person);
  await it.answer('GET /api/people/', shown);
  return it;
}

describe('the page of a person', () => {
  beforeEach(() => document.body.replaceChildren());

  it('shows roles that others manage without a way to change them', async () => {
    const roles = [
      { role: 'coach', scope: lapland, ...held },
      { role: 'coach', scope: uusimaa, ...held },
    ] as const;
    const it = await open(coordinator, { ...shownPerson, roles: [...roles] });
    const text = it.page().textContent;
    expect(text).toContain('Valmentaja');
    expect(text).toContain('Muiden antama');
    expect(
      it.all('button').filter(({ textContent }) => textContent.trim() === 'Ota pois'),
    ).toHaveLength(1);
  });

  it('takes a role, gives another and sends the whole set with the version', async () => {
    const it = await open();
    await it.press('Ota pois: Valmentaja, Lappi');
    expect(it.page().textContent).toContain('otetaan pois');
    await it.press('Lisää rooli');
    await it.fill('Rooli', 'counsellor');
    await it.fill('Missä', 'group:g19');
    await it.fill('Viimeinen päivä', '2027-12-31');
    await it.press('Tallenna roolit');
    const after = { ...shownPerson, roles: [], version: 'v2' };
    const { body } = await it.answer(`PUT /api/people/${shownPerson.id}/roles`, after);
    expect(body).toEqual({
      version: 'v1',
      roles: [
        {
          role: 'counsellor',
          scope: { type: 'group', id: 'g19' },
          validTo: new Date('2028-01-01T00:00:00').toISOString(),
        },
      ],
    });
    expect(it.page().textContent).toContain('Ei rooleja nyt.');
  });

  it('offers only what one may give, and where', async () => {
    const it = await open();
    await it.press('Lisää rooli');
    const options = (label: string) =>
      [...it.control<HTMLSelectElement>(label).options].map(({ textContent }) =>
        textContent.trim(),
      );
    expect(options('Rooli')).toEqual([
      'Valitse',
      'Ohjaaja',
      'Valmentaja',
      'ELO-ryhmän koordinaattori',
    ]);
    await it.fill('Rooli', 'coach');
    expect(options('Missä')).toEqual(['Valitse', 'Lappi', 'Lapin ELO-ryhmä']);
  });

  it('chooses the only place of a role by itself', async () => {
    const it = await open(administrator);
    await it.press('Lisää rooli');
    await it.fill('Rooli', 'administrator');
    expect(it.control<HTMLSelectElement>('Missä').value).toBe('country');
  });

  it('shows what someone else has changed meanwhile', async () => {
    const it = await open();
    await it.press('Ota pois: Valmentaja, Lappi');
    await it.press('Tallenna roolit');
    const current = { ...shownPerson, version: 'v9' };
    const problem = describeProblem(
      'changed-meanwhile',
      {
        status: 409,
        title: { fi: 'x', sv: 'x', en: 'x' },
        detail: { fi: 'x', sv: 'x', en: 'x' },
      },
      { current },
      'fi',
    );
    await it.answer('PUT /api/people/', problem, 409);
    expect(it.all('[role=alert]')[0]?.textContent).toContain('Joku muu muutti rooleja');
    expect(it.page().textContent).not.toContain('otetaan pois');
  });

  it('tells why a role can not be given, and keeps what was chosen', async () => {
    const it = await open();
    await it.press('Ota pois: Valmentaja, Lappi');
    await it.press('Tallenna roolit');
    const kind = identityProblems['last-administrator'];
    await it.answer('PUT /api/people/', describeProblem('last-administrator', kind, {}, 'fi'), 409);
    expect(it.all('[role=alert]')[0]?.textContent).toContain('Viimeinen ylläpitäjä jää');
    expect(it.page().textContent).toContain('otetaan pois');
  });

  describe('who works at an organisation that is not on the list', () => {
    const named = { ...shownPerson, region: null, organisationNamed: 'Saagan lukio, Sodankylä' };

    it('lets a coordinator put it there, under a name and a sector', async () => {
      const it = await open(coordinator, named);
      expect(it.page().textContent).toContain(
        'Sanoo työskentelevänsä: Saagan lukio, Sodankylä. Organisaatiota ei ole luettelossa.',
      );
      await it.press('Lisää luetteloon ja vahvista');
      expect(it.page().textContent).toContain('Valitse toimiala.');
      await it.fill('Nimi luettelossa', 'Saagan lukio');
      await it.fill('Toimiala', 'youth');
      await it.press('Lisää luetteloon ja vahvista');
      const { body } = await it.answer(`POST /api/people/${named.id}/affiliation`, shownPerson);
      expect(body).toEqual({
        affiliation: named.affiliation,
        organisation: 'confirmed',
        into: { name: 'Saagan lukio', sector: 'youth' },
      });
      expect(it.page().textContent).not.toContain('Sanoo työskentelevänsä');
    });

    it('lets a coordinator join it to one that is there', async () => {
      const it = await open(coordinator, named);
      await it.fill('Mikä organisaatio se on', '01a20194-43d2-762a-ad91-4c6b313b5cf6');
      await it.press('Liitä tähän ja vahvista');
      const { body } = await it.answer(`POST /api/people/${named.id}/affiliation`, shownPerson);
      expect(body).toMatchObject({
        into: { organisation: '01a20194-43d2-762a-ad91-4c6b313b5cf6' },
      });
    });

    it('lets a coordinator say that it is not so', async () => {
      const it = await open(coordinator, named);
      await it.press('Ei pidä paikkaansa: Åsa Öhman');
      await it.press('Poista tieto ja kerro henkilölle');
      const { body } = await it.answer(`POST /api/people/${named.id}/affiliation`, shownPerson);
      expect(body).toEqual({ affiliation: named.affiliation, organisation: 'rejected' });
    });
  });

  it('lets an administrator, and nobody else, reset the second step of who has lost it', async () => {
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    const it = await open(administrator);
    await it.press('Nollaa toinen vaihe');
    const dialog = document.querySelector('lu-ask dialog');
    expect(dialog?.textContent).toContain('Nollataanko henkilön Åsa Öhman toinen vaihe?');
    dialog?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await it.answer(`DELETE /api/people/${shownPerson.id}/second-step`, null);
    expect(document.querySelector('lu-ask')).toBeNull();
  });

  it('leads to what the log tells of the person', async () => {
    const it = await open(coordinator);
    const link = it.all<HTMLAnchorElement>('a').find((one) => one.href.includes('/audit'));
    expect(link?.getAttribute('href')).toBe(`/audit?person=${shownPerson.id}`);
  });

  it('has no such button for a coordinator', async () => {
    const it = await open(coordinator);
    expect(it.page().textContent).not.toContain('Nollaa toinen vaihe');
  });
});
