import { globSync, readFileSync } from 'node:fs';

/** Every text of a file, by its key. */
function flat(texts: object, before = ''): [string, unknown][] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${before}${name}.`)
      : [[before + name, value] as [string, unknown]],
  );
}

function read(folder: string, language: string): Map<string, unknown> {
  return new Map(
    flat(JSON.parse(readFileSync(`${folder}/${language}.json`, 'utf8')) as Record<string, unknown>),
  );
}

/** What a text is filled with: `{{ name }}`. */
function facts(text: unknown): string[] {
  return [...String(text).matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? '').sort();
}

describe.each(globSync('libs/*/web/**/i18n'))('the texts in %s', (folder) => {
  const finnish = read(folder, 'fi');

  it.each(['sv', 'en'])('are all there in %s, with the same facts', (language) => {
    const other = read(folder, language);
    expect([...other.keys()].sort()).toEqual([...finnish.keys()].sort());
    for (const [key, text] of other) {
      expect([key, ...facts(text)]).toEqual([key, ...facts(finnish.get(key))]);
    }
  });

  it.each(['fi', 'sv', 'en'])('are none empty, and nobody shouts, in %s', (language) => {
    for (const [key, text] of read(folder, language)) {
      expect([key, text]).toEqual([key, expect.stringMatching(/\S/)]);
      expect([key, text]).toEqual([key, expect.not.stringContaining('!')]);
    }
  });
});
