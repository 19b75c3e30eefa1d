import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an enrolment costs besides itself. PostgreSQL reads the text of every CHECK of a table anew in
 * each statement that writes to it: a fifth of what keeping an enrolment took. Rules about columns that
 * enrolling doesn't write stand as constraint triggers on those columns, with their names; words of a
 * step as domains, which are read once. A step names who took it only where that was someone else.
 */
export class LeanEnrolments1764000800000 implements MigrationInterface {
  name = 'LeanEnrolments1764000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEEP_ALL);
    await runner.query(BROKEN_RULE);
    for (const [name, columns, rule] of RULES) {
      await runner.query(`ALTER TABLE calendar.session DROP CONSTRAINT ${name}`);
      await runner.query(`
        CREATE CONSTRAINT TRIGGER ${name}
        AFTER INSERT OR UPDATE OF ${columns.join(', ')} ON calendar.session FOR EACH ROW
        WHEN (NOT (${rule})) EXECUTE FUNCTION calendar.broken_rule()`);
    }
    for (const [name, words] of Object.entries(DOMAINS))
      await runner.query(
        `CREATE DOMAIN calendar.${name} AS text CHECK (VALUE IN (${words.map((word) => `'${word}'`).join(', ')}))`,
      );
    await runner.query(`
      ALTER TABLE calendar.enrolment_transition
        DROP CONSTRAINT enrolment_transition_from_status_check,
        DROP CONSTRAINT enrolment_transition_to_status_check,
        DROP CONSTRAINT enrolment_transition_reason_check,
        DROP CONSTRAINT enrolment_transition_actor_check,
        DROP CONSTRAINT enrolment_transition_occasion_check,
        ALTER COLUMN actor DROP DEFAULT,
        ALTER COLUMN from_status TYPE calendar.step_status,
        ALTER COLUMN to_status TYPE calendar.step_status,
        ALTER COLUMN reason TYPE calendar.step_reason,
        ALTER COLUMN actor TYPE calendar.step_actor,
        ALTER COLUMN actor SET DEFAULT 'self',
        ALTER COLUMN occasion TYPE calendar.step_occasion`);
    await runner.query(`
      UPDATE calendar.enrolment_transition SET by_person_id = NULL
      WHERE actor = 'self' AND by_person_id IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** For a statement that keeps much at a time: all of it or nothing. */
const KEEP_ALL = `
  CREATE FUNCTION calendar.keep_all(are_all boolean) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT are_all THEN
      RAISE EXCEPTION 'Something is other than it was read; nothing is kept.'
        USING ERRCODE = 'serialization_failure';
    END IF;
  END $$`;

const BROKEN_RULE = `
  CREATE FUNCTION calendar.broken_rule() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'new row for relation "%" violates rule "%"', TG_TABLE_NAME, TG_NAME
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END $$`;

const inThreeLanguages = (column: string) =>
  [`session_${column}_check`, [column], `NEW.${column} ?& ARRAY['fi', 'sv', 'en']`] as const;

/** The rules of a session: as before a rule that can't be answered, for want of a value, is kept. */
const RULES: readonly (readonly [string, readonly string[], string])[] = [
  ...['title', 'summary', 'description', 'target_group', 'price', 'accessibility', 'place'].map(
    inThreeLanguages,
  ),
  inThreeLanguages('cancellation_reason'),
  [
    'session_status_check',
    ['status'],
    `NEW.status IN ('draft', 'published', 'postponed', 'cancelled', 'held')`,
  ],
  ['session_form_check', ['form'], `NEW.form IN ('onsite', 'online', 'hybrid')`],
  ['session_languages_check', ['languages'], `NEW.languages <@ ARRAY['fi', 'sv', 'en']`],
  ['session_capacity_check', ['capacity'], 'NEW.capacity > 0'],
  [
    'session_enrolment_times',
    ['enrolment_opens', 'enrolment_closes'],
    'NEW.enrolment_closes > NEW.enrolment_opens',
  ],
  [
    'session_one_organiser',
    ['organising_group_id', 'organising_organisation_id'],
    'num_nonnulls(NEW.organising_group_id, NEW.organising_organisation_id) <= 1',
  ],
  [
    'session_published',
    ['status', 'published_at'],
    `NEW.status = 'draft' OR NEW.published_at IS NOT NULL`,
  ],
  [
    'session_cancelled',
    ['status', 'cancellation_reason'],
    `(NEW.status = 'cancelled') = (NEW.cancellation_reason IS NOT NULL)`,
  ],
  [
    'session_times',
    ['first_start', 'last_end', 'planned_year'],
    `CASE WHEN NEW.first_start IS NULL THEN NEW.last_end IS NULL AND NEW.planned_year IS NOT NULL
      ELSE NEW.last_end > NEW.first_start END`,
  ],
];

/** The words that a step is kept in. */
const DOMAINS = {
  step_status: ['applied', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled'],
  step_reason: [
    ...['enrolled', 'applied', 'added', 'interested', 'approved', 'refused', 'promoted', 'offered'],
    ...['accepted', 'declined', 'offer-expired', 'moved', 'removed', 'cancelled-by-person'],
    'account-deleted',
  ],
  step_actor: ['self', 'organiser', 'system'],
  step_occasion: ['seat-freed', 'seats-added', 'seats-released', 'date-set', 'another-session'],
};
