/**
 * Whether `notice.notice n` is shown to its person: kinds that are owed always, others as the person
 * has chosen. Parameters: the names of the kinds that are owed, and of those shown by default.
 * A kind that no slice declares any more has no words and is not shown: $known.
 */
export const shown = (owed: string, usual: string, known: string) => `
  n.kind = ANY (${known}::text[]) AND (n.kind = ANY (${owed}::text[]) OR coalesce(
    (SELECT c.app FROM notice.choice c WHERE c.person_id = n.person_id AND c.kind = n.kind),
    n.kind = ANY (${usual}::text[])))`;

/** What a notice is read from. */
export const NOTICE_COLUMNS = `n.id, n.kind, n.facts, n.link, n.written_at, n.read_at`;
