import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  changeRoles,
  identityContract,
  type HeldRole,
  type Person,
  type RoleChange,
  type WantedRole,
} from '@luotsi/identity/model';
import {
  Changes,
  CONFIGURATION,
  Mail,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import { isRefusal, type Language, type Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { rolesChangedLetter, roleInWords } from '../people/letters';
import { IDENTITY } from '../people/people';
import { ReadPeople } from '../people/read-people';
import { Places, type KnownPlaces } from '../places';
import type { Principal } from '../principal';
import { anAdministratorRemains, readHeld, writeRoleChange } from './role-grants';

type Body = Received<typeof identityContract.changeRolesOf>['body'];

/** Gives and takes roles. */
@Injectable()
export class ChangeRoles {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly places: Places,
    private readonly people: ReadPeople,
    private readonly mail: Mail,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * Makes a person hold the wanted roles, as far as the giver may manage them; tells the person.
   * @throws ProblemException `not-found`, `changed-meanwhile`, or what the rule refuses with
   */
  async change(giver: Principal, id: string, { version, roles }: Body): Promise<Person> {
    const known = await this.places.known();
    const person = await this.database.transaction(async (manager) => {
      await manager.query(`SELECT FROM identity.person WHERE id = $1 FOR UPDATE`, [id]);
      const before = await this.people.one(manager, giver, id);
      if (version !== undefined && version !== before.version) {
        throw new ProblemException('changed-meanwhile', { current: before });
      }
      const change = await this.decide(manager, giver, id, roles.map(asWanted), known);
      if (await this.write(manager, giver, id, change)) await this.tell(manager, giver, id, known);
      return this.people.one(manager, giver, id, { seen: true });
    });
    this.changes.changedHere(IDENTITY, id);
    return person;
  }

  private async decide(
    manager: EntityManager,
    giver: Principal,
    id: string,
    wanted: readonly WantedRole[],
    { regions, groups }: KnownPlaces,
  ): Promise<RoleChange> {
    const held = await readHeld(manager, id);
    if (!held) throw new ProblemException('not-found');
    const places = { regions: new Set(regions.keys()), groups };
    const change = changeRoles({ giver, wanted, places, ...held });
    if (isRefusal(change)) throw ProblemException.of(change);
    return change;
  }

  /** Returns whether anything changes. */
  private async write(
    manager: EntityManager,
    giver: Principal,
    id: string,
    change: RoleChange,
  ): Promise<boolean> {
    const { give, change: changed, take } = change;
    if (give.length + changed.length + take.length === 0) return false;
    await writeRoleChange(manager, id, giver.id, change);
    if (!(await anAdministratorRemains(manager))) throw new ProblemException('last-administrator');
    const actions = [
      ...give.map((one) => ['role-given', one] as const),
      ...changed.map((one) => ['role-changed', one] as const),
      ...take.map((one) => ['role-taken', one] as const),
    ];
    for (const [action, { role, scope, validTo }] of actions) {
      const until = action !== 'role-taken' && validTo ? { until: validTo.toISOString() } : {};
      await Audit.record(manager, {
        action,
        actor: giver.id,
        subject: id,
        facts: { role, scope: { ...scope }, ...until },
      });
    }
    await Changes.announce(manager, IDENTITY, id);
    return true;
  }

  private async tell(
    manager: EntityManager,
    giver: Principal,
    id: string,
    known: KnownPlaces,
  ): Promise<void> {
    if (giver.id === id) return;
    const [to] = await manager.query<{ name: string; email: string; language: Language }[]>(
      `SELECT name, email, language FROM identity.person WHERE id = $1`,
      [id],
    );
    const after = await readHeld(manager, id);
    if (!to || !after) return;
    const holds = (one: HeldRole) => one.validFrom <= after.now;
    const { language } = to;
    await this.mail.post(manager, {
      to: { name: to.name, address: to.email },
      person: id,
      kind: 'roles-changed',
      language,
      content: rolesChangedLetter(language, {
        held: after.held.filter(holds).map((one) => roleInWords(one, known, language)),
        profileUrl: `${publicOrigin(this.configuration)}/account/profile`,
      }),
    });
  }
}

function asWanted({ role, scope, validFrom, validTo }: Body['roles'][number]): WantedRole {
  return {
    role,
    scope,
    validFrom: validFrom ? new Date(validFrom) : null,
    validTo: validTo ? new Date(validTo) : null,
  };
}
