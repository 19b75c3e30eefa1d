import { Controller, Header, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, type Me } from '@luotsi/identity/model';
import { Changes, Handle, Input } from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { CurrentPerson, meOf, Visitor, type Principal } from '../principal';
import { SessionRenewal } from '../session/session-renewal';
import { IDENTITY } from './people';

/** Who is signed in. */
@Controller()
export class MeController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly changes: Changes,
    private readonly renewal: SessionRenewal,
  ) {}

  @Handle(identityContract.getSignedIn)
  @Header('cache-control', 'private, no-store')
  async open(
    @Visitor() person: Principal | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ person: Me | null }> {
    return { person: person && (await this.read(person, request, reply)) };
  }

  @Handle(identityContract.getMe)
  async read(
    @CurrentPerson() person: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const cookies = await this.renewal.renew(request);
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return meOf(person);
  }

  @Handle(identityContract.changeMe)
  async change(
    @CurrentPerson() person: Principal,
    @Input() { body }: Received<typeof identityContract.changeMe>,
  ): Promise<Me> {
    await this.database.transaction(async (manager) => {
      await manager.query(
        `UPDATE identity.person SET language = $2, updated_at = now() WHERE id = $1`,
        [person.id, body.language],
      );
      await Changes.announce(manager, IDENTITY, person.id);
    });
    this.changes.changedHere(IDENTITY, person.id);
    return { ...meOf(person), language: body.language };
  }
}
