import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OwnPrivacy } from '@luotsi/identity/model';
import type { DataSource } from 'typeorm';
import { readMethods } from '../second-step/methods';
import { Copies } from './copy/copies';
import { Deletions } from './deletion/deletions';

/** What a person's own privacy page begins with. */
@Injectable()
export class OwnPrivacyPage {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly copies: Copies,
    private readonly deletions: Deletions,
  ) {}

  async read(person: string): Promise<OwnPrivacy> {
    const methods = await readMethods(this.database, person);
    return {
      archive: await this.copies.latest(person),
      deletion: await this.deletions.waiting(person),
      confirmWith: methods?.password ? 'password' : 'fresh-sign-in',
    };
  }
}
