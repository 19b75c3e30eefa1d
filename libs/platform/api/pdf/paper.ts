import { buffer } from 'node:stream/consumers';
import { ink, margins, size } from './ink';
import { pdfText } from './pdf-text';
import { drawTable, type PaperTable } from './paper-table';
import { artifact, blankDocument, footers, type ElementMarks, type PaperOptions } from './sheet';

type Element = PDFKit.PDFStructureElement;

/** pdfkit ties a link to its element by a member that its types don't name. */
interface LinkMarks extends PDFKit.Mixins.AnnotationOption {
  readonly structParent: Element;
}

/** How a text stands on paper. */
export interface TextStyle {
  readonly size?: number;
  readonly strong?: boolean;
  readonly quiet?: boolean;
  /** Where it is in another language than the document. */
  readonly lang?: string;
}

/** A picture with the words for those who don't see it; `beside` writes to the right of it. */
export interface PaperFigure {
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly draw: (document: PDFKit.PDFDocument, x: number, y: number) => void;
  readonly beside?: (paper: Paper) => void;
}

/**
 * A document that flows down A4 pages, each piece tagged for screen readers as it is written, in the
 * order it is read. All lengths are points.
 *
 * @example new Paper({ title, language: 'fi' }).heading(1, title).paragraph(text).finish()
 */
export class Paper {
  private readonly document: PDFKit.PDFDocument;
  private readonly root: Element;
  private indent = 0;

  constructor(private readonly options: PaperOptions) {
    this.document = blankDocument(options);
    this.root = this.document.struct('Document', { title: options.title, lang: options.language });
    this.document.addStructure(this.root);
  }

  /** A heading; it never stands alone at the end of a page. */
  heading(level: 1 | 2 | 3, text: string, style: TextStyle = {}): this {
    this.room(size[level] * 1.3 + 3 * size.text);
    const own = { size: size[level], strong: true, ...style };
    return this.write(`H${level}`, text, own, level === 1 ? ink.fairway : ink.text).gap(4);
  }

  paragraph(text: string, style: TextStyle = {}): this {
    return this.write('P', text, style).gap(6);
  }

  /** A paragraph that is a link. */
  link(text: string, href: string): this {
    const { document, left, width } = this;
    this.room(size.text * 2);
    const link = document.struct('Link', { alt: text }, () => {
      this.style({}, ink.fairway);
      const top = document.y;
      document.text(text, left, top, { width, underline: true });
      const marks: LinkMarks = { structParent: link, Contents: pdfText(text) };
      document.link(left, top, width, document.y - top, href, marks);
    });
    this.add('P', [link]);
    return this.gap(6);
  }

  /** Names and values side by side, read as a list of pairs. */
  facts(facts: readonly { readonly name: string; readonly value: string }[]): this {
    const { document, left, width } = this;
    const first = { width: Math.min(150, width * 0.32) };
    const rest = { width: width - first.width - 12 };
    const list = document.struct('L');
    this.root.add(list);
    for (const { name, value } of facts) {
      this.style({});
      const tall = Math.max(
        document.heightOfString(name, first),
        document.heightOfString(value, rest),
      );
      this.room(tall);
      const top = document.y;
      list.add(
        document.struct('LI', {}, [
          document.struct('Lbl', {}, () => {
            this.style({ quiet: true });
            document.text(name, left, top, first);
          }),
          document.struct('LBody', {}, () => {
            this.style({});
            document.text(value, left + first.width + 12, top, rest);
          }),
        ]),
      );
      document.y = top + tall + 5;
    }
    list.end();
    return this.gap(6);
  }

  /** A table whose heading is repeated on every page it goes on to. */
  table(table: PaperTable): this {
    const element = this.document.struct('Table');
    this.root.add(element);
    drawTable(this.document, element, table, { left: this.left, width: this.width });
    element.end();
    return this.gap(10);
  }

  figure({ alt, width, height, draw, beside }: PaperFigure): this {
    const { document, left } = this;
    this.room(height);
    const top = document.y;
    const page = document.page;
    const marks: ElementMarks = { alt, bbox: [left, top, left + width, top + height] };
    const figure = document.struct('Figure', marks, () => draw(document, left, top));
    this.root.add(figure);
    document.y = top + (beside ? 0 : height);
    if (beside) {
      this.indent += width + 20;
      beside(this);
      this.indent -= width + 20;
      if (document.page === page) document.y = Math.max(document.y, top + height);
    }
    return this.gap(8);
  }

  /** A hairline across the page. */
  rule(): this {
    const { document, left, width } = this;
    const y = document.y + 4;
    artifact(document, () => {
      document
        .lineWidth(0.75)
        .moveTo(left, y)
        .lineTo(left + width, y)
        .stroke(ink.hairline);
    });
    return this.gap(16);
  }

  gap(points: number): this {
    this.document.y += points;
    return this;
  }

  /** Begins a new page unless there is this much room left on the page. */
  room(points: number): this {
    const { document } = this;
    if (document.y + points > document.page.height - margins.bottom) document.continueOnNewPage();
    return this;
  }

  /** The bytes. Nothing can be written after it. */
  finish(): Promise<Buffer> {
    this.root.end();
    if (this.options.footer) footers(this.document, this.options.footer);
    const bytes = buffer(this.document);
    this.document.end();
    return bytes;
  }

  private get left(): number {
    return margins.left + this.indent;
  }

  private get width(): number {
    return this.document.page.width - margins.right - this.left;
  }

  private write(tag: string, text: string, style: TextStyle, colour?: string): this {
    const { document, left, width } = this;
    const lang = style.lang === undefined ? {} : { lang: style.lang };
    this.root.add(
      document.struct(tag, lang, () => {
        this.style(style, colour);
        document.text(text, left, document.y, { width, lineGap: 2 });
      }),
    );
    return this;
  }

  private add(tag: string, children: Element[]): void {
    this.root.add(this.document.struct(tag, {}, children));
  }

  private style(style: TextStyle, colour: string = style.quiet ? ink.quiet : ink.text): void {
    this.document
      .font(style.strong ? 'strong' : 'text')
      .fontSize(style.size ?? size.text)
      .fillColor(colour);
  }
}
