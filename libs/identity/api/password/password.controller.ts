import { Controller, Header, Req, Res } from '@nestjs/common';
import { identityContract } from '@luotsi/identity/model';
import { Handle, Input, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPerson, type Principal } from '../principal';
import { answered } from '../second-step/answer';
import { Proof } from '../second-step/proof';
import { Sessions } from '../session/sessions';
import { PasswordChange } from './password-change';
import { PasswordReset } from './password-reset';

/** Forgotten passwords and those that are changed. */
@Controller()
export class PasswordController {
  constructor(
    private readonly changing: PasswordChange,
    private readonly reset: PasswordReset,
    private readonly sessions: Sessions,
    private readonly proof: Proof,
  ) {}

  @Handle(identityContract.requestPasswordReset)
  @Header('cache-control', 'no-store')
  async ask(
    @Input() { body }: Received<typeof identityContract.requestPasswordReset>,
    @Req() { ip }: FastifyRequest,
  ): Promise<Answer<typeof identityContract.requestPasswordReset>> {
    await this.reset.ask(body.email, body.language, ip);
    return { accepted: true };
  }

  @Handle(identityContract.resetPassword)
  @Header('cache-control', 'no-store')
  async choose(
    @Input() { body }: Received<typeof identityContract.resetPassword>,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof identityContract.resetPassword>> {
    return { email: await this.reset.choose(body.token, body.password, language) };
  }

  @Handle(identityContract.getPasswordState)
  async state(
    @CurrentPerson() { id }: Principal,
  ): Promise<Answer<typeof identityContract.getPasswordState>> {
    return { set: await this.changing.isSet(id) };
  }

  @Handle(identityContract.changePassword)
  async change(
    @CurrentPerson() { id }: Principal,
    @Input() { body }: Received<typeof identityContract.changePassword>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof identityContract.changePassword>> {
    answered(await this.proof.strongEnough(id, request));
    const token = this.sessions.tokenOf(request) ?? '';
    const from = { ip: request.ip, token, language };
    const { ended, cookie } = await this.changing.change(id, body, from);
    reply.header('set-cookie', cookie);
    return { signInsEnded: ended };
  }
}
