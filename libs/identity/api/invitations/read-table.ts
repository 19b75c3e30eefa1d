import { ProblemException } from '@luotsi/platform/api';
import { CsvError, parse } from 'csv-parse/sync';

/** The columns that a file of invitations may have. */
export type Column =
  'email' | 'name' | 'firstName' | 'lastName' | 'language' | 'role' | 'region' | 'group';

/** A line of a file: where it stands, and its cells by column. */
export interface TableLine {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** What a file says. */
export interface Table {
  readonly lines: readonly TableLine[];
  /** Headings that mean nothing here. */
  readonly unknownColumns: readonly string[];
}

/** So many lines are read at most. */
export const MOST_LINES = 5_000;

const headings: Readonly<Record<Column, readonly string[]>> = {
  email: [
    'email',
    'mail',
    'sahkoposti',
    'sahkopostiosoite',
    'epost',
    'epostadress',
    'emailaddress',
  ],
  name: ['name', 'nimi', 'namn'],
  firstName: ['firstname', 'givenname', 'etunimi', 'fornamn'],
  lastName: ['lastname', 'surname', 'familyname', 'sukunimi', 'efternamn'],
  language: ['language', 'kieli', 'sprak', 'asiointikieli'],
  role: ['role', 'rooli', 'roll'],
  region: ['region', 'maakunta', 'alue', 'landskap'],
  group: ['group', 'ryhma', 'grupp'],
};

/**
 * Reads a CSV file as spreadsheets write it: UTF-8 with or without BOM, UTF-16 or Windows-1252;
 * commas, semicolons or tabs between cells; headings in Finnish, Swedish or English.
 * @throws ProblemException `csv-unreadable`, `csv-without-email`, `csv-empty`, `csv-too-long`
 */
export function readTable(file: Uint8Array): Table {
  const [first, ...rows] = parseRows(textOf(file));
  if (!first) throw new ProblemException('csv-empty');
  const columns = first.cells.map(columnOf);
  if (!columns.includes('email')) throw new ProblemException('csv-without-email');
  if (rows.length === 0) throw new ProblemException('csv-empty');
  if (rows.length > MOST_LINES) throw new ProblemException('csv-too-long', { most: MOST_LINES });
  return {
    lines: rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        columns.flatMap((column, place) =>
          column && cells[place] ? [[column, cells[place]] as const] : [],
        ),
      ),
    })),
    unknownColumns: first.cells.filter((heading, place) => heading !== '' && !columns[place]),
  };
}

/** A text without its accents, capitals and signs: `E-postadress` → `epostadress`. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function columnOf(heading: string): Column | undefined {
  const word = folded(heading);
  return (Object.keys(headings) as Column[]).find((column) => headings[column].includes(word));
}

function parseRows(text: string): { line: number; cells: string[] }[] {
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return rows
      .map(({ info, record }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    throw new ProblemException('csv-unreadable', { line: Number(fault.lines ?? 1) });
  }
}

/** Whatever there is most of in the headings. */
function delimiterOf(text: string): string {
  const [headingLine = ''] = text.split(/\r?\n|\r/, 1);
  const count = (sign: string) => headingLine.split(sign).length;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function textOf(file: Uint8Array): string {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}
