import type { Invitation, Me } from '@luotsi/identity/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';

const lapland = { type: 'region', id: '19' } as const;
const country = { type: 'country', id: null } as const;
const password = 'kolme sinista venetta';
const problem = (name: string) => `urn:luotsi:problem:${name}`;

describe('accepting an invitation', () => {
  let luotsi: TestApp;
  let administrator: Actor;
  let coordinator: Actor;
  let addresses = 0;
  beforeAll(async () => {
    luotsi = await testApp();
    administrator = await luotsi.as('administrator');
    coordinator = await luotsi.as('groupCoordinator', lapland);
  });
  afterAll(() => luotsi.close());

  const address = () => `kutsuttu${String((addresses += 1))}+x@koulu.example`;
  const coach = { role: 'coach', scope: lapland } as const;
  const invite = (by: Actor, body: object) =>
    by.post<Invitation & ProblemDetails>('/api/invitations', { roles: [coach], ...body });
  const tokenTo = async (email: string) => {
    const letters = await luotsi.letters(email);
    return new URL(letters.at(-1)?.link ?? '').searchParams.get('token') ?? '';
  };
  const accept = (actor: Actor, body: object) =>
    actor.post<{ me: Me; leftOut: object[] } & ProblemDetails>('/api/invitations/accept', body);
  const age = (id: string) =>
    luotsi.query(
      `UPDATE identity.invitation SET sent_at = sent_at - interval '15 days',
         expires_at = expires_at - interval '15 days' WHERE id = $1`,
      [id],
    );

  it('comes as a letter, opens an account and gives its roles and region', async () => {
    const email = address();
    const sent = await invite(coordinator, { email: ` ${email.toUpperCase()} `, language: 'sv' });
    expect(sent).toMatchObject({
      status: 201,
      body: { email, state: 'open', roles: [coach], language: 'sv', acceptedAt: null },
    });
    const [letter] = await luotsi.letters(email);
    expect(letter).toMatchObject({ kind: 'invitation', language: 'sv' });
    expect(letter?.text).toContain('Coach, Lappland');
    const token = await tokenTo(email);
    const visitor = luotsi.visitor();
    expect(await visitor.post('/api/invitations/look', { token })).toMatchObject({
      status: 200,
      body: { email, roles: [coach], hasAccount: false, invitedBy: 'Test groupCoordinator 1' },
    });
    const name = 'Åsa 🧭 O’Brien-Öhman';
    const answer = await accept(visitor, { token, name, password });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        leftOut: [],
        me: {
          name,
          language: 'sv',
          dormantRoles: [coach],
          secondStep: 'needed',
          profile: { email, region: '19', confirmed: { region: true } },
        },
      },
    });
    expect((await visitor.get<Me>('/api/me')).body).toEqual(answer.body.me);
    const again = luotsi.visitor();
    expect((await again.signIn(email, password)).status).toBe(200);
    const hash = await luotsi.query(
      `SELECT FROM identity.invitation WHERE encode(token_hash, 'escape') LIKE $1`,
      [`%${token}%`],
    );
    expect(hash).toEqual([]);
  });

  it('works once, until it is withdrawn or has expired, and only as it was sent last', async () => {
    const email = address();
    const { body: sent } = await invite(coordinator, { email });
    const first = await tokenTo(email);
    const resent = await coordinator.post<Invitation>(`/api/invitations/${sent.id}/resend`);
    expect(resent.status).toBe(200);
    const token = await tokenTo(email);
    const look = async (secret: string) => {
      const { body } = await luotsi
        .visitor()
        .post<ProblemDetails>('/api/invitations/look', { token: secret });
      return body.type;
    };
    expect(await look(first)).toBe(problem('invitation-unknown'));
    await age(sent.id);
    expect(await look(token)).toBe(problem('invitation-expired'));
    expect((await coordinator.post(`/api/invitations/${sent.id}/resend`)).status).toBe(200);
    const last = await tokenTo(email);
    const visitor = luotsi.visitor();
    expect((await accept(visitor, { token: last, name: 'Aino', password })).status).toBe(200);
    expect(await look(last)).toBe(problem('invitation-used'));
    expect(await accept(visitor, { token: last })).toMatchObject({
      status: 410,
      body: { type: problem('invitation-used') },
    });
    for (const send of [
      coordinator.post(`/api/invitations/${sent.id}/resend`),
      coordinator.delete(`/api/invitations/${sent.id}`),
    ]) {
      expect(await send).toMatchObject({ status: 410, body: { type: problem('invitation-used') } });
    }
    const other = address();
    const { body: second } = await invite(coordinator, { email: other });
    expect(await coordinator.delete(`/api/invitations/${second.id}`)).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
    expect(await look(await tokenTo(other))).toBe(problem('invitation-withdrawn'));
    expect(await coordinator.post(`/api/invitations/${second.id}/resend`)).toMatchObject({
      status: 410,
      body: { type: problem('invitation-withdrawn') },
    });
  });

  it('is accepted once, however many press at once', async () => {
    const email = address();
    await invite(coordinator, { email });
    const token = await tokenTo(email);
    const answers = await Promise.all(
      [1, 2, 3].map(() => accept(luotsi.visitor(), { token, name: 'Aino', password })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const people = await luotsi.query(`SELECT FROM identity.person WHERE email = $1`, [email]);
    expect(people).toHaveLength(1);
  });

  it('is for an account, too, once its owner has signed in', async () => {
    const aino = await luotsi.as('counsellor', country);
    const { email } = (await aino.get<Me>('/api/me')).body.profile;
    expect((await invite(coordinator, { email })).status).toBe(201);
    const token = await tokenTo(email);
    expect(await accept(luotsi.visitor(), { token, name: 'Aino', password })).toMatchObject({
      status: 409,
      body: { type: problem('invitation-needs-sign-in') },
    });
    const other = await luotsi.as('counsellor');
    expect(await accept(other, { token })).toMatchObject({
      status: 403,
      body: { type: problem('invitation-for-another') },
    });
    const answer = await accept(aino, { token });
    expect(answer.status).toBe(200);
    expect(answer.body.me.roles).toEqual([{ role: 'counsellor', scope: country }, coach]);
    expect(answer.body.me.profile).toMatchObject({ region: '19', confirmed: { region: true } });
  });

  it('asks a new person for a name and a password that is good enough', async () => {
    const email = address();
    await invite(coordinator, { email });
    const token = await tokenTo(email);
    expect(await accept(luotsi.visitor(), { token, name: 'Aino' })).toMatchObject({
      status: 422,
      body: { type: problem('invitation-needs-account') },
    });
    expect(
      await accept(luotsi.visitor(), { token, name: 'Aino', password: 'salasana' }),
    ).toMatchObject({
      status: 422,
      body: { type: problem('validation-failed'), errors: [{ pointer: '/password' }] },
    });
    const named = await accept(luotsi.visitor(), { token, name: 'x'.repeat(300), password });
    expect(named).toMatchObject({ status: 422, body: { errors: [{ pointer: '/name' }] } });
    expect((await accept(luotsi.visitor(), { token, name: 'Aino', password })).status).toBe(200);
  });

  it('gives no more than its sender may give when it is accepted', async () => {
    const sender = await luotsi.as('groupCoordinator', lapland);
    const email = address();
    await invite(sender, { email });
    await administrator.put(`/api/people/${sender.id ?? ''}/roles`, { roles: [] });
    const answer = await accept(luotsi.visitor(), {
      token: await tokenTo(email),
      name: 'Aino',
      password,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        leftOut: [coach],
        me: { roles: [{ role: 'counsellor', scope: country }], profile: { region: null } },
      },
    });
  });

  it('leaves a trace in the log without its address', async () => {
    const rows = await luotsi.query<{ action: string; facts: object }>(
      `SELECT action, facts FROM identity.audit_entry WHERE action LIKE 'invitation%'`,
    );
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set(['invitation-sent', 'invitation-accepted', 'invitation-withdrawn']),
    );
    expect(JSON.stringify(rows)).not.toContain('@');
  });
});
