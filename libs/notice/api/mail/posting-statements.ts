/** Any number; whoever posts holds it, so that a person's letters are posted in their order. */
export const POSTING_LOCK = 7_205_760;

/**
 * Whose turn it is to post ($1 is POSTING_LOCK), and when. What follows looks up by key and index, however many are looked at:
 * of some thousand notices PostgreSQL would rather read all than look up two hundred, each time.
 */
export const TURN = `
  SELECT pg_try_advisory_xact_lock($1) AS mine, clock_timestamp() AS now,
    set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true)`;

/** Notices to be looked at by $1, about $2 of them, with what their people have chosen. */
export const DUE = `
  WITH first AS (
    SELECT person_id, mail_at FROM notice.notice WHERE mail_at <= $1 ORDER BY mail_at LIMIT $2
  ), due AS (
    SELECT person_id, min(mail_at) AS since FROM first GROUP BY person_id
  )
  SELECT n.person_id, n.id, n.kind, n.facts, n.link, n.urgent, n.written_at, c.mail AS chosen,
    p.name, p.email, p.email_verified, p.language, r.bundle_at, r.quiet_from, r.quiet_until
  FROM due
  JOIN notice.notice n ON n.person_id = due.person_id AND n.mail_at <= $1
  JOIN identity.person p ON p.id = n.person_id
  LEFT JOIN notice.rhythm r ON r.person_id = n.person_id
  LEFT JOIN notice.choice c ON c.person_id = n.person_id AND c.kind = n.kind
  ORDER BY due.since, n.person_id, n.id
  FOR UPDATE OF n`;

/** What becomes of their mail: $1 people, $2 notices, $3 when to look again, $4 whether it was mailed. */
export const FATES = `
  UPDATE notice.notice n SET mail_at = fate.again,
    mailed_at = CASE WHEN fate.mailed THEN now() ELSE n.mailed_at END
  FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::boolean[])
    AS fate (person_id, id, again, mailed)
  WHERE n.person_id = fate.person_id AND n.id = fate.id`;
