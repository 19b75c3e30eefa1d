const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

class PdfText extends String {
  override toString(): string {
    return this.valueOf().replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
  }
}

/**
 * A text among the facts of a document, as pdfkit takes them: an object, since it makes a name of a
 * plain string. It is written twice: as a string of PDF, for which pdfkit takes the value, and into
 * XMP's XML by interpolation, where pdfkit escapes nothing; so that is done here.
 */
export function pdfText(text: string): string {
  return new PdfText(text) as string;
}
