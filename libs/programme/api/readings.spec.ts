import { languages, type Language } from '@luotsi/platform/model';
import { activityId, type Delivery } from './reference/delivery';
import delivered from './reference/programme.json' with { type: 'json' };
import { readings } from './reference/readings';

const units = (delivered as Delivery).programmes
  .flatMap((programme) => programme.modules)
  .flatMap((module) => module.units);
const inEveryLanguage = units.flatMap(({ id }) =>
  languages.map((language) => [id, language] as const),
);
const sourcesHeading: Record<Language, string> = { fi: 'Lähteet', sv: 'Källor', en: 'Sources' };

describe('the delivered readings', () => {
  it('are of the seven units of the national programme', () => {
    expect(units.map(({ id }) => id).sort()).toEqual(Object.keys(readings).sort());
  });

  it.each(inEveryLanguage)('%s in %s: 150 to 300 words, its sources named', (unit, language) => {
    const [body = '', sources = ''] = (readings[unit]?.[language] ?? '').split(
      `\n## ${sourcesHeading[language]}\n`,
    );
    const words = body.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(300);
    expect(sources.trim().split('\n').length).toBeGreaterThanOrEqual(1);
    expect(sources.trim()).toMatch(/^- /);
  });

  it('have the same sections in every language', () => {
    for (const texts of Object.values(readings)) {
      const shapes = languages.map((language) => texts[language].match(/^## |^- /gm)?.join(''));
      expect(new Set(shapes).size).toBe(1);
    }
  });

  it('have identifiers that are the same in every installation', () => {
    expect(activityId('M1.1', 'reading', 0)).toMatchInlineSnapshot(
      `"a3d73d57-6f8f-5974-b027-49bfa9864af5"`,
    );
  });
});

describe('the delivered programme', () => {
  it('has every text in every language', () => {
    const missing: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('fi' in value || 'sv' in value || 'en' in value) {
        const texts = value as Partial<Record<Language, string>>;
        for (const language of languages) {
          if (!texts[language]?.trim()) missing.push(`${path}.${language}`);
        }
      } else for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    walk(delivered, '');
    expect(missing).toEqual([]);
  });
});
