/**
 * The piece that writes papers, fetched by the first who needs it: pdfkit and its font library take
 * longer to load than the rest of a slice, and most processes print nothing for a long while.
 *
 * @example const { Paper } = await loadPdf();
 */
export function loadPdf(): Promise<typeof import('./pieces')> {
  return import('./pieces');
}

export type { Paper, PaperFigure, TextStyle } from './paper';
export type { PaperColumn, PaperTable } from './paper-table';
export type { PaperOptions } from './sheet';
