import en from './en.json';
import fi from './fi.json';
import sv from './sv.json';

/** Every text by its key, `own.kept.one`, with the facts that it is filled with. */
function flat(texts: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flat(value as object, `${prefix}${key}.`)),
    ),
  );
}
const facts = (text: string) => (text.match(/{{ \w+ }}/g) ?? []).sort().join();

describe('the programme’s texts', () => {
  it.each([
    ['Swedish', sv],
    ['English', en],
  ])('are complete in %s, with the same facts as in Finnish', (_, texts) => {
    const finnish = flat(fi);
    const others = flat(texts);
    expect(Object.keys(others)).toEqual(Object.keys(finnish));
    for (const [key, text] of Object.entries(others)) {
      expect([key, facts(text)]).toEqual([key, facts(finnish[key] ?? '')]);
      expect(text.trim()).not.toBe('');
    }
  });

  it('never shout', () => {
    for (const texts of [fi, sv, en]) expect(Object.values(flat(texts)).join()).not.toContain('!');
  });
});
