import { testApp, type TestApp } from '@testing';

describe('every answer', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp({ environment: { LUOTSI_ORIGIN: 'https://luotsi.example' } });
  });
  afterAll(() => luotsi.close());

  it.each(['/api/service', '/api/me', '/api/nothing-here', '/health/live', '/feeds/nothing'])(
    'carries the security headers: %s',
    async (path) => {
      const { headers } = await luotsi.visitor().get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  it('allows no script but our own files, nothing inline, no frame and no other host', async () => {
    const { headers } = await luotsi.visitor().get('/api/service');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('to TRACE is that no address knows it: no header comes back', async () => {
    const answer = await luotsi.app.inject({
      method: 'TRACE',
      url: '/api/me',
      headers: { 'x-secret': 'hush' },
    });
    expect(answer.statusCode).toBe(405);
    expect(answer.body).not.toContain('hush');
  });

  it.each([
    ['https://luotsi.example', 401],
    ['https://elsewhere.example', 403],
    ['https://luotsi.example.elsewhere.example', 403],
    ['http://luotsi.example', 403],
    ['null', 403],
  ])('to a page of %s that wants to write is %i', async (origin, status) => {
    const answer = await luotsi.visitor().patch('/api/me', { language: 'fi' }, { origin });
    expect(answer.status).toBe(status);
  });

  it('to a page of elsewhere that hides where it is from is refused, too', async () => {
    const write = async (site: string) =>
      (await luotsi.visitor().patch('/api/me', { language: 'fi' }, { 'sec-fetch-site': site }))
        .status;
    expect(await write('cross-site')).toBe(403);
    expect(await write('same-origin')).toBe(401);
  });

  it('lets pages of this machine write where no public address is set', async () => {
    const local = await testApp({ environment: { PORT: '4321' } });
    const write = async (origin: string) =>
      (await local.visitor().patch('/api/me', { language: 'fi' }, { origin })).status;
    expect(await write('http://localhost:4321')).toBe(401);
    expect(await write('http://127.0.0.1:4321')).toBe(401);
    expect(await write('http://localhost:4322')).toBe(403);
    await local.close();
  });
});
