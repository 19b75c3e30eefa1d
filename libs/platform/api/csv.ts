/**
 * Rows as CSV for the spreadsheets of Finland: UTF-8 with a byte order mark, semicolons, CRLF.
 * Cells that a spreadsheet would take for a formula begin with an apostrophe (OWASP, CSV injection).
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
