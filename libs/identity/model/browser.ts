/** What a sign-in is recognised by in the list of one's own: kinds, never versions or models. */
export const browsers = [
  'firefox',
  'chrome',
  'edge',
  'safari',
  'opera',
  'samsung',
  'other',
] as const;
export const systems = ['windows', 'mac', 'linux', 'chromeos', 'android', 'ios', 'other'] as const;

/** The kind of browser and of system that someone signed in with. */
export interface BrowserKind {
  readonly browser: (typeof browsers)[number];
  readonly system: (typeof systems)[number];
}

/** In this order: browsers built on another also name it. */
const browserSigns: readonly (readonly [BrowserKind['browser'], RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\b(?:OPR|OPT|OPiOS|Opera)\b/],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['safari', /\bVersion\/[\d.]+ .*Safari\//],
];

const systemSigns: readonly (readonly [BrowserKind['system'], RegExp])[] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['chromeos', /\bCrOS\b/],
  ['mac', /\bMac OS X\b|\bMacintosh\b/],
  ['linux', /\bLinux\b|\bX11\b/],
];

/** The kind of browser and system that a `User-Agent` header names. */
export function browserOf(userAgent: string | undefined): BrowserKind {
  // Whatever is longer is no browser's.
  const agent = (userAgent ?? '').slice(0, 512);
  const kindIn = <Kind extends string>(signs: readonly (readonly [Kind, RegExp])[]) =>
    signs.find(([, sign]) => sign.test(agent))?.[0];
  return { browser: kindIn(browserSigns) ?? 'other', system: kindIn(systemSigns) ?? 'other' };
}

const browserNames: Readonly<Record<Exclude<BrowserKind['browser'], 'other'>, string>> = {
  firefox: 'Firefox',
  chrome: 'Chrome',
  edge: 'Edge',
  safari: 'Safari',
  opera: 'Opera',
  samsung: 'Samsung Internet',
};
const systemNames: Readonly<Record<Exclude<BrowserKind['system'], 'other'>, string>> = {
  windows: 'Windows',
  mac: 'macOS',
  linux: 'Linux',
  chromeos: 'ChromeOS',
  android: 'Android',
  ios: 'iOS',
};

/** The kind in words: `Firefox, Android`; null when nothing is known of it. */
export function browserInWords({ browser, system }: BrowserKind): string | null {
  const names = [
    ...(browser === 'other' ? [] : [browserNames[browser]]),
    ...(system === 'other' ? [] : [systemNames[system]]),
  ];
  return names.length === 0 ? null : names.join(', ');
}
