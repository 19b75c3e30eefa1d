/**
 * A stream's cursor is what PostgreSQL calls a snapshot (`xmin:xmax:xip,…`): it tells exactly which
 * transactions were seen, so that one which began earlier and committed later is not lost. What
 * comes from outside is only taken when PostgreSQL would take it.
 */
export function readCursor(given: string | undefined): string | null {
  const match = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19}){0,150})?)$/.exec(given ?? '');
  if (!match) return null;
  const [, first = '', last = '', between = ''] = match;
  const [xmin, xmax] = [BigInt(first), BigInt(last)];
  const open = between === '' ? [] : between.split(',').map(BigInt);
  const inOrder = open.every((xid, place) => {
    const before = open[place - 1];
    return xid >= xmin && xid < xmax && (before === undefined || xid > before);
  });
  return xmin > 0n && xmin <= xmax && xmax < 1n << 62n && inOrder ? (given ?? null) : null;
}
