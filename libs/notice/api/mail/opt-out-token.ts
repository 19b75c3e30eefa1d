import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { installationSecret } from '@luotsi/platform/api';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** What a letter's opt-out is the right to: the mail of some kinds to one person, and nothing else. */
export interface OptOut {
  readonly person: string;
  readonly kinds: readonly string[];
}

/**
 * Makes and reads the tokens of opt-outs: what they are about, signed with the installation's secret.
 * Nothing is kept of them and they don't expire, since letters are kept for years.
 */
@Injectable()
export class OptOutTokens {
  private key: Promise<string> | undefined;

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async make({ person, kinds }: OptOut): Promise<string> {
    const about = Buffer.from([person, ...kinds].join(' ')).toString('base64url');
    return `${about}.${(await this.sign(about)).toString('base64url')}`;
  }

  /** What a token is about; null when it isn't ours. */
  async read(token: string): Promise<OptOut | null> {
    const [about = '', signature = ''] = token.split('.', 2);
    const given = Buffer.from(signature, 'base64url');
    const right = await this.sign(about);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const [person = '', ...kinds] = Buffer.from(about, 'base64url').toString().split(' ');
    return { person, kinds };
  }

  private async sign(about: string): Promise<Buffer> {
    this.key ??= installationSecret(this.database);
    return createHmac('sha256', await this.key)
      .update(`notice opt-out ${about}`)
      .digest();
  }
}
