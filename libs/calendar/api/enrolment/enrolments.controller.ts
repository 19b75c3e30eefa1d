import { Controller, Header, Res } from '@nestjs/common';
import {
  acceptOffer,
  cancelEnrolment,
  declineOffer,
  enrol,
  getOwnEnrolment,
  listOwnEnrolments,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { FastifyReply } from 'fastify';
import { EnrolmentDesk } from './enrolment-desk';
import { Needs } from '../needs/needs';
import { OwnAfterwards } from '../feedback/own-afterwards';
import { OwnEnrolments } from './own-enrolments';

/** A person's own enrolments. */
@Controller()
export class EnrolmentsController {
  constructor(
    private readonly desk: EnrolmentDesk,
    private readonly own: OwnEnrolments,
    private readonly needs: Needs,
    private readonly after: OwnAfterwards,
  ) {}

  @Handle(enrol)
  async enrol(
    @Input() { params, body }: Received<typeof enrol>,
    @CurrentPerson() person: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<typeof enrol>> {
    const { isNew, ...enrolled } = await this.desk.enrol(params.id, person.id);
    if (body.needs) await this.needs.keepWhatIsAsked(params.id, person.id, body.needs);
    reply.status(isNew ? 201 : 200);
    return enrolled;
  }

  @Handle(cancelEnrolment)
  async cancel(
    @Input() { params, body }: Received<typeof cancelEnrolment>,
    @CurrentPerson() person: Principal,
  ): Promise<void> {
    await this.desk.cancel(params.id, person.id, body.reason ?? null);
  }

  @Handle(acceptOffer)
  accept(
    @Input() { params }: Received<typeof acceptOffer>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof acceptOffer>> {
    return this.desk.accept(params.id, person.id);
  }

  @Handle(declineOffer)
  async decline(
    @Input() { params }: Received<typeof declineOffer>,
    @CurrentPerson() person: Principal,
  ): Promise<void> {
    await this.desk.decline(params.id, person.id);
  }

  @Handle(getOwnEnrolment)
  @Header('cache-control', 'private, no-store')
  standing(
    @Input() { params }: Received<typeof getOwnEnrolment>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getOwnEnrolment>> {
    return this.own.inSession(params.id, person.id);
  }

  @Handle(listOwnEnrolments)
  @Header('cache-control', 'private, no-store')
  async list(@CurrentPerson() person: Principal): Promise<Answer<typeof listOwnEnrolments>> {
    return { items: await this.after.added(person.id, await this.own.all(person.id)) };
  }
}
