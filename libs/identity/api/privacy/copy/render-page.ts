import { languages, locales, type Language, type Localised } from '@luotsi/platform/model';
import type { Collected, CopyContent } from './write-copy';

const texts = {
  fi: {
    title: 'Kaikki, mitä Luotsi tietää sinusta',
    made: 'Kooste tehtiin',
    same: 'Samat tiedot ovat ohjelmille tarkoitetussa JSON-tiedostossa tämän vieressä.',
    parts: 'Sisällys',
    nothing: 'Ei tietoja.',
    yes: 'kyllä',
    no: 'ei',
  },
  sv: {
    title: 'Allt som Lotsen vet om dig',
    made: 'Kopian gjordes',
    same: 'Samma uppgifter finns i JSON-filen bredvid, som är avsedd för program.',
    parts: 'Innehåll',
    nothing: 'Inga uppgifter.',
    yes: 'ja',
    no: 'nej',
  },
  en: {
    title: 'Everything that Luotsi knows about you',
    made: 'This copy was made on',
    same: 'The same is in the JSON file beside this one, for programs to read.',
    parts: 'Contents',
    nothing: 'Nothing is kept.',
    yes: 'yes',
    no: 'no',
  },
} satisfies Record<Language, unknown>;

const STYLE = `
  :root { color-scheme: light dark; --ink: #16262e; --paper: #fbfaf7; --line: #d8d4cb; --quiet: #56636a; --link: #0b5872 }
  @media (prefers-color-scheme: dark) { :root { --ink: #e6ecee; --paper: #0d171d; --line: #2c3a42; --quiet: #a5b1b8; --link: #86c7e0 } }
  body { font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; hyphens: auto }
  h1 { font-size: 1.9rem; line-height: 1.2 } h2 { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem } h3 { margin: 1.6rem 0 .4rem }
  a { color: var(--link) } .quiet { color: var(--quiet) }
  dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem; margin: 0 } dt { color: var(--quiet) } dd { margin: 0; white-space: pre-line }
  table { border-collapse: collapse; width: 100%; font-size: .95rem } th, td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); white-space: pre-line } th { color: var(--quiet); font-weight: 600 }
  .wide { overflow-x: auto } .record { padding: .8rem 0; border-bottom: 1px solid var(--line) }
  @media (max-width: 34rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }
  @media print { :root { color-scheme: light } h2 { break-after: avoid } }`;

/** A page for people: in their language, of itself alone, without scripts. */
export function renderPage({ name, at, language, collected }: CopyContent): string {
  const t = texts[language];
  const part = ({ slice, data, words }: Collected) => {
    const said = new Writer(language, words);
    const headings = Object.entries(data).map(
      ([key, value]) => `<h3>${said.word(key)}</h3>${said.section(value)}`,
    );
    return `<section><h2 id="${slice}">${said.word(slice)}</h2>${headings.join('')}</section>`;
  };
  const shown = collected.filter(({ data }) => Object.keys(data).length > 0);
  const links = shown.map(
    ({ slice, words }) =>
      `<li><a href="#${slice}">${new Writer(language, words).word(slice)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(t.title)}</title><style>${STYLE}</style></head>
<body><header><h1>${escape(t.title)}</h1>
<p>${escape(name)}</p>
<p class="quiet">${escape(t.made)} ${escape(moment(at, language))}. ${escape(t.same)}</p></header>
<nav aria-label="${escape(t.parts)}"><ul>${links.join('')}</ul></nav>
<main>${shown.map(part).join('\n')}</main></body></html>
`;
}

/** Writes values as people read them. */
class Writer {
  constructor(
    private readonly language: Language,
    private readonly words: Readonly<Record<string, Localised>>,
  ) {}

  word(key: string): string {
    return escape(this.words[key]?.[this.language] ?? key);
  }

  section(value: unknown): string {
    if (!Array.isArray(value)) return isRecord(value) ? this.record(value) : this.line(value);
    if (value.length === 0) return `<p class="quiet">${escape(texts[this.language].nothing)}</p>`;
    if (!value.every(isRecord)) return `<p>${this.list(value)}</p>`;
    const columns = [...new Set(value.flatMap((row) => Object.keys(row)))];
    const isFlat = value.every((row) => Object.values(row).every((cell) => !isDeep(cell)));
    return isFlat && columns.length <= 6 ? this.table(columns, value) : this.records(value);
  }

  private table(columns: readonly string[], rows: readonly Record<string, unknown>[]): string {
    const head = columns.map((column) => `<th scope="col">${this.word(column)}</th>`).join('');
    const body = rows.map(
      (row) =>
        `<tr>${columns.map((column) => `<td>${this.value(row[column])}</td>`).join('')}</tr>`,
    );
    return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
  }

  private records(rows: readonly Record<string, unknown>[]): string {
    return rows.map((row) => `<div class="record">${this.record(row)}</div>`).join('');
  }

  private record(record: Record<string, unknown>): string {
    const rows = Object.entries(record).map(([key, value]) => {
      const deep = isDeep(value) ? this.section(value) : this.value(value);
      return `<dt>${this.word(key)}</dt><dd>${deep}</dd>`;
    });
    return `<dl>${rows.join('')}</dl>`;
  }

  private line(value: unknown): string {
    return `<p>${this.value(value)}</p>`;
  }

  private list(values: readonly unknown[]): string {
    return values.map((value) => this.value(value)).join(', ');
  }

  private value(value: unknown): string {
    const t = texts[this.language];
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (typeof value === 'number')
      return value.toLocaleString(locales[this.language], { useGrouping: false });
    if (isLocalised(value)) return escape(inAny(value, this.language));
    if (Array.isArray(value)) return this.list(value);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return INSTANT.test(text) ? moment(new Date(text), this.language) : this.word(text);
  }
}

/** An instant as JSON has it; PostgreSQL writes the offset as `+00:00`. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/;

function moment(at: Date, language: Language): string {
  return at.toLocaleString(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isLocalised(value);

const isDeep = (value: unknown): boolean =>
  isRecord(value) || (Array.isArray(value) && value.some(isRecord));

function isLocalised(value: unknown): value is Localised {
  if (typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length === languages.length && languages.every((language) => keys.includes(language));
}

function inAny(texts: Localised, language: Language): string {
  return texts[language] || texts.fi || texts.sv || texts.en;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
