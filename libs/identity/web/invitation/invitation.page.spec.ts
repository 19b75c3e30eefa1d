import { identityProblems, samplePerson, type Me } from '@luotsi/identity/model';
import { describeProblem } from '@luotsi/platform/model';
import { country, lapland, openPage } from '../people/testing';
import { invitationRoutes } from './routes';

const coach = { role: 'coach', scope: lapland } as const;
const seen = {
  email: 'aino@example.org',
  name: null,
  language: 'fi',
  roles: [coach],
  expiresAt: '2027-03-15T10:00:00Z',
  invitedBy: 'Anneli Lappalainen',
  hasAccount: false,
};

async function open(person: Me | null, invitation: object = seen) {
  const it = await openPage(invitationRoutes, '/invitation?token=secret', person);
  const asked = await it.answer('POST /api/invitations/look', invitation);
  expect(asked.body).toEqual({ token: 'secret' });
  return it;
}

describe('the page of an invitation', () => {
  beforeEach(() => document.body.replaceChildren());

  it('opens an account and says what comes next', async () => {
    const it = await open(null);
    expect(it.page().textContent).toContain('Anneli Lappalainen kutsuu sinut');
    expect(it.page().textContent).toContain('Valmentaja, Lappi');
    await it.fill('Nimi', 'Aino Korhonen');
    await it.fill('Valitse salasana', 'kolme sinista venetta');
    await it.press('Luo tili ja hyväksy kutsu');
    const me: Me = { ...samplePerson, dormantRoles: [coach], secondStep: 'needed' };
    const { body } = await it.answer('POST /api/invitations/accept', { me, leftOut: [] });
    expect(body).toEqual({
      token: 'secret',
      name: 'Aino Korhonen',
      password: 'kolme sinista venetta',
      language: 'fi',
    });
    expect(it.page().textContent).toContain('Kutsu on hyväksytty');
    expect(it.button('Ota toinen vaihe käyttöön').getAttribute('href')).toBe('/account/security');
  });

  it('says at the field what is wrong', async () => {
    const it = await open(null);
    await it.fill('Valitse salasana', 'lyhyt');
    await it.press('Luo tili ja hyväksy kutsu');
    expect(it.page().textContent).toContain('Kirjoita nimesi.');
    expect(it.page().textContent).toContain('vähintään 10 merkkiä.');
    expect(document.activeElement).toBe(it.control('Nimi'));
    it.http.expectNone('/api/invitations/accept');
  });

  it('asks the owner of an account to sign in and leads back', async () => {
    const it = await open(null, { ...seen, hasAccount: true });
    expect(it.button('Kirjaudu ja palaa kutsuun').getAttribute('href')).toContain('invitation');
  });

  it('is accepted with one press by its owner, who reads what was left out', async () => {
    const it = await open(samplePerson, { ...seen, hasAccount: true });
    await it.press('Hyväksy kutsu');
    const leftOut = [{ role: 'administrator', scope: country }];
    const { body } = await it.answer('POST /api/invitations/accept', { me: samplePerson, leftOut });
    expect(body).toEqual({ token: 'secret' });
    expect(it.page().textContent).toContain('Ylläpitäjä, koko maa');
  });

  it('is refused to another account with a way on', async () => {
    const other = { ...samplePerson, profile: { ...samplePerson.profile, email: 'x@example.org' } };
    const it = await open(other);
    expect(it.page().textContent).toContain('x@example.org');
    expect(it.button('Kirjaudu ulos ja jatka')).toBeTruthy();
    expect(it.page().textContent).not.toContain('Hyväksy kutsu');
  });

  it.each([
    'invitation-unknown',
    'invitation-used',
    'invitation-expired',
    'invitation-withdrawn',
  ] as const)('tells of %s', async (name) => {
    const it = await openPage(invitationRoutes, '/invitation?token=secret', null);
    const problem = describeProblem(name, identityProblems[name], {}, 'fi');
    await it.answer('POST /api/invitations/look', problem, problem.status);
    expect(it.all('[role=alert]')[0]?.textContent).toContain(problem.title);
  });
});
