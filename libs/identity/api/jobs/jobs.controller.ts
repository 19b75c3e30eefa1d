import { Controller, Header } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { identityContract } from '@luotsi/identity/model';
import {
  cancelLongWork,
  Handle,
  Input,
  ProblemException,
  seeLongWork,
  type JobProgress,
} from '@luotsi/platform/api';
import type { Received } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { CurrentPerson, type Principal } from '../principal';

/** Long work, seen and called off by the person who waits for it and by nobody else. */
@Controller()
export class JobsController {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  @Handle(identityContract.getJob)
  @Header('cache-control', 'private, no-store')
  async see(
    @CurrentPerson() person: Principal,
    @Input() { params }: Received<typeof identityContract.getJob>,
  ): Promise<JobProgress> {
    const progress = await seeLongWork(this.database, params.id, person.id);
    if (!progress) throw new ProblemException('not-found');
    return progress;
  }

  @Handle(identityContract.cancelJob)
  async cancel(
    @CurrentPerson() person: Principal,
    @Input() { params }: Received<typeof identityContract.cancelJob>,
  ): Promise<void> {
    const isOwn = await cancelLongWork(this.database, params.id, person.id);
    if (!isOwn) throw new ProblemException('not-found');
  }
}
