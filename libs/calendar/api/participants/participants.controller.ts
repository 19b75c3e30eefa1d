import { Controller, Header } from '@nestjs/common';
import {
  exportParticipants,
  findCandidates,
  getParticipant,
  listParticipants,
  readAddresses,
} from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import { Candidates } from './candidates';
import { ReadParticipants } from './read-participants';

/** The enrolled of a session, for whoever organises or coaches it. */
@Controller()
export class ParticipantsController {
  constructor(
    private readonly read: ReadParticipants,
    private readonly candidates: Candidates,
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
}
