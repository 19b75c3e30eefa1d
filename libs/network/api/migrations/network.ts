import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Regions, centres with their validity, employment areas, themes, organisations and groups.
 * `delivered` keeps a row as it came with the product: a row that differs from it was edited.
 */
export class Network1764000200000 implements MigrationInterface {
  name = 'Network1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA network`);
    await runner.query(`
      CREATE TABLE network.region (
        code text PRIMARY KEY CHECK (code ~ '^[0-9]{2}$'),
        name jsonb NOT NULL CHECK (name ?& ARRAY['fi', 'sv', 'en']),
        nuts3 text NOT NULL,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        delivered jsonb
      )`);
    await runner.query(`
      CREATE TABLE network.centre (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('ely', 'elinvoimakeskus')),
        name jsonb NOT NULL CHECK (name ?& ARRAY['fi', 'sv', 'en']),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        delivered jsonb
      )`);
    await runner.query(`
      CREATE TABLE network.centre_region (
        centre_id text NOT NULL REFERENCES network.centre ON DELETE CASCADE,
        region_code text NOT NULL REFERENCES network.region,
        PRIMARY KEY (centre_id, region_code)
      )`);
    await runner.query(`CREATE INDEX centre_region_region ON network.centre_region (region_code)`);
    await runner.query(`
      CREATE TABLE network.centre_predecessor (
        centre_id text NOT NULL REFERENCES network.centre ON DELETE CASCADE,
        predecessor_id text NOT NULL REFERENCES network.centre,
        PRIMARY KEY (centre_id, predecessor_id),
        CHECK (centre_id <> predecessor_id)
      )`);
    await runner.query(`
      CREATE TABLE network.employment_area (
        code text PRIMARY KEY,
        name jsonb NOT NULL CHECK (name ?& ARRAY['fi', 'sv', 'en']),
        delivered jsonb
      )`);
    await runner.query(`
      CREATE TABLE network.employment_area_region (
        employment_area_code text NOT NULL REFERENCES network.employment_area ON DELETE CASCADE,
        region_code text NOT NULL REFERENCES network.region,
        PRIMARY KEY (employment_area_code, region_code)
      )`);
    await runner.query(`
      CREATE TABLE network.theme (
        id text PRIMARY KEY,
        position integer NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED,
        name jsonb NOT NULL CHECK (name ?& ARRAY['fi', 'sv', 'en']),
        title jsonb NOT NULL CHECK (title ?& ARRAY['fi', 'sv', 'en']),
        delivered jsonb
      )`);
    await runner.query(`
      CREATE TABLE network.organisation (
        id uuid PRIMARY KEY,
        name jsonb NOT NULL CHECK (name ?& ARRAY['fi', 'sv', 'en']),
        sector text NOT NULL CHECK (sector IN ('education', 'liberalEducation', 'employment',
          'youth', 'social', 'health', 'stateRegional', 'regionalCouncil', 'thirdSector', 'other')),
        region_code text REFERENCES network.region
      )`);
    await runner.query(`CREATE INDEX organisation_region ON network.organisation (region_code)`);
    await runner.query(`
      CREATE TABLE network."group" (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('elo', 'development', 'national')),
        name jsonb NOT NULL CHECK (name ?& ARRAY['fi', 'sv', 'en']),
        region_code text REFERENCES network.region,
        theme_id text REFERENCES network.theme,
        delivered jsonb,
        CONSTRAINT group_region CHECK ((kind = 'elo') = (region_code IS NOT NULL)),
        CONSTRAINT group_theme CHECK ((kind = 'development') = (theme_id IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX group_region_code ON network."group" (region_code)`);
    await runner.query(`CREATE INDEX group_theme_id ON network."group" (theme_id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
