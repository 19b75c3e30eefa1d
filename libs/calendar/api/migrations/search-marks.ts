import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of starts holds what filters ask for, so that a walk along the dates reads no rows; neither
 * changes when someone enrols. And the index of words also holds marks of what a search is usually narrowed by (theme, form, languages),
 * so that words and filters are put together in the index: of a country's sessions with a usual word,
 * only those of the theme are read.
 */
export class SearchMarks1764000700010 implements MigrationInterface {
  name = 'SearchMarks1764000700010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX calendar.session_by_start`);
    await runner.query(`
      CREATE INDEX session_by_start ON calendar.session (first_start, id)
        INCLUDE (theme_id, form, languages, organising_group_id, organising_organisation_id)
        WHERE status <> 'draft'`);
    // PL/pgSQL, so that the column's expression stays short (see ShortGeneration). No word begins with
    // an equals sign, so a mark is never found by a word.
    await runner.query(`
      CREATE FUNCTION calendar.marks_of(theme text, form text, languages text[])
      RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      BEGIN
        RETURN array_to_tsvector(array_remove(ARRAY['=theme:' || theme, '=form:' || form], NULL)
          || ARRAY(SELECT '=language:' || language FROM unnest(languages) AS language));
      END $$`);
    await runner.query(`
      ALTER TABLE calendar.session ALTER COLUMN search SET EXPRESSION AS (
        calendar.search_of(finnish_stems, title, summary, description, target_group, place)
        || calendar.marks_of(theme_id, form, languages))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
