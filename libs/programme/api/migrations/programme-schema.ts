import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Programmes, what they are made of, and how far people have come in them. What is delivered with
 * the product carries a hash of the delivery and when a person last edited it; `version` and `state`
 * are there for published modules that change by a new version.
 */
export class ProgrammeSchema1764000500000 implements MigrationInterface {
  name = 'ProgrammeSchema1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const localised = (column: string) =>
  `${column} jsonb NOT NULL CHECK (${column} ?& ARRAY['fi', 'sv', 'en'])`;

const kinds = `'reading', 'onlineWork', 'personalAssignment', 'contactPeriod', 'developmentAction', 'peerWork'`;

/** Every row is the delivery's, a person's, or the delivery's as a person has edited it. */
const delivery = `
    delivered_hash text,
    edited_at timestamptz,
    CHECK (delivered_hash IS NOT NULL OR edited_at IS NOT NULL)`;

const statements = [
  `CREATE SCHEMA programme`,

  `CREATE TABLE programme.programme (
    id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_.-]{1,40}$'),
    position integer NOT NULL CHECK (position >= 0),
    ${localised('title')},
    ${localised('summary')},
    about jsonb NOT NULL,
    ${delivery}
  )`,

  `CREATE TABLE programme.module (
    id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_.-]{1,40}$'),
    programme_id text NOT NULL REFERENCES programme.programme (id),
    position integer NOT NULL CHECK (position >= 0),
    version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    state text NOT NULL DEFAULT 'published' CHECK (state IN ('draft', 'published', 'superseded')),
    ${localised('title')},
    ${localised('summary')},
    ${delivery}
  )`,

  `CREATE INDEX module_programme ON programme.module (programme_id)`,

  `CREATE TABLE programme.unit (
    id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_.-]{1,40}$'),
    module_id text NOT NULL REFERENCES programme.module (id),
    position integer NOT NULL CHECK (position >= 0),
    ${localised('title')},
    ${localised('summary')},
    working_forms text[] NOT NULL CHECK (working_forms <@ ARRAY[${kinds}]),
    ${delivery}
  )`,

  `CREATE INDEX unit_module ON programme.unit (module_id)`,

  `CREATE TABLE programme.topic (
    id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_.-]{1,40}$'),
    unit_id text NOT NULL REFERENCES programme.unit (id),
    parent_id text,
    position integer NOT NULL CHECK (position >= 0),
    ${localised('title')},
    note jsonb CHECK (note ?& ARRAY['fi', 'sv', 'en']),
    UNIQUE (unit_id, id),
    FOREIGN KEY (unit_id, parent_id) REFERENCES programme.topic (unit_id, id)
  )`,

  `CREATE TABLE programme.unit_competence (
    unit_id text NOT NULL REFERENCES programme.unit (id),
    competence_code text NOT NULL REFERENCES framework.competence (code),
    position integer NOT NULL CHECK (position >= 0),
    PRIMARY KEY (unit_id, competence_code)
  )`,
  `CREATE INDEX unit_competence_code ON programme.unit_competence (competence_code)`,

  `CREATE TABLE programme.activity (
    id uuid PRIMARY KEY,
    unit_id text NOT NULL REFERENCES programme.unit (id),
    position integer NOT NULL CHECK (position >= 0),
    kind text NOT NULL CHECK (kind IN (${kinds})),
    part text NOT NULL CHECK (part IN ('common', 'group', 'personal')),
    ${localised('title')},
    minutes integer NOT NULL CHECK (minutes >= 0),
    ${delivery}
  )`,

  `CREATE INDEX activity_unit ON programme.activity (unit_id)`,

  `CREATE TABLE programme.reading (
    activity_id uuid NOT NULL REFERENCES programme.activity (id),
    language text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    markdown text NOT NULL CHECK (length(markdown) BETWEEN 1 AND 100000),
    ${delivery},
    PRIMARY KEY (activity_id, language)
  )`,

  `CREATE TABLE programme.progress (
    person_id uuid NOT NULL REFERENCES identity.person (id) ON DELETE CASCADE,
    activity_id uuid NOT NULL REFERENCES programme.activity (id),
    completed_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, activity_id)
  )`,
  `CREATE INDEX progress_activity ON programme.progress (activity_id)`,

  `CREATE TABLE programme.last_visited (
    person_id uuid NOT NULL REFERENCES identity.person (id) ON DELETE CASCADE,
    programme_id text NOT NULL REFERENCES programme.programme (id),
    activity_id uuid NOT NULL REFERENCES programme.activity (id),
    visited_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, programme_id)
  )`,
  `CREATE INDEX last_visited_activity ON programme.last_visited (activity_id)`,
];
