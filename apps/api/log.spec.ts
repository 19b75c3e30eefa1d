import { jest } from '@jest/globals';
import type { Me } from '@luotsi/identity/model';
import { testApp, type TestApp } from '@testing';

/** What must never be found in the log, whatever is done here with it. */
const personal = {
  name: 'Hilkka Merenkulkija',
  email: 'hilkka.merenkulkija@example.org',
  password: 'a quite long phrase at sea',
  otherPassword: 'another quite long phrase',
  search: 'Merenkulkija Kotkasta',
  message: 'Näkövammani vuoksi',
};

describe('the log of everything that the service does', () => {
  let luotsi: TestApp;
  const written: string[] = [];

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => {
        written.push(String(text));
        return true;
      });
    }
    luotsi = await testApp({
      environment: {
        LOG_LEVEL: 'debug',
        SMTP_URL: 'smtp://127.0.0.1:9',
        LUOTSI_OIDC: JSON.stringify([
          { id: 'down', name: 'Down', issuer: 'http://127.0.0.1:9', clientId: 'x' },
        ]),
      },
    });
  });
  afterAll(async () => {
    await luotsi.close();
    jest.restoreAllMocks();
  });

  const linkOf = async (kind: RegExp) => {
    const letters = await luotsi.letters(personal.email);
    const link = letters.map((letter) => letter.link ?? '').find((one) => kind.test(one)) ?? '';
    return new URL(link).searchParams.get('token') ?? '';
  };

  it('has neither names, addresses, words, links nor secrets in it', async () => {
    const actor = luotsi.visitor();
    const { email, name, password } = personal;
    const secrets: string[] = [];

    // Registering, with a link; the link also stands in an address.
    await actor.post('/api/auth/sign-up/email', { name, email, password, language: 'fi' });
    const verify = await linkOf(/verify-email/);
    secrets.push(verify);
    await actor.get(`/verify-email?token=${verify}`);
    await actor.post('/api/auth/verify-email', { token: verify, password });
    await actor.post('/api/auth/verify-email', { token: verify, password });
    expect((await actor.get<Me>('/api/me')).body.name).toBe(name);

    // A new password, by a link, too.
    await luotsi.visitor().post('/api/auth/request-password-reset', { email, language: 'fi' });
    const reset = await linkOf(/reset-password/);
    secrets.push(reset);
    await luotsi.visitor().get(`/reset-password?token=${reset}`);
    const body = { token: reset, password: personal.otherPassword };
    expect((await luotsi.visitor().post('/api/auth/reset-password', body)).status).toBe(200);
    await luotsi.visitor().signIn(email, 'a wrong one');
    expect((await actor.signIn(email, personal.otherPassword)).status).toBe(200);
    secrets.push(actor.cookie.split('=')[1]?.split('.')[0] ?? '');

    // A feed whose address is its key.
    const feed = await actor.get<{ address: string }>('/api/me/feed');
    const address = JSON.stringify(feed.body);
    const secret = /personal\/([\w-]+)\.ics/.exec(address)?.[1] ?? '';
    secrets.push(secret);
    await luotsi.visitor().get(`/feeds/personal/${secret}.ics?lang=sv`);
    await luotsi.visitor().get(`/feeds/personal/${secret}.ics?lang=sv`);

    // What people search for and tell, and a provider that is down.
    await actor.get(`/api/sessions?q=${encodeURIComponent(personal.search)}`);
    await actor.get(`/api/people?q=${encodeURIComponent(personal.search)}`);
    const told = { message: personal.message, contact: email };
    await luotsi.visitor().post('/api/accessibility-feedback', told);
    await actor.post('/api/auth/providers/down/sign-in', { returnTo: `/my?who=${email}` });

    // Faults whose own words quote what they were about.
    await luotsi.query(`ALTER TABLE identity.accessibility_feedback RENAME TO gone`);
    expect((await luotsi.visitor().post('/api/accessibility-feedback', told)).status).toBe(500);
    await luotsi.query(`ALTER TABLE identity.gone RENAME TO accessibility_feedback`);
    await luotsi.query(
      `ALTER TABLE identity.accessibility_feedback ADD CONSTRAINT none CHECK (message = '')
       NOT VALID`,
    );
    expect((await luotsi.visitor().post('/api/accessibility-feedback', told)).status).toBe(500);
    await luotsi.doJobs();

    const log = written.join('');
    expect(log).toContain('"route":"/feeds/personal/{secret}.ics"');
    expect(log).toContain('"fault"');
    expect(secrets.every((one) => one.length >= 20)).toBe(true);
    for (const never of [...Object.values(personal), ...secrets, 'Hilkka', 'hilkka', 'Kotka'])
      expect([never, log.includes(never)]).toEqual([never, false]);
    expect(log).not.toMatch(/token=|[\w.]+@[\w.]+\.\w/);
  });
});
