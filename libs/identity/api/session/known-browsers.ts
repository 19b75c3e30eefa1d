import { Inject, Injectable } from '@nestjs/common';
import { browserInWords, type BrowserKind } from '@luotsi/identity/model';
import { CONFIGURATION, Mail, publicOrigin, type Configuration } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { newDeviceLetter } from './letters';

/** Tells people of a sign-in with a kind of browser or system that they have not used before. */
@Injectable()
export class KnownBrowsers {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly mail: Mail,
  ) {}

  /** Notes the kind a person signs in with; a letter goes out when it is new, save the first. */
  async note(manager: EntityManager, person: string, kind: BrowserKind): Promise<void> {
    const [noted] = await manager.query<{ fresh: boolean; others: boolean }[]>(
      `INSERT INTO identity.known_browser (person_id, browser, system)
       SELECT id, $2, $3 FROM identity.person WHERE id = $1 AND NOT demonstration
       ON CONFLICT (person_id, browser, system) DO UPDATE SET last_at = now()
       RETURNING xmax = 0 AS fresh,
         EXISTS (SELECT FROM identity.known_browser WHERE person_id = $1) AS others`,
      [person, kind.browser, kind.system],
    );
    if (noted?.fresh && noted.others) await this.tell(manager, person, kind);
  }

  private async tell(manager: EntityManager, person: string, kind: BrowserKind): Promise<void> {
    const [owner] = await manager.query<{ name: string; email: string; language: Language }[]>(
      `SELECT name, email, language FROM identity.person WHERE id = $1`,
      [person],
    );
    if (!owner) return;
    await this.mail.post(manager, {
      to: { name: owner.name, address: owner.email },
      person,
      kind: 'new-device',
      language: owner.language,
      content: newDeviceLetter(
        owner.language,
        browserInWords(kind),
        `${publicOrigin(this.configuration)}/account/security`,
      ),
    });
  }
}
