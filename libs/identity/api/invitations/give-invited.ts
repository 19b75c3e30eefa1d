import { mayGive, type RoleInScope } from '@luotsi/identity/model';
import { Changes } from '@luotsi/platform/api';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { grantRole, IDENTITY } from '../people/people';
import type { KnownPlaces } from '../places';
import { lockAffiliation, moveAffiliation } from '../profile/affiliations';
import { rolesHeldNow } from '../roles/role-grants';

/** The roles that an invitation carries, and who sent it. */
export interface Invited {
  readonly sender: string | null;
  readonly roles: readonly RoleInScope[];
}

/** Gives what the sender may still give. Returns the rest. */
export async function giveInvited(
  manager: EntityManager,
  { sender, roles }: Invited,
  person: string,
  known: KnownPlaces,
  isNew: boolean,
): Promise<RoleInScope[]> {
  const giver = { roles: sender ? await rolesHeldNow(manager, sender) : [] };
  const given = roles.filter((role) => mayGive(giver, role, known.groups));
  const gifts: readonly RoleInScope[] =
    given.length === 0 && isNew
      ? [{ role: 'counsellor', scope: { type: 'country', id: null } }]
      : given;
  for (const { role, scope } of gifts) {
    if (!(await grantRole(manager, person, role, scope, sender))) continue;
    await Audit.record(manager, {
      action: 'role-given',
      actor: sender,
      subject: person,
      facts: { role, scope: { ...scope } },
    });
  }
  await vouch(manager, person, given, known, sender);
  await Changes.announce(manager, IDENTITY, person);
  return roles.filter((role) => !given.includes(role));
}

/** Whoever gives roles in one region vouches for it, where the person has not named another. */
async function vouch(
  manager: EntityManager,
  person: string,
  given: readonly RoleInScope[],
  { groups }: KnownPlaces,
  sender: string | null,
): Promise<void> {
  const regions = new Set(
    given.flatMap(({ scope: { type, id } }) =>
      type === 'region' ? (id ?? []) : (groups.get(id ?? '')?.region ?? []),
    ),
  );
  const [region] = regions;
  if (!sender || sender === person || !region || regions.size > 1) return;
  const now = await lockAffiliation(manager, person);
  if (!now || (now.region !== null && (now.region !== region || now.regionConfirmed))) return;
  await moveAffiliation(manager, person, { ...now, region }, sender);
}
