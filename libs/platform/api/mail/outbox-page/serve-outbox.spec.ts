import { testApp, type TestApp } from '@testing';
import { Mail } from '../mail';

interface Items {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

describe('the outbox of a demonstration', () => {
  let luotsi: TestApp;
  const json = { accept: 'application/json' };
  beforeAll(async () => {
    luotsi = await testApp({ environment: { LUOTSI_DEMONSTRATION: 'true' } });
    const calendars = [{ method: 'REQUEST', uid: 'u1@luotsi', ics: 'BEGIN:VCALENDAR' }];
    await luotsi.database.transaction(async (manager) => {
      for (const [address, subject] of [
        ['first@example.fi', 'Ensimmäinen'],
        ['"<i>&"@example.fi', '<script>alert(1)</script>'],
      ] as const) {
        await luotsi.app.get(Mail).post(manager, {
          to: { name: '"><img src=x>', address },
          person: null,
          kind: 'test',
          language: 'fi',
          calendars,
          content: {
            subject,
            blocks: [{ type: 'action', label: 'Avaa', url: 'https://luotsi.example/a?b=1&c=2' }],
          },
        });
      }
    });
  });
  afterAll(() => luotsi.close());

  it('tells programs what was posted, the newest first, and nothing else', async () => {
    const { status, body } = await luotsi.visitor().get<Items>('/dev/outbox', json);
    expect(status).toBe(200);
    expect(body.items.map(({ to }) => to)).toEqual(['"<i>&"@example.fi', 'first@example.fi']);
    const [, first = {}] = body.items;
    expect(Object.keys(first)).toEqual(['id', 'to', 'subject', 'text', 'html', 'calendars', 'at']);
    expect(first).toMatchObject({
      subject: 'Ensimmäinen',
      calendars: [{ method: 'REQUEST', uid: 'u1@luotsi', ics: 'BEGIN:VCALENDAR' }],
    });
    expect(new Date(String(first['at'])).toISOString()).toBe(first['at']);
    const one = await luotsi.visitor().get<Items>('/dev/outbox?to=First@example.fi', json);
    expect(one.body.items).toHaveLength(1);
  });

  it('shows people the same, with nothing of a letter taken for the page', async () => {
    const { text, headers } = await luotsi.visitor().get('/dev/outbox');
    expect(headers['content-type']).toContain('text/html');
    expect(text).toContain('Ensimmäinen');
    expect(text).toContain('<a href="https://luotsi.example/a?b=1&#38;c=2">');
    expect(text).not.toMatch(/<script|<img|<i>|onload/);
    expect(headers['content-security-policy']).toMatch(
      /script-src 'self'.*style-src 'self' 'nonce-/,
    );
    const id = /src="(\/dev\/outbox\/[^"]+)"/.exec(text)?.[1] ?? '';
    const letter = await luotsi.visitor().get(id);
    expect(letter.text).toContain('<!doctype html>');
    expect(letter.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect(letter.headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  it.each([
    { host: 'evil.example' },
    { host: 'localhost.evil.example:3000' },
    { 'x-forwarded-for': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
  ])('is not there for others: %j', async (headers) => {
    expect((await luotsi.visitor().get('/dev/outbox', { ...json, ...headers })).status).toBe(404);
  });

  it('is not there for a letter that is not', async () => {
    for (const id of ['00000000-0000-7000-8000-000000000000', 'x', '%27'])
      expect((await luotsi.visitor().get(`/dev/outbox/${id}`)).status).toBe(404);
  });

  it('is not there at all where nothing is a demonstration', async () => {
    const other = await testApp();
    try {
      expect((await other.visitor().get('/dev/outbox', json)).status).toBe(404);
    } finally {
      await other.close();
    }
  });
});
