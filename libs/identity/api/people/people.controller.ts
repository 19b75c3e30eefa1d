import { Controller } from '@nestjs/common';
import { identityContract as contract, type Person } from '@luotsi/identity/model';
import { Handle, Input, RequestLanguage } from '@luotsi/platform/api';
import type { Answer, Language, Received } from '@luotsi/platform/model';
import { CurrentPerson, type Principal } from '../principal';
import { JudgeAffiliation } from '../profile/judge-affiliation';
import { ChangeRoles } from '../roles/change-roles';
import { ListRoles } from '../roles/list-roles';
import { ReadPeople } from './read-people';

/** The people of one's regions and groups, or all: where they work, and what they may do. */
@Controller()
export class PeopleController {
  constructor(
    private readonly people: ReadPeople,
    private readonly roles: ChangeRoles,
    private readonly table: ListRoles,
    private readonly judgement: JudgeAffiliation,
  ) {}

  @Handle(contract.listPeople)
  list(
    @CurrentPerson() viewer: Principal,
    @Input() { query }: Received<typeof contract.listPeople>,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof contract.listPeople>> {
    return this.people.list(viewer, query, language);
  }

  @Handle(contract.listRoles)
  listRoles(
    @CurrentPerson() viewer: Principal,
    @RequestLanguage() language: Language,
  ): Promise<Answer<typeof contract.listRoles>> {
    return this.table.list(viewer, language);
  }

  @Handle(contract.getPerson)
  open(
    @CurrentPerson() viewer: Principal,
    @Input() { params }: Received<typeof contract.getPerson>,
  ): Promise<Person> {
    return this.people.open(viewer, params.id);
  }

  @Handle(contract.changeRolesOf)
  changeRoles(
    @CurrentPerson() giver: Principal,
    @Input() { params, body }: Received<typeof contract.changeRolesOf>,
  ): Promise<Person> {
    return this.roles.change(giver, params.id, body);
  }

  @Handle(contract.judgeAffiliation)
  judge(
    @CurrentPerson() judge: Principal,
    @Input() { params, body }: Received<typeof contract.judgeAffiliation>,
  ): Promise<Person> {
    return this.judgement.judge(judge, params.id, body);
  }
}
