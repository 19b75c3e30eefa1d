import { Controller, Header, Req, Res } from '@nestjs/common';
import { identityContract, type Me } from '@luotsi/identity/model';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPerson, meOf, type Principal } from '../principal';
import { Admission } from '../second-step/admission';
import { answered } from '../second-step/answer';
import { PasskeySignIn } from './passkey-sign-in';
import { Passkeys } from './passkeys';

/** Passkeys: one's own, and signing in with one. */
@Controller()
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly signIn: PasskeySignIn,
    private readonly admission: Admission,
  ) {}

  @Handle(identityContract.startPasskeySignIn)
  @Header('cache-control', 'no-store')
  async challenge() {
    return this.signIn.challenge();
  }

  @Handle(identityContract.signInWithPasskey)
  @Header('cache-control', 'no-store')
  async enter(
    @Input() { body }: Received<typeof identityContract.signInWithPasskey>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const person = answered(await this.signIn.personOf(body));
    const opened = await this.admission.complete(person, 'passkey', request);
    if (!opened) throw new ProblemException('passkey-unknown');
    reply.header('set-cookie', opened.cookies);
    return meOf(opened.principal);
  }

  @Handle(identityContract.startPasskey)
  async start(
    @CurrentPerson() { id }: Principal,
    @Input() { body }: Received<typeof identityContract.startPasskey>,
    @Req() request: FastifyRequest,
  ) {
    return answered(await this.passkeys.start(id, body.password, request));
  }

  @Handle(identityContract.addPasskey)
  async add(
    @CurrentPerson() { id }: Principal,
    @Input() { body }: Received<typeof identityContract.addPasskey>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const added = answered(await this.passkeys.add(id, body.name, body.credential, request));
    // Making a passkey shows possession and the device's lock: this sign-in has both steps now.
    const opened = await this.admission.complete(id, 'passkey', request);
    if (opened) reply.header('set-cookie', opened.cookies);
    return added;
  }

  @Handle(identityContract.renamePasskey)
  async rename(
    @CurrentPerson() { id }: Principal,
    @Input() { params, body }: Received<typeof identityContract.renamePasskey>,
  ): Promise<void> {
    if (!(await this.passkeys.rename(id, params.id, body.name))) {
      throw new ProblemException('not-found');
    }
  }

  @Handle(identityContract.removePasskey)
  async remove(
    @CurrentPerson() { id }: Principal,
    @Input() { params, body }: Received<typeof identityContract.removePasskey>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    answered(await this.passkeys.remove(id, params.id, body.password, request));
  }
}
