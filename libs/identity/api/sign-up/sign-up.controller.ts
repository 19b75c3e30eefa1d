import { Controller, Header, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, type Me } from '@luotsi/identity/model';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { MailLinks, type LinkPurpose } from '../mail-link/mail-links';
import { meOf } from '../principal';
import { Sessions } from '../session/sessions';
import { SignUp } from './sign-up';
import { Verification } from './verification';

const purposes: readonly LinkPurpose[] = ['verify', 'reset', 'address-old', 'address-new'];
const accepted = { accepted: true } as const;

/** Registering and confirming the address. */
@Controller()
export class SignUpController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly links: MailLinks,
    private readonly sessions: Sessions,
    private readonly signUp: SignUp,
    private readonly verification: Verification,
  ) {}

  @Handle(identityContract.signUp)
  @Header('cache-control', 'no-store')
  async register(
    @Input() { body }: Received<typeof identityContract.signUp>,
    @Req() { ip }: FastifyRequest,
  ): Promise<typeof accepted> {
    await this.signUp.register(body, ip);
    return accepted;
  }

  @Handle(identityContract.sendVerification)
  @Header('cache-control', 'no-store')
  async sendAgain(
    @Input() { body }: Received<typeof identityContract.sendVerification>,
    @Req() { ip }: FastifyRequest,
  ): Promise<typeof accepted> {
    await this.signUp.sendAgain(body.email, body.language, ip);
    return accepted;
  }

  @Handle(identityContract.verifyEmail)
  @Header('cache-control', 'no-store')
  async verify(
    @Input() { body }: Received<typeof identityContract.verifyEmail>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { principal, cookies } = await this.verification.verify(body, request);
    const former = this.sessions.tokenOf(request);
    if (former) await this.sessions.end(former);
    reply.header('set-cookie', cookies);
    return meOf(principal);
  }

  @Handle(identityContract.readLink)
  @Header('cache-control', 'no-store')
  async read(
    @Input() { body }: Received<typeof identityContract.readLink>,
  ): Promise<Answer<typeof identityContract.readLink>> {
    const link = await this.links.read(this.database.manager, body.token, purposes);
    const [leads] = await this.database.query<{ email: string; returnTo: string | null }[]>(
      `SELECT email, NULL AS "returnTo" FROM identity.address_change WHERE id = $1
       UNION ALL SELECT email, return_to FROM identity.sign_up WHERE id = $2
       UNION ALL SELECT email, NULL FROM identity.person WHERE id = $3 LIMIT 1`,
      [link.addressChange, link.signUp, link.person],
    );
    const { email = '', returnTo = null } = leads ?? {};
    return { purpose: link.purpose, email, returnTo };
  }
}
