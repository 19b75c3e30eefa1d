import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Registration } from '@luotsi/identity/model';
import { Mail, newId } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { LetterLimit } from '../limits/letter-limit';
import { undoneUnless } from '../limits/undone-unless';
import { MailLinks } from '../mail-link/mail-links';
import { Passwords } from '../password/passwords';
import { accountExistsLetter, verifyLetter } from './letters';

/**
 * Registering. What is told is kept apart from people until the address is confirmed, so that
 * nobody has an account under somebody else's address; and whether there is one already only the
 * letter says: the answer, and the work behind it, are the same.
 */
@Injectable()
export class SignUp {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly limit: LetterLimit,
    private readonly links: MailLinks,
    private readonly mail: Mail,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Keeps a registration and posts the letter with its link.
   * @throws ProblemException `validation-failed` for a password that is not taken, `letters-paused`
   */
  async register(registration: Registration, ip: string): Promise<void> {
    const { name, email, password, language } = registration;
    await this.passwords.mustBeGood(password, registration, language);
    await this.limit.count(email, ip);
    const hash = await this.passwords.hash(password);
    await this.database.transaction(async (manager) => {
      const signUp = newId();
      const [known] = await manager.query<{ id: string; language: Language }[]>(
        `SELECT id, language FROM identity.person WHERE email = $1`,
        [email],
      );
      // For an address that has an account, too: the work is the same, and nothing is kept of it.
      await undoneUnless(manager, !known, () =>
        manager.query(
          `INSERT INTO identity.sign_up (id, name, email, language, password_hash, return_to)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [signUp, name, email, language, hash, registration.returnTo ?? null],
        ),
      );
      const url = known
        ? await this.links.make(manager, 'reset', { person: known.id })
        : await this.links.make(manager, 'verify', { signUp });
      await this.mail.post(manager, {
        to: { name: null, address: email },
        person: known?.id ?? null,
        kind: known ? 'account-exists' : 'address-verification',
        language: known?.language ?? language,
        content: known ? accountExistsLetter(known.language, url) : verifyLetter(language, url),
      });
    });
  }

  /**
   * Posts another link for the newest registration of an address that is not confirmed yet.
   * @throws ProblemException `letters-paused`
   */
  async sendAgain(email: string, language: Language, ip: string): Promise<void> {
    await this.limit.count(email, ip);
    await this.database.transaction(async (manager) => {
      const [open] = await openRegistration(manager, email);
      await undoneUnless(manager, Boolean(open), async () => {
        const url = await this.links.make(manager, 'verify', { signUp: open?.id ?? newId() });
        await this.mail.post(manager, {
          to: { name: null, address: email },
          person: null,
          kind: 'address-verification',
          language,
          content: verifyLetter(language, url),
        });
      });
    });
  }
}

/** The newest registration of an address that waits to be confirmed and has no account yet. */
export function openRegistration(
  manager: EntityManager,
  email: string,
): Promise<{ readonly id: string }[]> {
  return manager.query(
    `SELECT s.id FROM identity.sign_up s
     WHERE s.email = $1 AND NOT EXISTS (SELECT FROM identity.person p WHERE p.email = s.email)
     ORDER BY s.created_at DESC LIMIT 1`,
    [email],
  );
}
