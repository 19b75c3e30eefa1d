import { Controller, Req, Res } from '@nestjs/common';
import { identityContract as contract, type Invitation } from '@luotsi/identity/model';
import { Handle, Input, ProblemException, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPerson, meOf, Visitor, type Principal } from '../principal';
import { SessionOpening } from '../session/session-opening';
import { Sessions } from '../session/sessions';
import { AcceptInvitations } from './accept-invitations';
import { ImportInvitations } from './import-invitations';
import { ListInvitations } from './list-invitations';
import { SendInvitations } from './send-invitations';

/** Invitations: sending them, one by one or from a file, and accepting them. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly sending: SendInvitations,
    private readonly listing: ListInvitations,
    private readonly files: ImportInvitations,
    private readonly accepting: AcceptInvitations,
    private readonly opening: SessionOpening,
    private readonly sessions: Sessions,
  ) {}

  @Handle(contract.invite)
  invite(
    @CurrentPerson() sender: Principal,
    @Input() { body }: Received<typeof contract.invite>,
  ): Promise<Invitation> {
    return this.sending.invite(sender, body);
  }

  @Handle(contract.listInvitations)
  list(
    @CurrentPerson() viewer: Principal,
    @Input() { query }: Received<typeof contract.listInvitations>,
  ): Promise<Answer<typeof contract.listInvitations>> {
    return this.listing.list(viewer, query);
  }

  @Handle(contract.resendInvitation)
  resend(
    @CurrentPerson() sender: Principal,
    @Input() { params }: Received<typeof contract.resendInvitation>,
  ): Promise<Invitation> {
    return this.sending.resend(sender, params.id);
  }

  @Handle(contract.withdrawInvitation)
  withdraw(
    @CurrentPerson() sender: Principal,
    @Input() { params }: Received<typeof contract.withdrawInvitation>,
  ): Promise<Invitation> {
    return this.sending.withdraw(sender, params.id);
  }

  @Handle(contract.importInvitations)
  import(
    @CurrentPerson() sender: Principal,
    @Input() { body }: Received<typeof contract.importInvitations>,
  ): Promise<Answer<typeof contract.importInvitations>> {
    return this.files.import(sender, body);
  }

  @Handle(contract.lookAtInvitation)
  look(
    @Input() { body }: Received<typeof contract.lookAtInvitation>,
  ): Promise<Answer<typeof contract.lookAtInvitation>> {
    return this.accepting.look(body.token);
  }

  @Handle(contract.acceptInvitation)
  async accept(
    @Visitor() visitor: Principal | null,
    @Input() { body }: Received<typeof contract.acceptInvitation>,
    @RequestLanguage() language: Language,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<typeof contract.acceptInvitation>> {
    const { person, leftOut } = await this.accepting.accept(body, visitor, language);
    const me = visitor
      ? await this.sessions.identify(request)
      : await this.enter(person, request, reply);
    if (!me) throw new ProblemException('sign-in-needed');
    return { me: meOf(me), leftOut: [...leftOut] };
  }

  /** The link came by mail: whoever holds it and has chosen a password is signed in. */
  private async enter(
    person: string,
    { headers }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Principal | null> {
    const userAgent = headers['user-agent'];
    const open = await this.opening.open({
      person,
      userAgent,
      way: 'invitation',
      secondStep: false,
    });
    if (open) void reply.header('set-cookie', open.cookies);
    return open?.principal ?? null;
  }
}
