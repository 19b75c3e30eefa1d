import { Controller, Header, Inject, Redirect, Req, Res } from '@nestjs/common';
import { identityContract, type LinkedAccount } from '@luotsi/identity/model';
import {
  CONFIGURATION,
  Handle,
  Input,
  ProblemException,
  RequestLanguage,
  type Configuration,
} from '@luotsi/platform/api';
import { isRefusal, type Language, type Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DepartureLimit } from '../limits/departure-limit';
import { CurrentPerson, type Principal } from '../principal';
import { answered } from '../second-step/answer';
import { Proof } from '../second-step/proof';
import { Sessions } from '../session/sessions';
import { Links, WAITING_LIFE } from './links';
import { OpenIdProviders } from './providers';
import { OpenIdSignIn } from './sign-in';
import { ShortCookie } from './short-cookie';

const LINKED = '/api/me/linked-accounts';

/** Signing in at other services, and linking them to one's account. */
@Controller()
export class OpenIdController {
  private readonly waiting: ShortCookie;

  constructor(
    private readonly providers: OpenIdProviders,
    private readonly signIn: OpenIdSignIn,
    private readonly links: Links,
    private readonly proof: Proof,
    private readonly sessions: Sessions,
    private readonly limit: DepartureLimit,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.waiting = new ShortCookie(configuration, 'luotsi.link', LINKED, WAITING_LIFE);
  }

  @Handle(identityContract.listSignInProviders)
  list() {
    return { items: this.providers.all.map(({ id, name }) => ({ id, name })) };
  }

  @Handle(identityContract.startProviderSignIn)
  @Header('cache-control', 'no-store')
  async start(
    @Input() { params, body }: Received<typeof identityContract.startProviderSignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.depart(params.provider, body.returnTo, null, request, reply);
  }

  @Handle(identityContract.startLinking)
  async startLinking(
    @CurrentPerson() person: Principal,
    @Input() { body }: Received<typeof identityContract.startLinking>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    answered(await this.proof.ask(person.id, body.password, request));
    return this.depart(body.provider, '/account/security', person.id, request, reply);
  }

  @Handle(identityContract.finishProviderSignIn)
  @Header('cache-control', 'no-store')
  @Redirect()
  async finish(
    @Input() { params, query }: Received<typeof identityContract.finishProviderSignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RequestLanguage() language: Language,
  ): Promise<{ url: string; statusCode: number }> {
    const arrival = await this.signIn.arrive(params.provider, query.state, request, language);
    const cookies = [arrival.cookie];
    if (arrival.session) {
      const former = this.sessions.tokenOf(request);
      if (former) await this.sessions.end(former);
      cookies.push(...arrival.session);
    }
    if (arrival.waiting) cookies.push(this.waiting.set(arrival.waiting));
    reply.header('set-cookie', cookies);
    return { url: arrival.page, statusCode: 302 };
  }

  @Handle(identityContract.listLinkedAccounts)
  async linked(@CurrentPerson() person: Principal) {
    return this.links.list(person.id);
  }

  @Handle(identityContract.finishLinking)
  async finishLinking(
    @CurrentPerson() person: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkedAccount> {
    const session = this.sessions.tokenOf(request);
    const linked = await this.links.finish(this.waiting.read(request), person.id, session);
    reply.header('set-cookie', this.waiting.clear());
    if (isRefusal(linked)) throw ProblemException.of(linked);
    return linked;
  }

  @Handle(identityContract.unlinkAccount)
  async unlink(
    @CurrentPerson() person: Principal,
    @Input() { params, body }: Received<typeof identityContract.unlinkAccount>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    answered(await this.proof.ask(person.id, body.password, request));
    const refused = await this.links.unlink(person.id, params.id);
    if (refused) throw ProblemException.of(refused);
  }

  private async depart(
    provider: string,
    returnTo: string | undefined,
    person: string | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<{ address: string }> {
    await this.limit.count(request.ip);
    const departure = await this.signIn.depart(provider, returnTo, person, request);
    if (isRefusal(departure)) throw ProblemException.of(departure);
    reply.header('set-cookie', departure.cookie);
    return { address: departure.address };
  }
}
