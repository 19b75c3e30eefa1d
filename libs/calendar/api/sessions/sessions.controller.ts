import { Controller, Header } from '@nestjs/common';
import { listSessions, getSession } from '@luotsi/calendar/model';
import { Handle, Input, ProblemException } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import { SessionReader } from './session-reader';

/** The calendar to read: the same for everyone. */
@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionReader) {}

  @Handle(listSessions)
  @Header('cache-control', 'public, no-cache')
  list(@Input() { query }: Received<typeof listSessions>): Promise<Answer<typeof listSessions>> {
    return this.sessions.list(query);
  }

  @Handle(getSession)
  @Header('cache-control', 'public, no-cache')
  async page(@Input() { params }: Received<typeof getSession>): Promise<Answer<typeof getSession>> {
    const session = await this.sessions.page(params.id);
    if (!session) throw new ProblemException('not-found');
    return session;
  }
}
