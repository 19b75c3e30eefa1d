import { Injectable } from '@nestjs/common';
import {
  stepSeries,
  type cancelSeries,
  type publishSeries,
  type SeriesStep,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import type { Answer, Localised, Received } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { tellOff } from '../notices/tell-enrolled';
import { standingsOf } from '../organise/organisers';
import { givenReason, SessionWriter } from '../organise/session-writer';
import { stepSession } from '../organise/step-session';
import { inScope, lockSeries, organisedSeries, peopleIn, type SeriesMember } from './read-series';
import { inSession } from './refused-session';

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
      const { step, taken, enrolled } = await planned(
        manager,
        { id, dryRun, scope: 'all' },
        person,
        (of) => stepSeries('publish', of),
      );
      if (!dryRun)
        for (const one of taken)
          await inSession(one, () => this.writer.publish(manager, one.session.id));
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
      const { step, taken, enrolled } = await planned(
        manager,
        { id, dryRun, scope },
        person,
        (of) => stepSeries('cancel', of, removeDrafts),
      );
      if (!dryRun) {
        if (taken.length > 0) await callOff(manager, taken, givenReason(reason));
        for (const one of step.removed) await this.writer.remove(manager, one);
      }
      return answer(step, enrolled);
    });
  }
}

/** Cancels sessions; whoever is in several of them is told once of all. */
async function callOff(
  manager: EntityManager,
  sessions: readonly SeriesMember[],
  reason: Localised,
): Promise<void> {
  const off = [];
  for (const one of sessions) {
    const { id } = one.session;
    const { before } = await inSession(one, () => stepSession(manager, id, 'cancel', reason));
    off.push({ id, row: before });
  }
  await tellOff(manager, off, reason);
}

/** What a step would do now, and how many people are in what it is done to. */
async function planned(
  manager: EntityManager,
  { id, dryRun, scope }: Pick<Wanted, 'dryRun' | 'scope'> & { readonly id: string },
  person: Principal,
  plan: (sessions: Parameters<typeof stepSeries>[1]) => SeriesStep,
): Promise<{ step: SeriesStep; taken: SeriesMember[]; enrolled: number }> {
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
  const taken = members.filter(({ session }) => step.taken.includes(session.id));
  return { step, taken, enrolled: await peopleIn(manager, step.taken) };
}

function answer({ taken, removed, refused }: SeriesStep, enrolled: number) {
  return { sessions: taken, removed, enrolled, refused };
}
