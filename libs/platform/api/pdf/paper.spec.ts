import { describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadPdf } from './load-pdf';
import { squareCode } from './square-code';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly Node[];
}

/** Reads a document back: its facts, the words of each page, the structure of the first. */
async function read(bytes: Buffer) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1);
      const { items } = await page.getTextContent();
      return {
        text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
        tree: (await page.getStructTree()) as Node,
        links: await page.getAnnotations(),
      };
    }),
  );
  const { info, metadata } = await document.getMetadata();
  return {
    info: info as Record<string, unknown>,
    metadata,
    // A map, whatever its types say.
    marks: (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>,
    pages,
    first: pages[0] as (typeof pages)[number],
  };
}

/** Roles of elements in the order they are read. */
function roles(node: Node): string[] {
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)];
}

function find(node: Node, role: string): Node[] {
  return [
    ...(node.role === role ? [node] : []),
    ...(node.children ?? []).flatMap((child) => find(child, role)),
  ];
}

const footer = (page: number, pages: number) => `Sivu ${page}/${pages}`;

describe('A paper', () => {
  it('is a tagged document with a language, a title that is shown and the mark of PDF/UA', async () => {
    const { Paper } = await loadPdf();
    const paper = new Paper({ title: 'Äiti & <Žuži> „ŋ”', language: 'fi' });
    const bytes = await paper.heading(1, 'Todistus').paragraph('Teksti').finish();
    const found = await read(bytes);
    expect(found.marks.get('Marked')).toBe(true);
    expect(found.info).toMatchObject({
      Title: 'Äiti & <Žuži> „ŋ”',
      Language: 'fi',
      PDFFormatVersion: '1.7',
    });
    expect(found.metadata.get('dc:title')).toBe('Äiti & <Žuži> „ŋ”');
    expect(found.metadata.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(bytes.toString('latin1')).toContain('/DisplayDocTitle true');
  });

  it('keeps the letters of Finnish, Swedish and Sámi as text that can be read out', async () => {
    const { Paper } = await loadPdf();
    const words = 'Åäö šž Čáŋđŧ – ”lainaus”';
    const { first } = await read(
      await new Paper({ title: 't', language: 'fi' }).paragraph(words).finish(),
    );
    expect(first.text).toContain(words);
  });

  it('names each piece by what it is, in the order it is read', async () => {
    const { Paper } = await loadPdf();
    const paper = new Paper({ title: 't', language: 'fi', footer })
      .heading(1, 'Otsikko')
      .paragraph('På svenska', { lang: 'sv' })
      .facts([{ name: 'Nimi', value: 'Aino' }])
      .rule()
      .table({ columns: [{ heading: 'Nimi', share: 1, namesRow: true }], rows: [['Aino']] })
      .figure({
        ...squareCode('https://luotsi.example/verify/x', 'Ruutukoodi'),
        beside: (paper) => paper.link('luotsi.example', 'https://luotsi.example/verify/x'),
      });
    const { first } = await read(await paper.finish());
    expect(roles(first.tree)).toEqual(
      'Root Document H1 P L LI Lbl LBody Table TR TH TR TH Figure P Link'.split(' '),
    );
    expect(find(first.tree, 'P')[0]?.lang).toBe('sv');
    expect(find(first.tree, 'Figure')[0]?.alt).toBe('Ruutukoodi');
    expect(first.links).toMatchObject([
      { url: 'https://luotsi.example/verify/x', contentsObj: { str: 'luotsi.example' } },
    ]);
  });

  it('repeats a table’s heading on each page for the eye, and numbers the pages', async () => {
    const { Paper } = await loadPdf();
    const rows = Array.from({ length: 60 }, (_, at) => [`Osallistuja ${at + 1}`, '']);
    const bytes = await new Paper({ title: 't', language: 'fi', footer })
      .table({
        columns: [
          { heading: 'Nimi', share: 2, namesRow: true },
          { heading: 'Allekirjoitus', share: 3 },
        ],
        rows,
        rowHeight: 28,
        grid: true,
      })
      .finish();
    const { pages } = await read(bytes);
    expect(pages).toHaveLength(3);
    pages.forEach(({ text }, at) => {
      expect(text).toContain('Allekirjoitus');
      expect(text).toContain(`Sivu ${at + 1}/3`);
    });
    for (const [name] of rows)
      expect(pages.filter(({ text }) => text.split(/ {2,}/).includes(name ?? ''))).toHaveLength(1);
    // Read out once only: what stands again on the other pages is no content.
    const cells = pages.flatMap(({ tree }) => find(tree, 'TH').map((cell) => JSON.stringify(cell)));
    expect(new Set(cells.filter((cell) => cell.includes('content'))).size).toBe(62);
  });

  it('gives the same bytes for the same content made at the same time', async () => {
    const { Paper } = await loadPdf();
    const make = () =>
      new Paper({ title: 't', language: 'sv', made: new Date('2027-03-27T07:00:00Z') })
        .paragraph('x')
        .finish();
    expect((await make()).equals(await make())).toBe(true);
  });
});
