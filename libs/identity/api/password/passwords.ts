import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { randomBytes } from 'node:crypto';
import { Gate } from '../sign-in/gate';

/**
 * How many passwords are hashed at once. Each takes one of the four threads that Node also needs
 * for new database connections, files and compression; a rush must leave some of them free.
 */
const HASHED_AT_ONCE = 2;

/**
 * Hashes passwords and checks them: scrypt over the password in Unicode's form NFKC, so that it is
 * the same on every keyboard. Checking takes the same work whether or not there is a hash.
 */
@Injectable()
export class Passwords {
  private readonly gate = new Gate(HASHED_AT_ONCE);
  private readonly nobodys = hashPassword(randomBytes(32).toString('base64url'));

  hash(password: string): Promise<string> {
    return this.gate.pass(() => hashPassword(password));
  }

  /** Whether it is the password behind a hash; where there is none, the same work says no. */
  async isRight(password: string, hash: string | null | undefined): Promise<boolean> {
    const against = hash ?? (await this.nobodys);
    const right = await this.gate.pass(() => verifyPassword({ hash: against, password }));
    return right && Boolean(hash);
  }
}
