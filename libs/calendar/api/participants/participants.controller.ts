import { Controller, Header, Res } from '@nestjs/common';
import {
  addParticipants,
  approveParticipant,
  approveParticipants,
  exportParticipants,
  findCandidates,
  getParticipant,
  listParticipants,
  moveParticipant,
  previewGroup,
  readAddresses,
  refuseParticipant,
  refuseParticipants,
  removeParticipant,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import type { FastifyReply } from 'fastify';
import { Candidates } from './candidates';
import { ChangeParticipants } from './change-participants';
import { PreviewGroup } from './preview-group';
import { ReadParticipants } from './read-participants';

/** The enrolled of a session, for whoever organises or coaches it. */
@Controller()
export class ParticipantsController {
  constructor(
    private readonly read: ReadParticipants,
    private readonly candidates: Candidates,
    private readonly change: ChangeParticipants,
    private readonly preview: PreviewGroup,
  ) {}

  @Handle(listParticipants)
  @Header('cache-control', 'private, no-store')
  list(
    @Input() { params, query }: Received<typeof listParticipants>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof listParticipants>> {
    return this.read.list(person, params.id, query.status, language);
  }

  @Handle(getParticipant)
  @Header('cache-control', 'private, no-store')
  one(
    @Input() { params }: Received<typeof getParticipant>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof getParticipant>> {
    return this.read.one(person, params.id, params.enrolment, language);
  }

  @Handle(exportParticipants)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="luotsi-enrolled.csv"')
  @Header('cache-control', 'private, no-store')
  export(
    @Input() { params, query }: Received<typeof exportParticipants>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<string> {
    return this.read.csv(person, params.id, query.status, language);
  }

  @Handle(readAddresses)
  @Header('cache-control', 'private, no-store')
  async addresses(
    @Input() { params, query }: Received<typeof readAddresses>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof readAddresses>> {
    return { items: await this.read.addresses(person, params.id, query.status, language) };
  }

  @Handle(findCandidates)
  @Header('cache-control', 'private, no-store')
  async find(
    @Input() { params, query }: Received<typeof findCandidates>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof findCandidates>> {
    return { items: await this.candidates.find(person, params.id, query.q, language) };
  }

  @Handle(previewGroup)
  @Header('cache-control', 'private, no-store')
  async group(
    @Input() { params }: Received<typeof previewGroup>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof previewGroup>> {
    return { items: await this.preview.of(person, params.id, params.group, language) };
  }

  @Handle(addParticipants)
  async add(
    @Input() { params, body }: Received<typeof addParticipants>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer<typeof addParticipants>> {
    const items = await this.change.add(person, params.id, body, language);
    reply.status(items.some(({ changed }) => changed) ? 201 : 200);
    return { items };
  }

  @Handle(approveParticipant)
  approve(
    @Input() { params, body }: Received<typeof approveParticipant>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof approveParticipant>> {
    return this.change.do(person, 'approve', params, body.reason);
  }

  @Handle(refuseParticipant)
  refuse(
    @Input() { params, body }: Received<typeof refuseParticipant>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof refuseParticipant>> {
    return this.change.do(person, 'refuse', params, body.reason);
  }

  @Handle(removeParticipant)
  remove(
    @Input() { params, body }: Received<typeof removeParticipant>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof removeParticipant>> {
    return this.change.do(person, 'remove', params, body.reason);
  }

  @Handle(moveParticipant)
  move(
    @Input() { params, body }: Received<typeof moveParticipant>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof moveParticipant>> {
    return this.change.move(person, params, body.to, body.reason);
  }

  @Handle(approveParticipants)
  async approveSeveral(
    @Input() { params, body }: Received<typeof approveParticipants>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof approveParticipants>> {
    const { enrolments, reason } = body;
    return {
      items: await this.change.doSeveral(
        person,
        'approve',
        params.id,
        enrolments,
        reason,
        language,
      ),
    };
  }

  @Handle(refuseParticipants)
  async refuseSeveral(
    @Input() { params, body }: Received<typeof refuseParticipants>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof refuseParticipants>> {
    const { enrolments, reason } = body;
    return {
      items: await this.change.doSeveral(person, 'refuse', params.id, enrolments, reason, language),
    };
  }
}
