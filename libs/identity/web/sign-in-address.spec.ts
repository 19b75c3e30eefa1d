import fc from 'fast-check';
import { safeReturn, signInAddress } from './sign-in-address';

describe('where signing in leads back to', () => {
  it.each(['/calendar', '/sessions/1?tab=people#list', '/plans/2027'])('is the page %s', (page) => {
    expect(safeReturn(page)).toBe(page);
    expect(new URL(signInAddress(page), 'https://x').searchParams.get('returnTo')).toBe(page);
  });

  it.each([
    undefined,
    null,
    '',
    'calendar',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/..//elsewhere.example',
    '/%2e%2e//elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?returnTo=/calendar',
    '/api/me',
    '/feeds/calendar.ics',
  ])('is the front page instead of %p', (wished) => {
    expect(safeReturn(wished)).toBe('/');
  });

  it('never leaves the site, whatever is asked for', () => {
    const hostile = fc.array(
      fc.constantFrom('/', '\\', '.', '..', '%2f', '@', ':', '\n', 'x', '?', '#'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          hostile.map((parts) => `/${parts.join('')}`),
        ),
        (wished) => {
          const { origin } = new URL(safeReturn(wished), 'https://luotsi.example');
          expect(origin).toBe('https://luotsi.example');
        },
      ),
    );
  });
});
