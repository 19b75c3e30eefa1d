import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions, their meetings, who is enrolled in them, and every step of it. */
export class SessionsAndEnrolments1764000400000 implements MigrationInterface {
  name = 'SessionsAndEnrolments1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA calendar`);
    // Letters without their diacritics, for words typed on a foreign keyboard.
    await runner.query(`
      CREATE FUNCTION calendar.fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN translate(lower($1), 'åäáàâãöóòôõøéèêëíìîïüúùûñçšž', 'aaaaaaooooooeeeeiiiiuuuuncsz')`);
    await runner.query(SESSION);
    await runner.query(`
      CREATE INDEX session_by_start ON calendar.session (first_start, id) WHERE status <> 'draft'`);
    await runner.query(`
      CREATE INDEX session_span ON calendar.session USING gist (span) WHERE status <> 'draft'`);
    await runner.query(`CREATE INDEX session_search ON calendar.session USING gin (search)`);
    await runner.query(`CREATE INDEX session_theme ON calendar.session (theme_id)`);
    await runner.query(
      `CREATE INDEX session_organising_group ON calendar.session (organising_group_id, first_start)`,
    );
    await runner.query(
      `CREATE INDEX session_organising_organisation ON calendar.session (organising_organisation_id, first_start)`,
    );
    await runner.query(`CREATE INDEX session_plan_item ON calendar.session (plan_item_id)`);
    await runner.query(`CREATE INDEX session_created_by ON calendar.session (created_by)`);
    await runner.query(`
      CREATE FUNCTION calendar.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status <> 'draft' THEN
          RAISE EXCEPTION 'session % has been published and is never deleted', OLD.id;
        END IF;
        RETURN OLD;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_published BEFORE DELETE ON calendar.session
        FOR EACH ROW EXECUTE FUNCTION calendar.keep_published()`);
    await runner.query(MEETING);
    await runner.query(
      `CREATE INDEX meeting_of_session ON calendar.meeting (session_id, start_at)`,
    );
    for (const [what, table] of [
      ['competence', 'framework.competence'],
      ['region', 'network.region'],
    ] as const) {
      await runner.query(`
        CREATE TABLE calendar.session_${what} (
          session_id uuid NOT NULL REFERENCES calendar.session ON DELETE CASCADE,
          code text NOT NULL REFERENCES ${table} (code),
          PRIMARY KEY (session_id, code)
        )`);
      await runner.query(
        `CREATE INDEX session_${what}_code ON calendar.session_${what} (code, session_id)`,
      );
    }
    await runner.query(ENROLMENT);
    await runner.query(`
      CREATE INDEX enrolment_line ON calendar.enrolment (session_id, ticket)
        WHERE status = 'waitlisted'`);
    await runner.query(`CREATE INDEX enrolment_of_person ON calendar.enrolment (person_id)`);
    await runner.query(TRANSITION);
    await runner.query(
      `CREATE INDEX enrolment_transition_of ON calendar.enrolment_transition (enrolment_id, id)`,
    );
    await runner.query(
      `CREATE INDEX enrolment_transition_by ON calendar.enrolment_transition (by_person_id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const EMPTY = `'{"fi": "", "sv": "", "en": ""}'`;

const searched = (language: 'sv' | 'en') =>
  ['title', 'summary', 'description', 'target_group', 'place']
    .map((column) => `coalesce(${column} ->> '${language}', '')`)
    .join(` || ' ' || `);

/**
 * Counters and tickets change with every enrolment: the row leaves room on its page (fillfactor), so
 * that no index has to be touched, and keeps its long texts outside of itself.
 */
const SESSION = `
  CREATE TABLE calendar.session (
    id uuid PRIMARY KEY,
    status text NOT NULL DEFAULT 'draft'
      CHECK (status IN ('draft', 'published', 'postponed', 'cancelled', 'held')),
    title jsonb NOT NULL CHECK (title ?& ARRAY['fi', 'sv', 'en']),
    summary jsonb NOT NULL DEFAULT ${EMPTY} CHECK (summary ?& ARRAY['fi', 'sv', 'en']),
    description jsonb NOT NULL DEFAULT ${EMPTY} CHECK (description ?& ARRAY['fi', 'sv', 'en']),
    target_group jsonb NOT NULL DEFAULT ${EMPTY} CHECK (target_group ?& ARRAY['fi', 'sv', 'en']),
    price jsonb NOT NULL DEFAULT ${EMPTY} CHECK (price ?& ARRAY['fi', 'sv', 'en']),
    accessibility jsonb NOT NULL DEFAULT ${EMPTY} CHECK (accessibility ?& ARRAY['fi', 'sv', 'en']),
    place jsonb CHECK (place ?& ARRAY['fi', 'sv', 'en']),
    contact text NOT NULL DEFAULT '',
    form text NOT NULL DEFAULT 'onsite' CHECK (form IN ('onsite', 'online', 'hybrid')),
    languages text[] NOT NULL DEFAULT '{fi}' CHECK (languages <@ ARRAY['fi', 'sv', 'en']),
    theme_id text REFERENCES network.theme,
    organising_group_id uuid REFERENCES network."group",
    organising_organisation_id uuid REFERENCES network.organisation,
    plan_item_id uuid,
    capacity integer NOT NULL CHECK (capacity > 0),
    confirmed_count integer NOT NULL DEFAULT 0,
    waitlist_count integer NOT NULL DEFAULT 0 CHECK (waitlist_count >= 0),
    next_ticket bigint NOT NULL DEFAULT 1,
    enrolment_opens timestamptz,
    enrolment_closes timestamptz,
    first_start timestamptz NOT NULL,
    last_end timestamptz NOT NULL,
    span tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(first_start, last_end)) STORED,
    cancellation_reason jsonb CHECK (cancellation_reason ?& ARRAY['fi', 'sv', 'en']),
    published_at timestamptz,
    finnish_stems text[] NOT NULL DEFAULT '{}',
    search tsvector NOT NULL GENERATED ALWAYS AS (
      array_to_tsvector(finnish_stems)
      || to_tsvector('swedish', ${searched('sv')})
      || to_tsvector('english', ${searched('en')})
      || to_tsvector('simple', calendar.fold(${searched('sv')} || ' ' || ${searched('en')}))
    ) STORED,
    created_by uuid REFERENCES identity.person ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT session_seats CHECK (confirmed_count BETWEEN 0 AND capacity),
    CONSTRAINT session_times CHECK (last_end > first_start),
    CONSTRAINT session_enrolment_times CHECK (enrolment_closes > enrolment_opens),
    CONSTRAINT session_one_organiser
      CHECK (num_nonnulls(organising_group_id, organising_organisation_id) <= 1),
    CONSTRAINT session_published CHECK (status = 'draft' OR published_at IS NOT NULL),
    CONSTRAINT session_cancelled CHECK ((status = 'cancelled') = (cancellation_reason IS NOT NULL))
  ) WITH (fillfactor = 60, toast_tuple_target = 512)`;

/**
 * `starts`, `ends`: the wall clock, which stays when a zone's rules change; `start_at`, `end_at`: the
 * instants it means. `sequence`, `dtstamp`: RFC 5545 §3.8.7.
 */
const MEETING = `
  CREATE TABLE calendar.meeting (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES calendar.session ON DELETE CASCADE,
    uid text NOT NULL UNIQUE,
    sequence integer NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    dtstamp timestamptz NOT NULL DEFAULT now(),
    last_modified timestamptz NOT NULL DEFAULT now(),
    cancelled boolean NOT NULL DEFAULT false,
    starts timestamp NOT NULL,
    ends timestamp NOT NULL,
    time_zone text NOT NULL,
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL,
    place jsonb CHECK (place ?& ARRAY['fi', 'sv', 'en']),
    link text,
    CONSTRAINT meeting_times CHECK (end_at > start_at)
  )`;

/** One row a person a session, whatever its state; `ticket`: order of arrival in the session. */
const ENROLMENT = `
  CREATE TABLE calendar.enrolment (
    id uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES calendar.session ON DELETE RESTRICT,
    person_id uuid NOT NULL REFERENCES identity.person ON DELETE RESTRICT,
    status text NOT NULL CHECK (status IN ('confirmed', 'waitlisted', 'cancelled')),
    ticket bigint NOT NULL,
    sequence integer NOT NULL DEFAULT 0 CHECK (sequence >= 0),
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT enrolment_once UNIQUE (session_id, person_id)
  ) WITH (fillfactor = 80)`;

const TRANSITION = `
  CREATE TABLE calendar.enrolment_transition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enrolment_id uuid NOT NULL REFERENCES calendar.enrolment ON DELETE CASCADE,
    from_status text CHECK (from_status IN ('confirmed', 'waitlisted', 'cancelled')),
    to_status text NOT NULL CHECK (to_status IN ('confirmed', 'waitlisted', 'cancelled')),
    reason text NOT NULL CHECK (reason IN ('enrolled', 'promoted', 'cancelled-by-person')),
    by_person_id uuid REFERENCES identity.person ON DELETE SET NULL,
    at timestamptz NOT NULL DEFAULT now()
  )`;
