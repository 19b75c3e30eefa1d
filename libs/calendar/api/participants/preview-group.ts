import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isActive, type previewGroup } from '@luotsi/calendar/model';
import { Audit, type Principal } from '@luotsi/identity/api';
import type { Answer, Language } from '@luotsi/platform/model';
import type { DataSource } from 'typeorm';
import { Enrolments } from '../enrolment/enrolments';
import { requireOrganiser } from '../organise/organisers';
import { toOrganiser } from '../organise/session-writer';
import { Candidates } from './candidates';

type Preview = Answer<typeof previewGroup>['items'];

/** What enrolling a group would lead to: it is done, and undone before anybody could see it. */
@Injectable()
export class PreviewGroup {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly candidates: Candidates,
  ) {}

  /** @throws ProblemException `group-not-yours`, `organiser-not-yours`, the session’s */
  async of(by: Principal, session: string, group: string, language: Language): Promise<Preview> {
    const items = await this.tried(by, session, group, language).catch(toOrganiser);
    await Audit.record(this.database.manager, {
      action: 'people-read',
      actor: by.id,
      subject: items.map(({ person }) => person.id),
      facts: { count: items.length },
    });
    return items;
  }

  private async tried(
    by: Principal,
    session: string,
    group: string,
    language: Language,
  ): Promise<Preview> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.startTransaction();
      const { manager } = runner;
      await requireOrganiser(manager, by, session);
      const people = await this.candidates.ofGroup(manager, by, session, group, language);
      const ids = people.map(({ person }) => person.id);
      const outcomes =
        ids.length > 0 ? await Enrolments.addGroup(manager, session, ids, by.id) : [];
      return people.map((one, place) => {
        const outcome = outcomes[place];
        const stays = outcome?.changed !== true || (one.status !== null && isStill(one.status));
        return {
          ...one,
          becomes: stays ? null : outcome.status === 'waitlisted' ? 'waitlisted' : 'confirmed',
        };
      });
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
}

/** Whether someone who stands like this is not touched by being added. */
function isStill(status: Parameters<typeof isActive>[0]): boolean {
  return isActive(status) && status !== 'applied';
}
