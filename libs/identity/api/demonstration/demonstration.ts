import type { RoleInScope } from '@luotsi/identity/model';
import { hashPassword } from 'better-auth/crypto';
import type { EntityManager } from 'typeorm';
import { addPasswords, addPeople, grantRole } from '../people/people';
import data from './people.json' with { type: 'json' };

/** The password of every demonstration account. */
const PASSWORD = 'luotsi-demo-2027';

interface DemonstrationPerson {
  readonly account: string;
  readonly name: string;
  readonly language: 'fi' | 'sv';
  readonly region: string;
  /** Besides counsellor in the own region, which everybody but the administrator is. */
  readonly roles: readonly RoleInScope[];
}

const people = data as readonly DemonstrationPerson[];

/**
 * The demonstration accounts: `counsellor1` … `counsellor40`, `coach1`, `coordinator1` (Lapland),
 * `developer1` (its development group is given by the network), `national1`, `admin1`.
 */
export async function demonstration(manager: EntityManager): Promise<void> {
  const ids = await addPeople(
    manager,
    people.map(({ account, ...person }) => ({
      ...person,
      email: demonstrationEmail(account),
      demonstration: true,
    })),
  );
  // The password is public: one hash for all of them gives nothing away and takes no time.
  const passwordHash = await hashPassword(PASSWORD);
  await addPasswords(
    manager,
    ids.map((id) => ({ id, passwordHash })),
  );
  for (const [place, { account, region, roles }] of people.entries()) {
    const own: RoleInScope = { role: 'counsellor', scope: { type: 'region', id: region } };
    for (const { role, scope } of account === 'admin1' ? roles : [own, ...roles]) {
      await grantRole(manager, ids[place] ?? '', role, scope);
    }
  }
}

/** The address of a demonstration account: `developer1` → `developer1@demo.luotsi.example`. */
export function demonstrationEmail(account: string): string {
  return `${account}@demo.luotsi.example`;
}
