import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Invitation } from '@luotsi/identity/model';
import { peopleRoutes } from '../routes';
import { coordinator, lapland, openPage } from '../testing';

const invitation: Invitation = {
  id: '01a20194-43d2-762a-ad91-4c6b313b5c0b',
  email: 'uusi@koulu.example',
  name: null,
  language: 'fi',
  roles: [{ role: 'coach', scope: lapland }],
  state: 'open',
  invitedBy: { id: coordinator.id, name: 'Aino Korhonen' },
  sentAt: '2027-03-01T10:00:00Z',
  expiresAt: '2027-03-15T10:00:00Z',
  acceptedAt: null,
};
const open = (address: string) => openPage(peopleRoutes, address, coordinator);

describe('the page of invitations', () => {
  beforeEach(() => document.body.replaceChildren());

  it('says how each stands, and sends one again', async () => {
    const it = await open('/people/invitations?state=open');
    const asked = await it.answer('GET /api/invitations', {
      items: [invitation, { ...invitation, id: listedId, state: 'withdrawn' }],
      nextCursor: null,
    });
    expect(asked.url).toContain('state=open');
    expect(it.page().textContent).toContain('Valmentaja, Lappi');
    expect(it.page().textContent).toContain('voimassa 15.3.2027 asti');
    await it.press('Lähetä uudelleen: uusi@koulu.example');
    await it.answer(`POST /api/invitations/${invitation.id}/resend`, {
      ...invitation,
      expiresAt: '2027-04-01T10:00:00Z',
    });
    expect(it.page().textContent).toContain('voimassa 1.4.2027 asti');
  });
});

const listedId = '01a20194-43d2-762a-ad91-4c6b313b5c0c';

describe('the page that invites someone', () => {
  beforeEach(() => document.body.replaceChildren());

  it('sends address, language and roles, and goes back to the list', async () => {
    const it = await open('/people/invitations/new');
    await it.fill('Sähköposti', 'uusi@koulu.example');
    await it.fill('Kirjeen kieli', 'sv');
    await it.fill('Rooli', 'coach');
    await it.fill('Missä', 'region:19');
    await it.press('Lähetä kutsu');
    const { body } = await it.answer('POST /api/invitations', invitation, 201);
    expect(body).toEqual({
      email: 'uusi@koulu.example',
      language: 'sv',
      roles: [{ role: 'coach', scope: lapland }],
    });
    expect(TestBed.inject(Router).url).toBe('/people/invitations');
  });

  it('says what is missing and sends nothing', async () => {
    const it = await open('/people/invitations/new');
    await it.fill('Sähköposti', 'uusi');
    await it.press('Lähetä kutsu');
    expect(it.page().textContent).toContain('nimi@esimerkki.fi');
    expect(it.page().textContent).toContain('Valitse rooli ja missä se on voimassa.');
    expect(document.activeElement).toBe(it.control('Sähköposti'));
    it.http.expectNone('/api/invitations');
  });
});

describe('the page that invites from a file', () => {
  beforeEach(() => document.body.replaceChildren());

  const line = { line: 2, email: 'uusi@koulu.example', name: 'Åsa', role: 'coach', scope: lapland };
  const lines = [
    { ...line, fate: 'invited' },
    { ...line, line: 3, fate: 'joined', with: 2 },
    { ...line, line: 4, email: 'väärä', fate: 'address-wrong' },
  ];
  const file = () => {
    const bytes = new TextEncoder().encode('email\nuusi@koulu.example');
    return {
      name: 'kutsut.csv',
      size: bytes.length,
      arrayBuffer: () => Promise.resolve(bytes.buffer),
    };
  };
  const choose = async (it: Awaited<ReturnType<typeof open>>, given: object) => {
    const input = it.control<HTMLInputElement>('CSV-tiedosto');
    Object.defineProperty(input, 'files', { value: [given], configurable: true });
    input.dispatchEvent(new Event('change'));
    await it.settle();
  };

  it('shows every line’s fate first and sends only when told to', async () => {
    const it = await open('/people/invitations/import');
    await choose(it, file());
    const dry = await it.answer('POST /api/invitations/import', {
      lines,
      unknownColumns: ['Kengännumero'],
      job: null,
    });
    expect(dry.body).toEqual({
      name: 'kutsut.csv',
      content: btoa('email\nuusi@koulu.example'),
      dryRun: true,
    });
    const text = it.page().textContent;
    expect(text).toContain('2 riviä kunnossa, 1 jää pois.');
    expect(text).toContain('Kengännumero');
    expect(text).toContain('Samassa kutsussa kuin rivi 2');
    expect(text).toContain('Osoite ei kelpaa');
    await it.press('Lähetä kutsut');
    const real = await it.answer('POST /api/invitations/import', {
      lines,
      unknownColumns: [],
      job: null,
    });
    expect(real.body).toMatchObject({ dryRun: false });
    expect(it.page().textContent).toContain('Valmis: 2 riviä on käsitelty.');
  });

  it('shows how far the work is where many are invited, and what came of it', async () => {
    const it = await open('/people/invitations/import');
    await choose(it, file());
    const answer = { lines, unknownColumns: [], job: null };
    await it.answer('POST /api/invitations/import', answer);
    await it.press('Lähetä kutsut');
    const job = '01a20194-43d2-762a-ad91-4c6b313b5c0e';
    await it.answer('POST /api/invitations/import', { ...answer, job });
    const result = { invited: 28, 'already-invited': 2 };
    await it.answer(`GET /api/jobs/${job}`, { state: 'done', done: 30, total: 30, result });
    expect(it.page().textContent).toContain('Saa kutsun: 28');
    expect(it.page().textContent).toContain('Kutsuttu jo aiemmin: 2');
  });

  it('takes no file that the API would refuse for its size', async () => {
    const it = await open('/people/invitations/import');
    await choose(it, { ...file(), size: 800_000 });
    expect(it.page().textContent).toContain('Tiedosto on liian suuri.');
    it.http.expectNone('/api/invitations/import');
  });
});
