import type { Language } from '@luotsi/platform/model';
import PDFDocument from 'pdfkit';
import { fonts } from './fonts';
import { ink, margins, size } from './ink';
import { pdfText } from './pdf-text';

/** What a document is, before anything stands on it. */
export interface PaperOptions {
  /** Named by the reader's window and read out first. */
  readonly title: string;
  readonly language: Language;
  readonly layout?: 'portrait' | 'landscape';
  /** At the foot of every page: "Sivu 1/3". Pages count from 1. */
  readonly footer?: (page: number, pages: number) => string;
  /** When it was made; with it the same content gives the same bytes. */
  readonly made?: Date;
}

/**
 * An empty A4 document: PDF 1.7, tagged and marked as PDF/UA-1 (ISO 14289-1), with its language, its
 * title shown and our own letters embedded.
 */
export function blankDocument(options: PaperOptions): PDFKit.PDFDocument {
  const info = {
    Title: pdfText(options.title),
    Creator: 'Luotsi',
    CreationDate: options.made ?? new Date(),
  };
  const setting: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    layout: options.layout ?? 'portrait',
    margins: { ...margins },
    pdfVersion: '1.7',
    tagged: true,
    lang: options.language,
    displayTitle: true,
    bufferPages: true,
    font: fonts.text,
    info,
  };
  // pdfkit's own word for it, which its types don't know yet.
  const document = new PDFDocument(Object.assign(setting, { subset: 'PDF/UA' }));
  document.registerFont('text', fonts.text).registerFont('strong', fonts.strong);
  return document.font('text').fontSize(size.text).fillColor(ink.text);
}

/** What an element of the structure says besides its name: pdfkit knows two more than its types do. */
export interface ElementMarks extends PDFKit.Mixins.StructureElementOptions {
  readonly scope?: 'Column' | 'Row';
  /** Left, top, right, bottom of a figure on its page. */
  readonly bbox?: readonly [number, number, number, number];
}

/** Draws what is no content: lines, page numbers, repeated headings. It isn't read out. */
export function artifact(
  document: PDFKit.PDFDocument,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  document.markContent('Artifact', { type });
  draw();
  document.endMarkedContent();
}

/** Puts the footer on every page, below the margin of the text. */
export function footers(
  document: PDFKit.PDFDocument,
  footer: (page: number, pages: number) => string,
): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    document.switchToPage(start + page);
    const { width, height } = document.page;
    // Otherwise pdfkit takes a text this low for one that needs another page.
    document.page.margins.bottom = 0;
    artifact(
      document,
      () =>
        document
          .font('text')
          .fontSize(size.small)
          .fillColor(ink.quiet)
          .text(footer(page + 1, count), margins.left, height - 40, {
            width: width - margins.left - margins.right,
            lineBreak: false,
          }),
      'Pagination',
    );
  }
}
