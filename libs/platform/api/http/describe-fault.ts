/** A fault without the data it was about: a driver's message may quote a person's row. */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return 'not an Error';
  const place = fault.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8);
  return [nameOfFault(fault), ...(place ?? [])].join('\n');
}

/** A fault's name and code: `QueryFailedError (23505)`. */
export function nameOfFault(fault: unknown): string {
  if (!(fault instanceof Error)) return 'not an Error';
  const { code } = fault as { code?: unknown };
  return `${fault.name}${typeof code === 'string' ? ` (${code})` : ''}`;
}
