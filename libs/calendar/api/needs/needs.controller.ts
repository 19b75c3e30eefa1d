import { Controller } from '@nestjs/common';
import { putNeeds } from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { Needs } from './needs';

/** What one needs at a session, said to its organiser alone. */
@Controller()
export class NeedsController {
  constructor(private readonly needs: Needs) {}

  @Handle(putNeeds)
  put(
    @Input() { params, body }: Received<typeof putNeeds>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof putNeeds>> {
    return this.needs.keep(params.id, person.id, body);
  }
}
