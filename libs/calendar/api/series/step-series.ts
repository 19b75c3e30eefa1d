import { Injectable } from '@nestjs/common';
import {
  stepSeries,
  type cancelSeries,
  type publishSeries,
  type SeriesStep,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { standingsOf } from '../organise/organisers';
import { SessionWriter } from '../organise/session-writer';
import { inScope, lockSeries, organisedSeries, peopleIn, type SeriesMember } from './read-series';

type Wanted = Received<typeof cancelSeries>['body'];

/** Publishes a whole series, or cancels the rest of it, in one transaction; or counts only. */
@Injectable()
export class StepSeries {
  constructor(private readonly writer: SessionWriter) {}

  /**
   * Publishes every draft that can be published.
   * @throws ProblemException `not-found`, `organiser-not-yours`, `session-without-series`
   */
  publish(
    id: string,
    { dryRun }: Received<typeof publishSeries>['body'],
    person: Principal,
  ): Promise<Answer<typeof publishSeries>> {
    return this.writer.work(async (manager) => {
      const { step, enrolled } = await planned(
        manager,
        { id, dryRun, scope: 'all' },
        person,
        (of) => stepSeries('publish', of),
      );
      if (!dryRun) for (const one of step.taken) await this.writer.publish(manager, one);
      return answer(step, enrolled);
    });
  }

  /**
   * Cancels what is still to come, from this one on or all; everyone who is in is told.
   * @throws ProblemException `not-found`, `organiser-not-yours`, `session-without-series`
   */
  cancel(
    id: string,
    { scope, reason = '', removeDrafts, dryRun }: Wanted,
    person: Principal,
  ): Promise<Answer<typeof cancelSeries>> {
    return this.writer.work(async (manager) => {
      const { step, enrolled } = await planned(manager, { id, dryRun, scope }, person, (of) =>
        stepSeries('cancel', of, removeDrafts),
      );
      if (!dryRun) {
        for (const one of step.taken) await this.writer.cancel(manager, one, reason);
        for (const one of step.removed) await this.writer.remove(manager, one);
      }
      return answer(step, enrolled);
    });
  }
}

/** What a step would do now, and how many people are in what it is done to. */
async function planned(
  manager: EntityManager,
  { id, dryRun, scope }: Pick<Wanted, 'dryRun' | 'scope'> & { readonly id: string },
  person: Principal,
  plan: (sessions: Parameters<typeof stepSeries>[1]) => SeriesStep,
): Promise<{ step: SeriesStep; enrolled: number }> {
  if (!dryRun) await lockSeries(manager, id);
  const members = inScope(await organisedSeries(manager, id, person), id, scope);
  const ids = members.map(({ session }) => session.id);
  const standings = await standingsOf(manager, person, ids);
  const isOver = ({ end }: SeriesMember) => end !== null && end.getTime() <= Date.now();
  const step = plan(
    members.map((member) => ({
      id: member.session.id,
      status: member.session.status,
      isOver: isOver(member),
      isTheirs: Boolean(standings.get(member.session.id)?.standing),
    })),
  );
  return { step, enrolled: await peopleIn(manager, step.taken) };
}

function answer({ taken, removed, refused }: SeriesStep, enrolled: number) {
  return { sessions: taken, removed, enrolled, refused };
}
