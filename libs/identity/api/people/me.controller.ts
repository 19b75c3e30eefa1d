import { Controller, Header, Req, Res } from '@nestjs/common';
import { identityContract, type Me } from '@luotsi/identity/model';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPerson, meOf, Visitor, type Principal } from '../principal';
import { ChangeProfile } from '../profile/change-profile';
import { SessionRenewal } from '../session/session-renewal';
import { Sessions } from '../session/sessions';
import { ReadPeople } from './read-people';

/** Who is signed in. */
@Controller()
export class MeController {
  constructor(
    private readonly renewal: SessionRenewal,
    private readonly sessions: Sessions,
    private readonly profile: ChangeProfile,
    private readonly people: ReadPeople,
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
    @Req() request: FastifyRequest,
  ): Promise<Me> {
    await this.profile.change(person.id, body);
    return meOf((await this.sessions.identify(request)) ?? person);
  }

  @Handle(identityContract.listOwnAffiliations)
  async affiliations(
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof identityContract.listOwnAffiliations>> {
    return { items: await this.people.affiliations(person.id) };
  }
}
