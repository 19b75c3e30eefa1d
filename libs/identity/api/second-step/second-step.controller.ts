import { Controller, Header, Req, Res } from '@nestjs/common';
import { identityContract, type Me, type SecondStep } from '@luotsi/identity/model';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Passkeys } from '../passkeys/passkeys';
import { CurrentPerson, meOf, Visitor, type Principal } from '../principal';
import { Admission } from './admission';
import { answered } from './answer';
import { Codes } from './codes';
import { HalfSignIns } from './half-sign-ins';
import { OwnSecondStep } from './own-second-step';
import { SecondStepReset } from './reset';

/** The second step: taking it, setting it up, and the way back for who has lost it. */
@Controller()
export class SecondStepController {
  constructor(
    private readonly own: OwnSecondStep,
    private readonly passkeys: Passkeys,
    private readonly codes: Codes,
    private readonly halves: HalfSignIns,
    private readonly admission: Admission,
    private readonly resetting: SecondStepReset,
  ) {}

  @Handle(identityContract.takeSecondStep)
  @Header('cache-control', 'no-store')
  async take(
    @Input() { body }: Received<typeof identityContract.takeSecondStep>,
    @Visitor() signedIn: Principal | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const half = await this.halves.find(request);
    const person = half?.person ?? signedIn?.id;
    if (!person) throw new ProblemException('sign-in-expired');
    answered(await this.codes.use(person, body));
    if (half && !(await this.halves.use(request))) throw new ProblemException('sign-in-expired');
    return this.complete(person, body.kind, request, reply);
  }

  @Handle(identityContract.getSecondStep)
  async read(
    @CurrentPerson() { id }: Principal,
    @Req() request: FastifyRequest,
  ): Promise<SecondStep> {
    const [step, passkeys] = [await this.own.read(id, request), await this.passkeys.list(id)];
    return { ...step, passkeys };
  }

  @Handle(identityContract.startTotp)
  async start(
    @CurrentPerson() { id }: Principal,
    @Input() { body }: Received<typeof identityContract.startTotp>,
    @Req() request: FastifyRequest,
  ) {
    return answered(await this.own.start(id, body.password, request));
  }

  @Handle(identityContract.confirmTotp)
  async confirm(
    @CurrentPerson() { id }: Principal,
    @Input() { body }: Received<typeof identityContract.confirmTotp>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const codes = answered(await this.own.confirm(id, body.code, request));
    // The code is a second step taken: the sign-in goes on as one that has it, under a new token.
    await this.complete(id, 'totp', request, reply);
    return { codes: [...codes] };
  }

  @Handle(identityContract.turnOffTotp)
  async turnOff(
    @CurrentPerson() { id }: Principal,
    @Input() { body }: Received<typeof identityContract.turnOffTotp>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    answered(await this.own.turnOff(id, body.password, body, request));
  }

  @Handle(identityContract.renewRecoveryCodes)
  async renew(
    @CurrentPerson() { id }: Principal,
    @Input() { body }: Received<typeof identityContract.renewRecoveryCodes>,
    @Req() request: FastifyRequest,
  ) {
    return { codes: [...answered(await this.own.renew(id, body.password, request))] };
  }

  @Handle(identityContract.resetSecondStep)
  async reset(
    @CurrentPerson() { id }: Principal,
    @Input() { params }: Received<typeof identityContract.resetSecondStep>,
  ): Promise<void> {
    answered(await this.resetting.reset(params.id, id));
  }

  private async complete(
    person: string,
    way: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Me> {
    const opened = await this.admission.complete(person, way, request);
    if (!opened) throw new ProblemException('sign-in-expired');
    reply.header('set-cookie', opened.cookies);
    return meOf(opened.principal);
  }
}
