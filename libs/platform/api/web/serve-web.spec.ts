import { testApp, type TestApp } from '@testing';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const page = '<!doctype html><html lang="fi"><body><lu-root></lu-root></body></html>';

describe('the served web application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luotsi-web-'));
  let luotsi: TestApp;
  beforeAll(async () => {
    const web = join(folder, 'web');
    mkdirSync(web);
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(web, 'index.html'), page);
    writeFileSync(join(web, 'main-ABCD1234.js'), 'export {};');
    writeFileSync(join(web, 'mark.svg'), '<svg/>');
    luotsi = await testApp({ web, listen: true });
  });
  afterAll(async () => {
    await luotsi.close();
    rmSync(folder, { recursive: true });
  });

  /** Sends an address as it is: no client may tidy it up. */
  const raw = (path: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { hostname, port } = new URL(luotsi.address);
      request({ hostname, port, path }, (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      })
        .on('error', reject)
        .end();
    });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/mark.svg%00.txt',
    '//etc/hosts.conf',
    '/.hidden.js',
    '/nothing.js',
  ])('has nothing outside of its folder: %s', async (path) => {
    const { status, text } = await raw(path);
    expect([400, 404]).toContain(status);
    expect(text).toContain('urn:luotsi:problem:');
  });

  it('is one page at every address that is no file, in the visitor’s language', async () => {
    const visitor = luotsi.visitor();
    const { status, text, headers } = await visitor.get('/units/M1.3', { 'accept-language': 'sv' });
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(text).toContain('<html lang="sv"');
    const nonce = /ngCspNonce="([^"]+)"/.exec(text)?.[1];
    expect(headers['content-security-policy']).toContain(
      `style-src 'self' 'nonce-${nonce ?? '-'}'`,
    );
    expect((await visitor.get('/')).text).not.toContain(nonce);
  });

  it('lets files be kept for good when their name tells what they hold', async () => {
    const kept = async (path: string) =>
      (await luotsi.visitor().get(path)).headers['cache-control'];
    expect(await kept('/main-ABCD1234.js')).toBe('public, max-age=31536000, immutable');
    expect(await kept('/mark.svg')).toBe('no-cache');
  });

  it('keeps search engines away from pages that are given to few', async () => {
    const robots = async (path: string) =>
      (await luotsi.visitor().get(path)).headers['x-robots-tag'];
    expect(await robots('/verify/7Q2KM-01234-ABCDE-XYZ98')).toBe('noindex, nofollow');
    expect(await robots('/verify')).toBeUndefined();
    expect(await robots('/calendar')).toBeUndefined();
  });
});
