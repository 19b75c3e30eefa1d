import { ProblemException } from '@luotsi/platform/api';
import { readTable } from './read-table';

const utf8 = (text: string) => Buffer.from(text);
/** Windows-1252 is Latin-1 for these letters. */
const windows = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

function problemOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (fault) {
    return (fault as ProblemException).problem;
  }
}

describe('a file of invitations', () => {
  const expected = [
    { line: 2, cells: { email: 'asa@skola.example', name: 'Åsa Öhman', role: 'Coach' } },
  ];

  it.each([
    ['commas', utf8('email,name,role\nasa@skola.example,Åsa Öhman,Coach\n')],
    [
      'a BOM and semicolons',
      utf8('\ufeffSähköposti;Nimi;Rooli\r\nasa@skola.example;Åsa Öhman;Coach'),
    ],
    ['tabs', utf8('E-postadress\tNamn\tRoll\nasa@skola.example\tÅsa Öhman\tCoach')],
    ['Windows-1252', windows('Sähköposti;Nimi;Rooli\r\nasa@skola.example;Åsa Öhman;Coach\r\n')],
    ['UTF-16', utf16('E-mail\tName\tRole\r\nasa@skola.example\tÅsa Öhman\tCoach\r\n')],
    ['quotation marks', utf8('email,name,role\n"asa@skola.example","Åsa Öhman","Coach"')],
    [
      'padding and empty lines',
      utf8('email ; name;role\n\n asa@skola.example ;Åsa Öhman; Coach\n;;\n').subarray(0),
    ],
  ])('is read with %s', (name, file) => {
    const line = name.startsWith('padding') ? 3 : 2;
    expect(readTable(file).lines).toEqual([{ ...expected[0], line }]);
  });

  it('may have the name in two columns, and cells with signs and lines in them', () => {
    const { lines } = readTable(
      utf8('Etunimi;Sukunimi;Sähköpostiosoite\n"Aino ""A""";"Ärö;lä";aino@koulu.example\n'),
    );
    expect(lines[0]?.cells).toEqual({
      firstName: 'Aino "A"',
      lastName: 'Ärö;lä',
      email: 'aino@koulu.example',
    });
  });

  it('tells which headings mean nothing', () => {
    const { unknownColumns } = readTable(utf8('email;Kengännumero;name;\na@b.example;42;A;x'));
    expect(unknownColumns).toEqual(['Kengännumero']);
  });

  it('takes lines that are shorter or longer than the headings', () => {
    const { lines } = readTable(utf8('email;name\na@b.example\nc@d.example;C;more'));
    expect(lines.map(({ cells }) => cells)).toEqual([
      { email: 'a@b.example' },
      { email: 'c@d.example', name: 'C' },
    ]);
  });

  it.each([
    ['csv-empty', ''],
    ['csv-empty', 'email;name\n'],
    ['csv-without-email', 'nimi;rooli\nAino;coach'],
    ['csv-unreadable', 'email;name\na@b.example;"Aino'],
    ['csv-too-long', `email\n${'a@b.example\n'.repeat(5_001)}`],
  ])('is refused as %s', (problem, text) => {
    expect(problemOf(() => readTable(utf8(text)))).toBe(problem);
  });

  it('may be anything at all without being more than refused', () => {
    const file = Buffer.from(Array.from({ length: 5_000 }, (_, place) => (place * 131) % 256));
    expect(problemOf(() => readTable(file))).toMatch(/^csv-/);
  });
});
