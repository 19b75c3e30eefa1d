import { Controller, Header, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { getSignInSheet, meetingAt } from '@luotsi/calendar/model';
import { Audit, CurrentPerson, type Principal } from '@luotsi/identity/api';
import { Handle, Input, ProblemException, RequestLanguage } from '@luotsi/platform/api';
import type { Language, Received } from '@luotsi/platform/model';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { requireOrganiser } from '../organise/organisers';
import { peopleOf } from './attendance-reader';
import { meetingOf, sessionOf } from './attended-meetings';
import { signInSheet } from './sign-in-sheet';

/** The list on paper. */
@Controller()
export class SignInSheetController {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  @Handle(getSignInSheet)
  @Header('content-type', 'application/pdf')
  async sheet(
    @Input() { params: { id }, query }: Received<typeof getSignInSheet>,
    @CurrentPerson() person: Principal,
    @RequestLanguage() language: Language,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { session, meeting, names } = await this.database.transaction(async (manager) => {
      await requireOrganiser(manager, person, id);
      const session = await sessionOf(manager, id);
      const meeting = query.meeting
        ? meetingOf(session, query.meeting)
        : meetingAt(session.meetings, session.now);
      if (!meeting) throw new ProblemException('not-found');
      const people = (await peopleOf(manager, id)).filter(({ enrolled }) => enrolled);
      await Audit.record(manager, {
        action: 'people-exported',
        actor: person.id,
        subject: people.map(({ id }) => id),
        facts: { session: id, title: session.title, count: people.length },
      });
      return { session, meeting, names: people.map(({ name }) => name) };
    });
    const day = new Date(meeting.start).toISOString().slice(0, 10);
    reply.header('content-disposition', `inline; filename="luotsi-${day}.pdf"`);
    return signInSheet(session, meeting, names, language);
  }
}
