import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the recipients whose letters wait for another try; usually there are none. */
export class MailPutOff1764000000020 implements MigrationInterface {
  name = 'MailPutOff1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX mail_put_off ON platform.mail (retry_at)
       WHERE state = 'waiting' AND retry_at IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
