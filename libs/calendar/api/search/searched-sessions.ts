/** How far a search looks along the dates before it asks the index of words. */
export interface Reach {
  /** Sessions that are walked past, whatever they are: the index of starts knows what filters need. */
  readonly walked: number;
  /** Sessions of those, as narrowed by the filters, whose words are looked at first. */
  readonly glanced: number;
  /** When so many of these have the words, it looks on: */
  readonly promising: number;
  /** at so many for a row of the page. */
  readonly looked: number;
}

/**
 * To look at a session's words costs twice what the index of words costs for each session that has
 * them, anywhere in the calendar: up to a word in forty sessions, the walk fills a page sooner.
 */
export const REACH: Reach = { walked: 6_000, glanced: 200, promising: 5, looked: 60 };

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
 * guess, so nobody does: a few of the next ones by date are looked at first. They fill the page; or so
 * many of them have the words that looking on will; or the page is made from the index of words.
 * Whichever way, it is the same page.
 * @param words an expression of type `tsquery`, worked out once
 * @param marks one of what the index of words knows of the filters, if anything
 * @returns CTEs, and the subquery of (id, first_start) over them
 */
export function searched(
  { times, narrowing, rows }: Coming,
  words: string,
  marks: string | null,
  { walked, glanced, promising, looked }: Reach,
): { readonly ctes: readonly string[]; readonly sessions: string } {
  const order = 'ORDER BY s.first_start, s.id LIMIT';
  const isMarked = 's.search @@ (SELECT marked FROM wanted)';
  const where = (conditions: readonly string[]) =>
    conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const near = (some: string) => `
    SELECT s.id, s.first_start FROM (
      SELECT s.id, s.first_start FROM (
        SELECT s.id, s.first_start, s.theme_id, s.form, s.languages, s.organising_group_id,
          s.organising_organisation_id
        FROM calendar.session s ${where(times)} ${order} ${String(walked)}
      ) s ${where(narrowing)} ${order} ${some}
    ) s, LATERAL (
      SELECT FROM calendar.session found WHERE found.id = s.id
        AND found.search @@ (SELECT query FROM wanted) OFFSET 0
    ) found ${order} ${rows}`;
  return {
    ctes: [
      `wanted AS MATERIALIZED (
        SELECT query, ${marks ? `query && ${marks}` : 'query'} AS marked
        FROM (SELECT ${words} AS query) words
      )`,
      `glance AS MATERIALIZED (${near(String(glanced))})`,
      `seen AS MATERIALIZED (SELECT count(*) AS hits FROM glance)`,
      `near AS MATERIALIZED (
        SELECT id, first_start FROM glance WHERE (SELECT hits >= ${rows} FROM seen)
        UNION ALL
        SELECT id, first_start FROM (${near(`${rows} * ${String(looked)}`)}) more
        WHERE (SELECT hits < ${rows} AND hits >= ${String(promising)} FROM seen)
      )`,
      `filled AS MATERIALIZED (SELECT count(*) >= ${rows} AS page FROM near)`,
    ],
    sessions: `(SELECT id, first_start FROM near WHERE (SELECT page FROM filled))
        UNION ALL
        (SELECT s.id, s.first_start FROM (
            SELECT s.id, s.first_start FROM calendar.session s
            ${where([...times, ...narrowing, isMarked, 'NOT (SELECT page FROM filled)'])} OFFSET 0
          ) s ${order} ${rows})`,
  };
}
