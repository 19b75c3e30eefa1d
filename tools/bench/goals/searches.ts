import { finnishStems, wordsOf } from '../../../libs/calendar/model/finnish-stem.ts';

/** A search as a person asks for it. */
export interface Search {
  readonly words: string;
  readonly theme?: string;
  readonly language?: string;
  readonly form?: string;
  readonly region?: string;
  /** Only what begins after this, ISO 8601. */
  readonly after?: string;
  readonly limit: number;
}

/** A plain statement's part that finds the same: for the yardstick. */
export interface PlainSearch {
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
  readonly limit: number;
}

/** The smallest id: a cursor before every session of its instant. */
const FIRST_ID = '00000000-0000-7000-8000-000000000000';

/** Where the product answers it. */
export function pathOf({ words, after, ...rest }: Search): string {
  const query = new URLSearchParams({ q: words });
  for (const [name, value] of Object.entries(rest)) query.set(name, String(value));
  if (after) query.set('cursor', Buffer.from(`${after} ${FIRST_ID}`).toString('base64url'));
  return `/api/sessions?${query.toString()}`;
}

/** The conditions that anyone would write down first, each as it stands. */
export function plainSearch(search: Search): PlainSearch {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${String(values.push(value))}`;
  const words = wordsOf(search.words).map((word) => {
    const beginning = add(`'${word}':*`);
    const stems = finnishStems(word).map((stem) => `'~${stem}'${stem.length >= 5 ? ':*' : ''}`);
    return `(${beginning}::text::tsquery || ${add(stems.join(' | '))}::text::tsquery
      || to_tsquery('swedish', ${beginning}) || to_tsquery('english', ${beginning}))`;
  });
  const conditions = [
    `s.search @@ (${words.join(' && ')})`,
    `s.first_start >= ${search.after ? `${add(search.after)}::timestamptz` : 'now()'}`,
  ];
  const { theme, form, language, region } = search;
  if (theme) conditions.push(`s.theme_id = ${add(theme)}`);
  if (form) conditions.push(`s.form = ${add(form)}`);
  if (language) conditions.push(`${add(language)} = ANY (s.languages)`);
  if (region) {
    conditions.push(`(EXISTS (SELECT FROM calendar.session_region r
        WHERE r.session_id = s.id AND r.code = ${add(region)})
      OR NOT EXISTS (SELECT FROM calendar.session_region r WHERE r.session_id = s.id))`);
  }
  return { conditions, values, limit: search.limit };
}
