import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, peopleReach, type Invitation } from '@luotsi/identity/model';
import {
  CONFIGURATION,
  Mail,
  ProblemException,
  publicOrigin,
  type Configuration,
} from '@luotsi/platform/api';
import { locales, type Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { roleInWords } from '../people/letters';
import { Places, type KnownPlaces } from '../places';
import type { Principal } from '../principal';
import { firstTwice, whyNotGiven, withGroup } from './check-roles';
import {
  addInvitation,
  INVITATION_LIFE,
  newSecret,
  readInvitation,
  type NewInvitation,
} from './invitation-rows';
import { invitationLetter } from './letters';

type Body = Received<typeof identityContract.invite>['body'];
type Sender = Pick<Principal, 'id' | 'name' | 'roles'>;

/** Sends invitations, sends them again and withdraws them. */
@Injectable()
export class SendInvitations {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly places: Places,
    private readonly mail: Mail,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * @throws ProblemException `roles-missing`, `already-invited`, or what keeps a role from being
   *   given
   */
  async invite(sender: Principal, body: Body): Promise<Invitation> {
    const known = await this.places.known();
    const roles = withGroup(body.roles, body.group);
    if (roles.length === 0) throw new ProblemException('roles-missing');
    for (const [place, role] of roles.entries()) {
      const refusal = whyNotGiven(sender, role, known);
      const pointer = place < body.roles.length ? `/roles/${String(place)}` : '/group';
      if (refusal) throw new ProblemException(refusal, { pointer, role: role.role });
    }
    const twice = firstTwice(roles);
    if (twice >= 0)
      throw new ProblemException('role-twice', { pointer: `/roles/${String(twice)}` });
    return this.database.transaction(async (manager) => {
      const sent = await this.send(manager, sender, known, {
        email: body.email,
        name: body.name ?? null,
        language: body.language ?? sender.language,
        roles,
        invitedBy: sender.id,
      });
      if (!sent) throw new ProblemException('already-invited');
      return sent;
    });
  }

  /** Adds an invitation and posts its letter. Null when the sender has an open one to the address. */
  async send(
    manager: EntityManager,
    sender: Sender,
    known: KnownPlaces,
    invitation: NewInvitation,
  ): Promise<Invitation | null> {
    const added = await addInvitation(manager, invitation);
    if (!added) return null;
    return this.post(manager, sender, known, added);
  }

  /** @throws ProblemException `not-found`, `invitation-used`, `invitation-withdrawn`, … */
  async resend(sender: Principal, id: string): Promise<Invitation> {
    const known = await this.places.known();
    return this.database.transaction(async (manager) => {
      const { state, roles } = await this.lock(manager, sender, known, id);
      if (state === 'accepted') throw new ProblemException('invitation-used');
      if (state === 'withdrawn') throw new ProblemException('invitation-withdrawn');
      for (const role of roles) {
        const refusal = whyNotGiven(sender, role, known);
        if (refusal) throw new ProblemException('role-out-of-scope', { role: role.role });
      }
      const { token, hash } = newSecret();
      // Whoever sends it again answers for its roles from now on.
      const [, changed] = await manager.query<[unknown, number]>(
        `UPDATE identity.invitation i SET token_hash = $2, invited_by = $3, sent_at = now(),
           expires_at = now() + make_interval(days => $4)
         WHERE id = $1 AND NOT EXISTS (SELECT FROM identity.invitation o WHERE o.email = i.email
           AND o.invited_by = $3 AND o.id <> i.id AND o.accepted_at IS NULL
           AND o.withdrawn_at IS NULL)`,
        [id, hash, sender.id, INVITATION_LIFE],
      );
      if (changed === 0) throw new ProblemException('already-invited');
      return this.post(manager, sender, known, { id, token });
    });
  }

  /** @throws ProblemException `not-found`, `invitation-used` */
  async withdraw(sender: Principal, id: string): Promise<Invitation> {
    const known = await this.places.known();
    return this.database.transaction(async (manager) => {
      const { state } = await this.lock(manager, sender, known, id);
      if (state === 'accepted') throw new ProblemException('invitation-used');
      if (state !== 'withdrawn') {
        await manager.query(`UPDATE identity.invitation SET withdrawn_at = now() WHERE id = $1`, [
          id,
        ]);
        await Audit.record(manager, { action: 'invitation-withdrawn', actor: sender.id });
      }
      return this.read(manager, id);
    });
  }

  /** Locks an invitation that someone may see: their own, or one into their own places. */
  private async lock(
    manager: EntityManager,
    viewer: Principal,
    { groups }: KnownPlaces,
    id: string,
  ): Promise<Invitation> {
    await manager.query(`SELECT FROM identity.invitation WHERE id = $1 FOR UPDATE`, [id]);
    const invitation = await this.read(manager, id);
    const reach = peopleReach(viewer, groups);
    const isInReach = invitation.roles.some(({ scope }) =>
      (scope.type === 'region' ? reach.regions : reach.groups).includes(scope.id ?? ''),
    );
    if (reach.everyone || isInReach || invitation.invitedBy?.id === viewer.id) return invitation;
    throw new ProblemException('not-found');
  }

  private async read(manager: EntityManager, id: string): Promise<Invitation> {
    const invitation = await readInvitation(manager, id);
    if (!invitation) throw new ProblemException('not-found');
    return invitation;
  }

  private async post(
    manager: EntityManager,
    sender: Sender,
    known: KnownPlaces,
    { id, token }: { readonly id: string; readonly token: string },
  ): Promise<Invitation> {
    const invitation = await this.read(manager, id);
    const { language, email, name, roles, expiresAt } = invitation;
    const until = new Intl.DateTimeFormat(locales[language], {
      dateStyle: 'long',
      timeZone: 'Europe/Helsinki',
    }).format(new Date(expiresAt));
    await this.mail.post(manager, {
      to: { name, address: email },
      person: null,
      kind: 'invitation',
      language,
      content: invitationLetter(language, {
        invitedBy: sender.name,
        roles: roles.map((role) => roleInWords(role, known, language)),
        until,
        url: `${publicOrigin(this.configuration)}/invitation?token=${token}`,
      }),
    });
    await Audit.record(manager, {
      action: 'invitation-sent',
      actor: sender.id,
      facts: { roles: roles.map(({ role, scope }) => ({ role, scope: { ...scope } })) },
    });
    return invitation;
  }
}
