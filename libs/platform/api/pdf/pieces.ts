/** Accessible papers: tagged PDF that flows down A4 pages. */
export { Paper, type PaperFigure, type TextStyle } from './paper';
export type { PaperColumn, PaperTable } from './paper-table';
export type { PaperOptions } from './sheet';
export { squareCode } from './square-code';
