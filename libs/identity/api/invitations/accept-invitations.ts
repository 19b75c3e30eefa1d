import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, type RoleInScope } from '@luotsi/identity/model';
import { Changes, ProblemException } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import type { DataSource, EntityManager } from 'typeorm';
import { Audit } from '../audit/audit';
import { Passwords } from '../password/passwords';
import { addPasswords, addPeople, IDENTITY } from '../people/people';
import { Places } from '../places';
import type { Principal } from '../principal';
import { giveInvited } from './give-invited';
import { hashOf, INVITED_ROLES, INVITATION_STATE } from './invitation-rows';

type Body = Received<typeof identityContract.acceptInvitation>['body'];

interface Row {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly roles: readonly RoleInScope[];
  readonly state: 'open' | 'expired' | 'accepted' | 'withdrawn';
  readonly expiresAt: string;
  readonly sender: string | null;
  readonly invitedBy: string | null;
  readonly account: string | null;
}

/** Whoever has accepted, and the roles that the sender may not give any more. */
export interface Accepted {
  readonly person: string;
  readonly isNew: boolean;
  readonly leftOut: readonly RoleInScope[];
}

/** Looks at invitations by the secret of their link, and accepts them. */
@Injectable()
export class AcceptInvitations {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly places: Places,
    private readonly passwords: Passwords,
  ) {}

  /** @throws ProblemException `invitation-unknown`, `-used`, `-expired`, `-withdrawn` */
  async look(token: string): Promise<Answer<typeof identityContract.lookAtInvitation>> {
    const { email, name, language, roles, expiresAt, invitedBy, account } = await open(
      this.database.manager,
      token,
    );
    const hasAccount = account !== null;
    return { email, name, language, roles: [...roles], expiresAt, invitedBy, hasAccount };
  }

  /**
   * Gives the roles of an invitation to its address: to the account that is signed in, or to a new
   * one. Roles that the sender may not give any more are left out; whoever gets none gets what
   * anybody has who registers.
   * @throws ProblemException of the link, `invitation-for-another`, `invitation-needs-sign-in`,
   *   `invitation-needs-account`, `validation-failed`
   */
  async accept(body: Body, signedIn: Principal | null, language: Language): Promise<Accepted> {
    const seen = await open(this.database.manager, body.token);
    const account = signedIn ? null : await this.readyAccount(seen, body, language);
    const known = await this.places.known();
    const accepted = await this.database.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [seen.email]);
      const invitation = await open(manager, body.token, 'FOR UPDATE OF i');
      if (!account) mustBeFor(invitation, signedIn);
      else if (invitation.account) throw new ProblemException('invitation-needs-sign-in');
      const person = account ? await addAccount(manager, invitation, account) : invitation.account;
      if (!person) throw new ProblemException('sign-in-needed');
      await manager.query(
        `UPDATE identity.invitation SET accepted_at = now(), accepted_by = $2 WHERE id = $1`,
        [invitation.id, person],
      );
      await Audit.record(manager, {
        action: 'invitation-accepted',
        actor: person,
        subject: person,
      });
      const leftOut = await giveInvited(manager, invitation, person, known, account !== null);
      return { person, isNew: account !== null, leftOut };
    });
    this.changes.changedHere(IDENTITY, accepted.person);
    return accepted;
  }

  /** The name and hashed password of a new account; hashing is no work for a transaction. */
  private async readyAccount(
    { email, account, name: invited, language }: Row,
    body: Body,
    spoken: Language,
  ): Promise<NewAccount> {
    if (account) throw new ProblemException('invitation-needs-sign-in');
    const name = body.name ?? invited;
    if (!name || body.password === undefined) {
      throw new ProblemException('invitation-needs-account');
    }
    await this.passwords.mustBeGood(body.password, { name, email }, spoken);
    const passwordHash = await this.passwords.hash(body.password);
    return { name, language: body.language ?? language, passwordHash };
  }
}

interface NewAccount {
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string;
}

async function addAccount(
  manager: EntityManager,
  { email }: Row,
  { name, language, passwordHash }: NewAccount,
): Promise<string> {
  const [person = ''] = await addPeople(manager, [{ name, email, language }]);
  await addPasswords(manager, [{ id: person, passwordHash }]);
  await Audit.record(manager, { action: 'account-created', actor: person, subject: person });
  return person;
}

/** Reads an invitation that can be accepted. */
async function open(manager: Pick<EntityManager, 'query'>, token: string, lock = ''): Promise<Row> {
  const [row] = await manager.query<Row[]>(
    `SELECT i.id, i.email, i.name, i.language, ${INVITED_ROLES} AS roles,
       ${INVITATION_STATE} AS state, to_jsonb(i.expires_at)#>>'{}' AS "expiresAt",
       i.invited_by AS sender,
       (SELECT name FROM identity.person WHERE id = i.invited_by) AS "invitedBy",
       (SELECT id FROM identity.person p WHERE p.email = i.email) AS account
     FROM identity.invitation i WHERE i.token_hash = $1 ${lock}`,
    [hashOf(token)],
  );
  if (!row) throw new ProblemException('invitation-unknown');
  if (row.state === 'accepted') throw new ProblemException('invitation-used');
  if (row.state === 'withdrawn') throw new ProblemException('invitation-withdrawn');
  if (row.state === 'expired') throw new ProblemException('invitation-expired');
  return row;
}

function mustBeFor({ account }: Row, signedIn: Principal | null): void {
  if (account !== signedIn?.id) throw new ProblemException('invitation-for-another');
}
