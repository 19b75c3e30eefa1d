import { Changes, newId, type Configuration } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { MailLinks } from '../mail-link/mail-links';
import { addPeople, grantRole, IDENTITY } from './people';

/** Seconds in which the link has to be used. */
const LINK_LIFE = 24 * 3_600;

/** Who has been made an administrator, and how they get in. */
export interface InvitedAdministrator {
  /** A page of the web on which they choose their password; good once, for 24 hours. */
  readonly link: string;
  /** There was an account with the address already. */
  readonly known: boolean;
  /** They were an administrator already. */
  readonly wasAdministrator: boolean;
}

/**
 * Makes someone an administrator for the whole country, adding them where there is no such account.
 * For whoever runs the installation: nobody else can make the first one.
 * @param email as `emailAddress` reads it
 */
export async function inviteAdministrator(
  manager: EntityManager,
  email: string,
  configuration: Configuration,
): Promise<InvitedAdministrator> {
  const [known] = await manager.query<{ id: string; administrator: boolean }[]>(
    `SELECT p.id, EXISTS (SELECT FROM identity.role_grant WHERE person_id = p.id
       AND role = 'administrator' AND valid_from <= now() AND valid_to IS NULL) AS administrator
     FROM identity.person p WHERE p.email = $1 FOR NO KEY UPDATE`,
    [email],
  );
  const person = known?.id ?? (await add(manager, email));
  if (!known?.administrator) await makeAdministrator(manager, person);
  const links = new MailLinks(configuration);
  await links.close(manager, person, ['reset']);
  return {
    link: await links.make(manager, 'reset', { person }, LINK_LIFE),
    known: known !== undefined,
    wasAdministrator: known?.administrator ?? false,
  };
}

async function add(manager: EntityManager, email: string): Promise<string> {
  const [name = email] = email.split('@');
  const [person = newId()] = await addPeople(manager, [{ name, email }]);
  const facts = { way: 'command' };
  await Audit.record(manager, { action: 'account-created', actor: null, subject: person, facts });
  return person;
}

async function makeAdministrator(manager: EntityManager, person: string): Promise<void> {
  const scope = { type: 'country', id: null } as const;
  // One that ends some day stands in the way of one that has no end.
  await manager.query(
    `UPDATE identity.role_grant SET valid_to = now()
     WHERE person_id = $1 AND role = 'administrator' AND valid_from < now() AND valid_to > now()`,
    [person],
  );
  await manager.query(
    `DELETE FROM identity.role_grant
     WHERE person_id = $1 AND role = 'administrator' AND valid_from >= now()`,
    [person],
  );
  await grantRole(manager, person, 'administrator', scope);
  await Changes.announce(manager, IDENTITY, person);
  await Audit.record(manager, {
    action: 'role-given',
    actor: null,
    subject: person,
    facts: { role: 'administrator', scope, way: 'command' },
  });
}
