import { ink, margins, size } from './ink';
import { artifact, type ElementMarks } from './sheet';

/** A column: its heading, its share of the width, where its cells are aligned. */
export interface PaperColumn {
  readonly heading: string;
  /** Shares are relative to each other. */
  readonly share: number;
  readonly align?: 'left' | 'right';
  /** Its cells name their rows for screen readers. */
  readonly namesRow?: boolean;
}

/** Rows of texts under headings; an empty text leaves room to write by hand. */
export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly string[])[];
  /** At least this high, in points: rows to sign want 28. */
  readonly rowHeight?: number;
  /** With lines between columns, for what is filled in by hand. */
  readonly grid?: boolean;
}

interface Cell {
  readonly tag: 'TH' | 'TD';
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly strong: boolean;
  readonly scope?: 'Column' | 'Row';
}

const PADDING = { x: 6, y: 5 };

/** Draws a table from `document.y` down, tagging `element`; the heading is repeated untagged on each page. */
export function drawTable(
  document: PDFKit.PDFDocument,
  element: PDFKit.PDFStructureElement,
  table: PaperTable,
  place: { readonly left: number; readonly width: number },
): void {
  const all = table.columns.reduce((sum, { share }) => sum + share, 0);
  const edges = [place.left];
  for (const { share } of table.columns)
    edges.push((edges.at(-1) ?? place.left) + (place.width * share) / all);
  const cells = (texts: readonly string[], head: boolean): Cell[] =>
    table.columns.map((column, at) => ({
      tag: head || column.namesRow ? 'TH' : 'TD',
      text: texts[at] ?? '',
      x: edges[at] ?? 0,
      width: (edges[at + 1] ?? 0) - (edges[at] ?? 0),
      align: column.align ?? 'left',
      strong: head,
      ...(head ? { scope: 'Column' } : column.namesRow ? { scope: 'Row' } : {}),
    }));
  const lines = (top: number, tall: number): void =>
    artifact(document, () => rulings(document, edges, top, tall, table.grid ?? false));

  const heading = cells(
    table.columns.map((column) => column.heading),
    true,
  );
  const head = height(document, heading, 0);
  const draw = (row: Cell[], tall: number): void => {
    const top = document.y;
    lines(top, tall);
    element.add(tagged(document, row, top));
    document.y = top + tall;
  };

  const foot = (): number => document.page.height - margins.bottom;
  if (document.y + head + (table.rowHeight ?? 24) > foot()) document.continueOnNewPage();
  draw(heading, head);
  for (const texts of table.rows) {
    const row = cells(texts, false);
    const tall = height(document, row, table.rowHeight ?? 0);
    if (document.y + tall > foot()) {
      document.continueOnNewPage();
      const top = document.y;
      lines(top, head);
      artifact(document, () => heading.forEach((cell) => write(document, cell, top)), 'Pagination');
      document.y = top + head;
    }
    draw(row, tall);
  }
}

function height(document: PDFKit.PDFDocument, row: readonly Cell[], least: number): number {
  const tallest = row.map((cell) => {
    style(document, cell);
    return document.heightOfString(cell.text || ' ', { width: cell.width - 2 * PADDING.x });
  });
  return Math.max(least, ...tallest.map((tall) => tall + 2 * PADDING.y));
}

function tagged(
  document: PDFKit.PDFDocument,
  row: readonly Cell[],
  top: number,
): PDFKit.PDFStructureElement {
  const cells = row.map((cell) => {
    const marks: ElementMarks = cell.scope ? { scope: cell.scope } : {};
    return document.struct(cell.tag, marks, () => write(document, cell, top));
  });
  return document.struct('TR', {}, cells);
}

function write(document: PDFKit.PDFDocument, cell: Cell, top: number): void {
  style(document, cell);
  document.text(cell.text, cell.x + PADDING.x, top + PADDING.y, {
    width: cell.width - 2 * PADDING.x,
    align: cell.align,
  });
}

function style(document: PDFKit.PDFDocument, { strong }: Cell): void {
  document
    .font(strong ? 'strong' : 'text')
    .fontSize(size.text - 1)
    .fillColor(ink.text);
}

function rulings(
  document: PDFKit.PDFDocument,
  edges: readonly number[],
  top: number,
  tall: number,
  grid: boolean,
): void {
  const [left, right] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  document.lineWidth(0.5);
  document
    .moveTo(left, top + tall)
    .lineTo(right, top + tall)
    .stroke(ink.line);
  if (!grid) return;
  document.moveTo(left, top).lineTo(right, top).stroke(ink.line);
  for (const x of edges)
    document
      .moveTo(x, top)
      .lineTo(x, top + tall)
      .stroke(ink.line);
}
