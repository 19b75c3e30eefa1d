import type pg from 'pg';

/** How much a data set holds. */
export interface Size {
  readonly people: number;
  readonly sessions: number;
  readonly enrolments: number;
  /** A country's worth (country.ts): three years, all states, every step; else all alike. */
  readonly country?: boolean;
}

/**
 * Fills a prepared database with made-up people, sessions over the coming year and enrolments, with
 * a few statements whatever the size. Sessions of theme dg1 are the first 500, of dg3 the next
 * 2,000, so that a feed of each size can be asked for; the rest have no theme.
 */
export async function fill(client: pg.Client, size: Size): Promise<void> {
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO identity.person (id, name, email)
     SELECT uuidv7(), 'Person ' || n, 'bench' || n || '@people.luotsi.example'
     FROM generate_series(1, $1) n`,
    [size.people],
  );
  await client.query(
    `INSERT INTO identity.role_grant (id, person_id, role, scope_type)
     SELECT uuidv7(), id, 'counsellor', 'country' FROM identity.person WHERE email LIKE 'bench%'`,
  );
  await client.query(SESSIONS, [size.sessions]);
  await client.query(MEETINGS);
  await client.query(
    `INSERT INTO calendar.session_region (session_id, code)
     SELECT id, (ARRAY['01','06','13','17','19'])[1 + (hashtext(id::text) & 3)] FROM calendar.session
     WHERE contact = 'bench'`,
  );
  await client.query(
    `INSERT INTO calendar.session_competence (session_id, code)
     SELECT id, (ARRAY['CE','CIA','CC','PSM'])[1 + (hashtext(id::text) >> 3 & 3)] FROM calendar.session
     WHERE contact = 'bench'`,
  );
  if (size.enrolments > 0) await client.query(ENROLMENTS, [size.enrolments]);
  await client.query(COUNTS);
  await client.query('COMMIT');
  await client.query('VACUUM (ANALYZE)');
}

const text = (fi: string, sv: string, en: string) =>
  `jsonb_build_object('fi', ${fi}, 'sv', ${sv}, 'en', ${en})`;

const SESSIONS = `
  INSERT INTO calendar.session
    (id, status, title, summary, description, form, languages, theme_id, capacity, contact, place,
     organising_group_id, first_start, last_end, published_at)
  SELECT uuidv7(), 'published',
    ${text(`'Oppimiskahvila ' || n`, `'Lärcafé ' || n`, `'Learning café ' || n`)},
    ${text(`'Ratkaistaan yhdessä ohjauksen arjen haaste ja sovitaan jatkosta.'`, `'Vi löser tillsammans en utmaning i vägledningens vardag.'`, `'We solve an everyday challenge of guidance together.'`)},
    ${text(`repeat('Kuvaus. ', 40)`, `repeat('Beskrivning. ', 40)`, `repeat('Description. ', 40)`)},
    (ARRAY['onsite', 'online', 'hybrid'])[1 + n % 3], ARRAY['fi'],
    CASE WHEN n <= 500 THEN 'dg1' WHEN n <= 2500 THEN 'dg3' END,
    20 + n % 60, 'bench', ${text(`'Rovaniemi'`, `'Rovaniemi'`, `'Rovaniemi'`)},
    (SELECT id FROM network."group" ORDER BY id OFFSET n % 30 LIMIT 1),
    start, start + interval '6 hours', now()
  FROM generate_series(1, $1::int) n,
    LATERAL (SELECT date_trunc('hour', now()) + interval '1 day' + (n % 300) * interval '1 day'
      + (n % 8) * interval '1 hour' AS start) times`;

const MEETINGS = `
  INSERT INTO calendar.meeting
    (id, session_id, uid, starts, ends, time_zone, start_at, end_at, place)
  SELECT uuidv7(), id, id || '@luotsi', first_start AT TIME ZONE 'Europe/Helsinki',
    last_end AT TIME ZONE 'Europe/Helsinki', 'Europe/Helsinki', first_start, last_end, place
  FROM calendar.session WHERE contact = 'bench'`;

/** Spread evenly: the n-th enrolment goes to session n modulo the sessions, person n modulo people. */
const ENROLMENTS = `
  WITH s AS (SELECT id, capacity, row_number() OVER (ORDER BY id) - 1 AS n FROM calendar.session WHERE contact = 'bench'),
    p AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM identity.person WHERE email LIKE 'bench%'),
    counts AS (SELECT (SELECT count(*) FROM s) AS sessions, (SELECT count(*) FROM p) AS people)
  INSERT INTO calendar.enrolment (id, session_id, person_id, status, ticket)
  SELECT uuidv7(), s.id, p.id,
    CASE WHEN place < s.capacity THEN 'confirmed' ELSE 'waitlisted' END, place + 1
  FROM counts, generate_series(0, $1::int - 1) k,
    LATERAL (SELECT k % counts.sessions AS session, k / counts.sessions AS place) at
    JOIN s ON s.n = session
    JOIN p ON p.n = (session * 31 + place) % (SELECT people FROM counts)`;

const COUNTS = `
  UPDATE calendar.session s SET confirmed_count = c.confirmed, waitlist_count = c.waiting,
    next_ticket = c.confirmed + c.waiting + 1
  FROM (SELECT session_id, count(*) FILTER (WHERE status = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE status = 'waitlisted') AS waiting
    FROM calendar.enrolment GROUP BY 1) c
  WHERE c.session_id = s.id`;
