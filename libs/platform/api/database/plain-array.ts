/**
 * An array as a parameter of a statement, of values that PostgreSQL reads without quotes: ids, numbers,
 * words of a vocabulary, instants (PostgreSQL's manual, "Array Input and Output Syntax"). What is not,
 * is quoted: no value is ever read as more than itself. Several times as fast as the driver's own, which
 * quotes everything; used where hundreds of values go into a statement.
 */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map(plain).join(',')}}`;
}

const PLAIN = /^(?!null$)[\w.:+-]+$/i;

function plain(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? 'NULL' : String(value);
  return PLAIN.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
