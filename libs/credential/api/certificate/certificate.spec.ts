import type { AttendanceFacts } from '@luotsi/credential/model';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { languages } from '@luotsi/platform/model';
import { writeFileSync } from 'node:fs';
import { certificate } from './certificate';
import { certificateWords } from './certificate-words';

const facts: AttendanceFacts = {
  name: 'Žofie Åström-Öhman',
  title: { fi: 'Kuulutukset & kokemukset <haltuun>', sv: '', en: '' },
  meetings: [
    // Either side of a clock change: nine o'clock both times.
    { start: '2027-03-27T07:00:00Z', end: '2027-03-27T10:30:00Z', timeZone: 'Europe/Helsinki' },
    { start: '2027-03-29T06:00:00Z', end: '2027-03-29T09:00:00Z', timeZone: 'Europe/Helsinki' },
  ],
  minutes: 390,
  organiser: { fi: 'Lapin ELO-ryhmä', sv: 'Lapplands ELO-grupp', en: 'ELO group of Lapland' },
  competences: [{ fi: 'Verkostojen kehittäminen', sv: 'Nätverk', en: 'Systems development' }],
};
const code = '7Q2KM-01234-ABCDE-XYZ98';
const address = `https://luotsi.example/verify/${code}`;
const paper = { facts, code, issuedAt: '2027-03-29T12:00:00.000Z' };

async function read(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  return {
    pages: document.numPages,
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    tree: JSON.stringify(await page.getStructTree()),
    links: await page.getAnnotations(),
    info: (await document.getMetadata()).info as Record<string, unknown>,
  };
}

describe('A certificate of attendance', () => {
  it('says who attended what, when, how long and by whom it was held', async () => {
    const { text, pages } = await read(await certificate(paper, address, 'fi'));
    expect(pages).toBe(1);
    for (const words of [
      'Todistus osallistumisesta',
      facts.name,
      facts.title.fi,
      '27.3.2027 klo 9.00–12.30',
      '29.3.2027 klo 9.00–12.00',
      '6 h 30 min',
      'Lapin ELO-ryhmä',
      'Verkostojen kehittäminen',
      code,
    ])
      expect(text).toContain(words);
  });

  it.each(languages)('is tagged, titled and leads to its verification in %s', async (language) => {
    const bytes = await certificate(paper, address, language);
    if (process.env['KEEP_PAPERS'])
      writeFileSync(`${process.env['KEEP_PAPERS']}-${language}.pdf`, bytes);
    const { tree, info, links, text } = await read(bytes);
    expect(info).toMatchObject({
      Language: language,
      Title: `${certificateWords[language].heading}: ${facts.name}`,
    });
    expect(tree).toMatch(/"role":"H1".*"role":"H2".*"role":"Figure"/);
    expect(tree).toContain(certificateWords[language].picture);
    expect(links).toMatchObject([{ url: address }]);
    expect(text).toContain({ fi: '6 h 30 min', sv: '6 tim 30 min', en: '6 hr 30 min' }[language]);
  });

  it('marks a title that isn’t in the language of the paper', async () => {
    const { tree } = await read(await certificate(paper, address, 'sv'));
    expect(tree).toContain('"lang":"fi"');
  });

  it('is the same each time it is downloaded', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => certificate(paper, address, 'en')));
    expect(one?.equals(other ?? Buffer.of())).toBe(true);
  });
});
