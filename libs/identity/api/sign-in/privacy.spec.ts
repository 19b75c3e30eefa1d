import { jest } from '@jest/globals';
import { testApp, type TestApp } from '@testing';

describe('the log', () => {
  let luotsi: TestApp;
  const written: string[] = [];

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((text) => {
        written.push(String(text));
        return true;
      });
    }
    luotsi = await testApp({ demonstration: true, environment: { LOG_LEVEL: 'debug' } });
  });
  afterAll(async () => {
    await luotsi.close();
    jest.restoreAllMocks();
  });

  it('says nothing about who signs in, who fails to, and with what', async () => {
    const actor = luotsi.visitor();
    const email = 'coach1@demo.luotsi.example';
    await actor.signIn(email, 'a-secret-guess');
    await luotsi.visitor().signIn('somebody@example.org', 'a-secret-guess');
    await actor.signIn(email, 'luotsi-demo-2027');
    // A table that fails under better-auth is the worst that can happen: its fault quotes values.
    await luotsi.query(`ALTER TABLE identity.session RENAME TO session_gone`);
    const broken = await luotsi.visitor().signIn(email, 'luotsi-demo-2027');
    await luotsi.query(`ALTER TABLE identity.session_gone RENAME TO session`);
    expect(broken.status).toBe(500);

    const log = written.join('');
    expect(log).toContain('"fault"');
    for (const personal of [
      'coach1',
      'somebody',
      'a-secret-guess',
      'luotsi-demo-2027',
      'Johanna',
      actor.cookie.split('=')[1] ?? 'no cookie',
    ]) {
      expect(log).not.toContain(personal);
    }
  });
});
