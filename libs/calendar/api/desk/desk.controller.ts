import { Controller } from '@nestjs/common';
import { listOrganisedSessions } from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { ReadDesk } from './read-desk';

/** The desk of whoever organises or coaches sessions. */
@Controller()
export class DeskController {
  constructor(private readonly desk: ReadDesk) {}

  @Handle(listOrganisedSessions)
  list(
    @Input() { query }: Received<typeof listOrganisedSessions>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof listOrganisedSessions>> {
    return this.desk.page(person, query);
  }
}
