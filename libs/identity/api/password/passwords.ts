import { Injectable } from '@nestjs/common';
import { passwordFaultInWords } from '@luotsi/identity/model';
import { ProblemException } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { randomBytes } from 'node:crypto';
import { Gate } from '../sign-in/gate';
import { CommonPasswordLists } from './common-passwords';
import { faultOf, type Owner } from './password-rule';

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

  constructor(private readonly lists: CommonPasswordLists) {}

  /**
   * Lets a password pass that may be kept.
   * @param pointer where it stands in the body
   * @throws ProblemException `validation-failed`, saying what is wrong with it
   */
  async mustBeGood(
    password: string,
    owner: Owner,
    language: Language,
    pointer = '/password',
  ): Promise<void> {
    const fault = faultOf(password, owner, await this.lists.read());
    if (fault === null) return;
    throw new ProblemException('validation-failed', {}, [
      { pointer, detail: passwordFaultInWords(fault, language) },
    ]);
  }

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
