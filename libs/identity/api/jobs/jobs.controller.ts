import { Controller, Header } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { cancelLongWork, Handle, Input, ProblemException, seeLongWork } from '@luotsi/platform/api';
import { cancelJob, getJob, type JobProgress, type Received } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { CurrentPerson, type Principal } from '../principal';

/** Long work, seen and called off by the person who waits for it and by nobody else. */
@Controller()
export class JobsController {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  @Handle(getJob)
  @Header('cache-control', 'private, no-store')
  async see(
    @CurrentPerson() person: Principal,
    @Input() { params }: Received<typeof getJob>,
  ): Promise<JobProgress> {
    const progress = await seeLongWork(this.database, params.id, person.id);
    if (!progress) throw new ProblemException('not-found');
    return progress;
  }

  @Handle(cancelJob)
  async cancel(
    @CurrentPerson() person: Principal,
    @Input() { params }: Received<typeof cancelJob>,
  ): Promise<void> {
    const isOwn = await cancelLongWork(this.database, params.id, person.id);
    if (!isOwn) throw new ProblemException('not-found');
  }
}
