import { Controller, Header } from '@nestjs/common';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { programmeContract } from '@luotsi/programme/model';
import { ProgressKeeper } from './progress-keeper';

const { getOwnProgress, markActivity, visitActivity } = programmeContract;

/** One's own progress: nobody else's is ever read or written here. */
@Controller()
export class ProgressController {
  constructor(private readonly progress: ProgressKeeper) {}

  @Handle(getOwnProgress)
  @Header('cache-control', 'no-store')
  own(@CurrentPerson() person: Principal): Promise<Answer<typeof getOwnProgress>> {
    return this.progress.of(person.id);
  }

  @Handle(markActivity)
  @Header('cache-control', 'no-store')
  async mark(
    @CurrentPerson() person: Principal,
    @Input() { params, body }: Received<typeof markActivity>,
  ): Promise<Answer<typeof markActivity>> {
    await this.progress.mark(person.id, params.id, body.done, new Date());
    return this.progress.of(person.id);
  }

  @Handle(visitActivity)
  async visit(
    @CurrentPerson() person: Principal,
    @Input() { params }: Received<typeof visitActivity>,
  ): Promise<void> {
    await this.progress.visit(person.id, params.id, new Date());
  }
}
