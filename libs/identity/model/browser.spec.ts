import { browserInWords, browserOf } from './browser';

const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const google = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0';

describe('what a sign-in is known by', () => {
  it.each([
    ['Firefox, Android', 'Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0'],
    ['Firefox, Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'],
    ['Chrome, Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${google} Safari/537.36`],
    ['Chrome, ChromeOS', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${google} Safari/537.36`],
    ['Edge, Windows', `Mozilla/5.0 (Windows NT 10.0; Win64) ${google} Safari/537.36 Edg/141.0`],
    ['Opera, Linux', `Mozilla/5.0 (X11; Linux x86_64) ${google} Safari/537.36 OPR/117.0.0.0`],
    [
      'Samsung Internet, Android',
      `Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0 Mobile`,
    ],
    [
      'Safari, macOS',
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.6 Safari/605.1.15`,
    ],
    [
      'Safari, iOS',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${apple} Version/18.6 Mobile/15E148 Safari/604.1`,
    ],
    [
      'Chrome, iOS',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${apple} CriOS/141.0 Mobile/15E148 Safari/604.1`,
    ],
  ])('is %s', (words, agent) => {
    expect(browserInWords(browserOf(agent))).toBe(words);
  });

  it.each([undefined, '', 'curl/8.5.0', 'x'.repeat(100_000)])('is nothing for %p', (agent) => {
    expect(browserInWords(browserOf(agent))).toBeNull();
  });
});
