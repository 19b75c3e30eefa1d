import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each person's own feed is: only a hash of its secret, and how many there have been. */
export class PersonalFeeds1764000490000 implements MigrationInterface {
  name = 'PersonalFeeds1764000490000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar.personal_feed (
        person_id uuid PRIMARY KEY REFERENCES identity.person (id) ON DELETE CASCADE,
        generation integer NOT NULL CHECK (generation > 0),
        secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
