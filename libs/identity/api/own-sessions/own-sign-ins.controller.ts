import { Controller, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, type OwnSignIn } from '@luotsi/identity/model';
import { Changes, Handle, Input, ProblemException } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { IDENTITY } from '../people/people';
import { CurrentPerson, type Principal } from '../principal';
import { Sessions } from '../session/sessions';
import { SignIn } from '../sign-in/sign-in';

interface Row extends Omit<OwnSignIn, 'signedInAt' | 'lastSeenAt' | 'expiresAt'> {
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Where one is signed in, and signing out of there. */
@Controller()
export class OwnSignInsController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
  ) {}

  @Handle(identityContract.listOwnSignIns)
  async list(
    @CurrentPerson() { id }: Principal,
    @Req() request: FastifyRequest,
  ): Promise<Answer<typeof identityContract.listOwnSignIns>> {
    const rows = await this.database.query<Row[]>(
      `SELECT id, coalesce(browser, 'other') AS browser, coalesce(system, 'other') AS system,
         created_at AS "signedInAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt",
         second_step_at IS NOT NULL AS "secondStep", token = $2 AS current
       FROM identity.session WHERE person_id = $1 AND expires_at > now()
       ORDER BY token = $2 DESC, last_seen_at DESC, id`,
      [id, this.sessions.tokenOf(request)],
    );
    return {
      items: rows.map((row) => ({
        ...row,
        signedInAt: row.signedInAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      })),
    };
  }

  @Handle(identityContract.endOwnSignIn)
  async end(
    @CurrentPerson() { id: person }: Principal,
    @Input() { params }: Received<typeof identityContract.endOwnSignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.database.transaction(async (manager) => {
      const [[ended]] = await manager.query<[{ token: string }[]]>(
        `DELETE FROM identity.session WHERE id = $1 AND person_id = $2 RETURNING token`,
        [params.id, person],
      );
      if (!ended) throw new ProblemException('not-found');
      await Changes.announce(manager, IDENTITY, person);
      await Audit.record(manager, { action: 'sign-in-ended', actor: person, subject: person });
      return ended.token;
    });
    this.changes.changedHere(IDENTITY, person);
    if (token === this.sessions.tokenOf(request)) {
      reply.header('set-cookie', await this.signIn.farewell());
    }
  }

  @Handle(identityContract.endOtherSignIns)
  async endOthers(
    @CurrentPerson() { id: person }: Principal,
    @Req() request: FastifyRequest,
  ): Promise<Answer<typeof identityContract.endOtherSignIns>> {
    const except = this.sessions.tokenOf(request) ?? '';
    const ended = await this.database.transaction(async (manager) => {
      const count = await this.sessions.endAllOf(manager, person, { except });
      await Audit.record(manager, {
        action: 'sign-in-ended',
        actor: person,
        subject: person,
        facts: { count },
      });
      return count;
    });
    this.changes.changedHere(IDENTITY, person);
    return { ended };
  }
}
