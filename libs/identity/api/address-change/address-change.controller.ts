import { Controller, Header, Req } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract, type OwnAddress } from '@luotsi/identity/model';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import { isRefusal, type Received } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { PasswordChange } from '../password/password-change';
import { CurrentPerson, type Principal } from '../principal';
import { Proof } from '../second-step/proof';
import { Sessions } from '../session/sessions';
import { AddressAnswer, type AddressState } from './address-answer';
import { AddressChange, type AddressOwner } from './address-change';

/** One's e-mail address and the change of it. */
@Controller()
export class AddressChangeController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly answering: AddressAnswer,
    private readonly change: AddressChange,
    private readonly passwords: PasswordChange,
    private readonly sessions: Sessions,
    private readonly proof: Proof,
  ) {}

  @Handle(identityContract.getOwnAddress)
  read(@CurrentPerson() { id }: Principal): Promise<OwnAddress> {
    return this.change.read(id);
  }

  @Handle(identityContract.changeOwnAddress)
  async ask(
    @CurrentPerson() { id }: Principal,
    @Input() { body }: Received<typeof identityContract.changeOwnAddress>,
    @Req() request: FastifyRequest,
  ): Promise<OwnAddress> {
    const strong = await this.proof.strongEnough(id, request);
    if (isRefusal(strong)) throw ProblemException.of(strong);
    const owner = await this.surely(id, body.password, request);
    await this.change.ask(owner, body.email, request.ip);
    return this.change.read(id);
  }

  @Handle(identityContract.cancelAddressChange)
  async cancel(@CurrentPerson() { id }: Principal): Promise<OwnAddress> {
    await this.database.transaction((manager) => this.change.giveUp(manager, id));
    return this.change.read(id);
  }

  @Handle(identityContract.answerAddressChange)
  @Header('cache-control', 'no-store')
  async answer(
    @Input() { body }: Received<typeof identityContract.answerAddressChange>,
  ): Promise<{ state: AddressState }> {
    return { state: await this.answering.answer(body.token, body.answer) };
  }

  /** The person, who has shown their password, or signed in just now when they have none. */
  private async surely(
    person: string,
    password: string | undefined,
    request: FastifyRequest,
  ): Promise<AddressOwner> {
    if (await this.passwords.isSet(person)) {
      return this.passwords.mustKnow(person, password ?? '', request.ip);
    }
    const token = this.sessions.tokenOf(request);
    const [owner] = await this.database.query<AddressOwner[]>(
      `SELECT p.id, p.name, p.email, p.language
       FROM identity.session s JOIN identity.person p ON p.id = s.person_id
       WHERE s.token = $1 AND s.created_at > now() - interval '15 minutes'`,
      [token],
    );
    if (!owner) throw new ProblemException('sign-in-again');
    return owner;
  }
}
