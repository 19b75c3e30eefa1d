import { Injectable } from '@nestjs/common';
import type { PractitionerTypes } from '@luotsi/identity/api';
import { DataSource } from 'typeorm';

/** The kinds of practitioners are the levels of the published frameworks. */
@Injectable()
export class FrameworkPractitionerTypes implements PractitionerTypes {
  constructor(private readonly database: DataSource) {}

  async has(id: string): Promise<boolean> {
    const found = await this.database.query<unknown[]>(
      `SELECT FROM framework.level l JOIN framework.framework_version v ON v.id = l.version_id
       WHERE l.id = $1 AND v.published LIMIT 1`,
      [id],
    );
    return found.length > 0;
  }
}
