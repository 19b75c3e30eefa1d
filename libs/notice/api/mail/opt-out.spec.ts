import type { NoticeSettings } from '@luotsi/notice/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { OptOutTokens } from './opt-out-token';

interface Choice extends ProblemDetails {
  readonly kinds: readonly { kind: string }[];
  readonly mail: boolean;
}
const form = 'application/x-www-form-urlencoded';

describe('opting out from a letter', () => {
  let luotsi: TestApp;
  let person: Actor;
  let token: string;
  const tokenFor = (...kinds: string[]) =>
    luotsi.app.get(OptOutTokens).make({ person: person.id ?? '', kinds });
  beforeAll(async () => {
    luotsi = await testApp();
  });
  beforeEach(async () => {
    person = await luotsi.as('counsellor');
    token = await tokenFor('enrolment-confirmed');
  });
  afterAll(() => luotsi.close());

  const click = (
    body = 'List-Unsubscribe=One-Click',
    type = form,
    more: Record<string, string> = {},
  ) =>
    luotsi
      .visitor()
      .post<ProblemDetails>(`/unsubscribe?token=${token}`, body, { 'content-type': type, ...more });
  const mailed = async () =>
    (await person.get<NoticeSettings>('/api/me/notice-settings')).body.kinds
      .filter(({ mail }) => mail)
      .map(({ kind }) => kind);

  it('is one click that a mail program sends for one (RFC 8058)', async () => {
    expect((await click()).status).toBe(204);
    const kinds = await mailed();
    expect(kinds).not.toContain('enrolment-confirmed');
    expect(kinds).toContain('enrolment-waitlisted');
    expect((await click()).status).toBe(204);
  });

  it('takes the click as multipart too, and from wherever it comes', async () => {
    const body =
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    const origin = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
    const answer = await click(body, 'multipart/form-data; boundary=x', origin);
    expect(answer.status).toBe(204);
    expect(await mailed()).not.toContain('enrolment-confirmed');
  });

  it.each([
    ['without the words', 'a=b', form, 422],
    ['with other words', 'List-Unsubscribe=Two-Clicks', form, 422],
    ['that is no form', '--', 'multipart/form-data; boundary=x', 400],
    ['of another type', 'List-Unsubscribe=One-Click', 'text/plain', 400],
  ])('is refused %s', async (_, body, type, status) => {
    expect((await click(body, type)).status).toBe(status);
    expect(await mailed()).toContain('enrolment-confirmed');
  });

  it('is asked for and taken back on the page that the letter’s link leads to', async () => {
    const visitor = luotsi.visitor();
    const asked = await visitor.get<Choice>(`/api/mail-choice?token=${token}`);
    expect(asked.body).toMatchObject({ kinds: [{ kind: 'enrolment-confirmed' }], mail: true });
    const off = await visitor.put<Choice>('/api/mail-choice', { token, mail: false });
    expect(off.body.mail).toBe(false);
    expect(await mailed()).not.toContain('enrolment-confirmed');
    const undone = await visitor.put<Choice>('/api/mail-choice', { token, mail: true });
    expect(undone.body.mail).toBe(true);
    expect(await mailed()).toContain('enrolment-confirmed');
  });

  it('has no hold on what is owed', async () => {
    token = await tokenFor('session-cancelled', 'enrolment-waitlisted');
    expect((await click()).status).toBe(204);
    const kinds = await mailed();
    expect(kinds).toContain('session-cancelled');
    expect(kinds).not.toContain('enrolment-waitlisted');
  });

  it('needs a token that is signed, for someone who is still there', async () => {
    const [about = '', signature = ''] = token.split('.');
    const other = Buffer.from(`${person.id ?? ''} session-moved`).toString('base64url');
    for (const wrong of ['x', `${other}.${signature}`, `${about}.AAAA`, about]) {
      token = wrong;
      expect((await click()).body.type).toBe('urn:luotsi:problem:opt-out-unknown');
    }
    person = { id: '00000000-0000-7000-8000-000000000000' } as Actor;
    token = await tokenFor('enrolment-confirmed');
    expect((await click()).status).toBe(404);
  });
});
