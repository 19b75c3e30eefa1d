import { Controller, Header, Res } from '@nestjs/common';
import { getForEnrolled, getMaterialFile } from '@luotsi/calendar/model';
import { CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { FastifyReply } from 'fastify';
import { ReadForEnrolled } from './for-enrolled';

/** What those who have a seat are given. */
@Controller()
export class ForEnrolledController {
  constructor(private readonly read: ReadForEnrolled) {}

  @Handle(getForEnrolled)
  @Header('cache-control', 'private, no-store')
  given(
    @Input() { params }: Received<typeof getForEnrolled>,
    @CurrentPerson() person: Principal,
  ): Promise<Answer<typeof getForEnrolled>> {
    return this.read.of(params.id, person.id);
  }

  @Handle(getMaterialFile)
  async file(
    @Input() { params }: Received<typeof getMaterialFile>,
    @CurrentPerson() person: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, content } = await this.read.file(params.id, params.material, person.id);
    // Whatever it is, it is kept, never shown as a page of ours.
    void reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('cache-control', 'private, no-store')
      .send(content);
  }
}
