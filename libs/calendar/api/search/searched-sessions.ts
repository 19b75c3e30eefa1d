/** How far a search looks along the dates, a row of the page, before it asks the index of words. */
export interface Reach {
  /** Sessions that are walked past, whatever they are. */
  readonly walked: number;
  /** Sessions of those, as narrowed by the filters, whose words are looked at. */
  readonly looked: number;
}

/**
 * A word that stands in one of some sixteen sessions fills its page on the walk; of a rarer one the
 * index of words has few enough to read. For words between, the index costs several times the walk.
 */
export const REACH: Reach = { walked: 64, looked: 20 };

/** What a searched list is cut out of. */
export interface Coming {
  /** Conditions on `s` that the index of starts answers. */
  readonly times: readonly string[];
  /** The other ones. */
  readonly narrowing: readonly string[];
  /** SQL of how many rows at most. */
  readonly rows: string;
}

/**
 * The sessions that have some words, in order of their start. How rare a word is, no planner can
 * guess, so nobody does: the next ones by date are looked at first; when they don't fill the page, it
 * is made from the index of words. Either way it is the same page.
 * @param words an expression of type `tsquery`, worked out once
 * @returns CTEs, and the subquery of (id, first_start) over them
 */
export function searched(
  { times, narrowing, rows }: Coming,
  words: string,
  { walked, looked }: Reach,
): { readonly ctes: readonly string[]; readonly sessions: string } {
  const order = 'ORDER BY s.first_start, s.id LIMIT';
  const has = 's.search @@ (SELECT query FROM wanted)';
  const where = (conditions: readonly string[]) =>
    conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return {
    ctes: [
      `wanted AS MATERIALIZED (SELECT ${words} AS query)`,
      `near AS MATERIALIZED (
        SELECT s.id, s.first_start FROM (
          SELECT s.* FROM (
            SELECT s.* FROM calendar.session s ${where(times)} ${order} ${rows} * ${String(walked)}
          ) s ${where(narrowing)} ${order} ${rows} * ${String(looked)}
        ) s WHERE ${has} ${order} ${rows}
      )`,
      `filled AS MATERIALIZED (SELECT count(*) >= ${rows} AS page FROM near)`,
    ],
    sessions: `(SELECT id, first_start FROM near WHERE (SELECT page FROM filled))
        UNION ALL
        (SELECT s.id, s.first_start FROM (
            SELECT s.id, s.first_start FROM calendar.session s
            ${where([...times, ...narrowing, has, 'NOT (SELECT page FROM filled)'])} OFFSET 0
          ) s ${order} ${rows})`,
  };
}
