import { Controller, Header, Req, Res } from '@nestjs/common';
import { identityContract, type HalfSignedIn, type Me } from '@luotsi/identity/model';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { meOf } from '../principal';
import { Sessions } from '../session/sessions';
import { SignIn } from './sign-in';

/** The way in and the way out. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
  ) {}

  @Handle(identityContract.signIn)
  @Header('cache-control', 'no-store')
  async enter(
    @Input() { body }: Received<typeof identityContract.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me | HalfSignedIn> {
    const entered = await this.signIn.enter(body, request);
    if (entered === null) throw new ProblemException('wrong-credentials');
    if (isRefusal(entered)) throw ProblemException.of(entered);
    reply.header('set-cookie', entered.cookies);
    if ('principal' in entered) return meOf(entered.principal);
    reply.status(202);
    return { secondStep: [...entered.secondStep] };
  }

  @Handle(identityContract.signOut)
  @Header('cache-control', 'no-store')
  async leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ success: true }> {
    const token = this.sessions.tokenOf(request);
    if (token) await this.sessions.end(token, 'sign-out');
    reply.header('set-cookie', await this.signIn.farewell());
    return { success: true };
  }
}
