import { Injectable } from '@nestjs/common';
import {
  isSingle,
  movedLike,
  type changeSeries,
  type OrganisedSession,
  type SessionChange,
  type spreadInSeries,
  type WallTimes,
} from '@luotsi/calendar/model';
import type { Principal } from '@luotsi/identity/api';
import { ProblemException } from '@luotsi/platform/api';
import type { Answer, Received } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { writtenOf } from '../organise/change-session';
import { organisedSession } from '../organise/organised-session';
import { requireChange } from '../organise/organisers';
import { SessionWriter } from '../organise/session-writer';
import { givenAs, keepSeriesGiven, ownParts, type SeriesGiven } from './given';
import {
  inScope,
  lockSeries,
  organisedSeries,
  peopleIn,
  type SeriesMember,
  type SeriesRead,
} from './read-series';
import { inSession, isOf, refusedIn } from './refused-session';

type Wanted = Received<typeof changeSeries>['body'];

/** A change on its way to several sessions. */
interface Spread extends Wanted {
  readonly series: SeriesRead;
  /** The session that it is of, and when that was held before. */
  readonly edited: OrganisedSession;
  readonly was: readonly WallTimes[];
  /** The change is in that session already. */
  readonly isDone?: boolean;
}

/** Changes sessions of a series alike: one, it and those after it, or all that are still to come. */
@Injectable()
export class ChangeSeries {
  constructor(private readonly writer: SessionWriter) {}

  /**
   * Changes them in one transaction, or counts only.
   * @throws ProblemException `not-found`, `organiser-not-yours`, `session-without-series`,
   *   `edited-meanwhile`, and whatever keeps one of them from being changed
   */
  change(id: string, wanted: Wanted, person: Principal): Promise<Answer<typeof changeSeries>> {
    return this.writer.work(async (manager) => {
      if (!wanted.dryRun) await lockSeries(manager, id);
      const series = await organisedSeries(manager, id, person);
      const edited = series.edited.session;
      return this.changeAll(manager, { ...wanted, series, edited, was: standing(edited) }, person);
    });
  }

  /**
   * Takes parts that were edited in one session on to others; its times against those it was given.
   * @throws ProblemException as for a change
   */
  spread(
    id: string,
    { parts, ...wanted }: Received<typeof spreadInSeries>['body'],
    person: Principal,
  ): Promise<Answer<typeof changeSeries>> {
    return this.writer.work(async (manager) => {
      if (!wanted.dryRun) await lockSeries(manager, id);
      const series = await organisedSeries(manager, id, person);
      const { session: edited, given } = series.edited;
      const own = ownParts(edited, given).filter((part) => parts.includes(part));
      const now: Readonly<Record<string, unknown>> = {
        ...writtenOf(edited),
        meetings: standing(edited).map(({ start, end, place, link }) => ({
          ...{ start, end, place, link },
        })),
      };
      const change = Object.fromEntries(own.map((part) => [part, now[part]])) as SessionChange;
      const was = (given?.['meetings'] ?? standing(edited)) as WallTimes[];
      const answer = await this.changeAll(
        manager,
        { ...wanted, change, series, edited, was, isDone: true },
        person,
      );
      if (!wanted.dryRun) await this.remember(manager, { id, given }, own);
      return answer;
    });
  }

  private async changeAll(
    manager: EntityManager,
    wanted: Spread,
    person: Principal,
  ): Promise<Answer<typeof changeSeries>> {
    const { edited, scope, isDone, series, change } = wanted;
    const all = inScope(series, edited.id, scope).filter(
      ({ session }) => !isDone || session.id !== edited.id,
    );
    const open = all.filter(
      ({ session: { status } }) => status !== 'held' && status !== 'cancelled',
    );
    const ids = open.map(({ session }) => session.id);
    await requireChange(manager, person, ids, change).catch((thrown: unknown) => {
      const refused = open.find(({ session }) => isOf(session.id, thrown));
      return refused ? refusedIn(refused, thrown) : Promise.reject(thrown as Error);
    });
    const kept: { id: string; parts: string[] }[] = [];
    for (const member of open) {
      const parts = await this.changeOne(manager, member, wanted, person);
      if (parts.length > 0) kept.push({ id: member.session.id, parts });
    }
    const enrolled = await peopleIn(manager, ids);
    return { sessions: open.length, enrolled, kept, past: all.length - open.length };
  }

  /** @returns the parts that the session keeps as its own */
  private async changeOne(
    manager: EntityManager,
    member: SeriesMember,
    { change, keepOwn, dryRun, scope, edited, was }: Spread,
    person: Principal,
  ): Promise<string[]> {
    const { session, given } = member;
    const { id } = session;
    const isThis = id === edited.id;
    const own = isThis || !keepOwn ? [] : ownParts(session, given);
    const fitted = isThis ? change : fit(change, timesOf(change, edited, was), was, session);
    const parts = Object.keys(fitted).filter((part) => own.includes(part));
    if (dryRun) return parts;
    const taken = Object.entries(fitted).filter(([part]) => !parts.includes(part));
    if (taken.some(([part]) => part !== 'version'))
      await inSession(member, () =>
        this.writer.change(manager, id, Object.fromEntries(taken), person.id),
      );
    if (scope !== 'this')
      await this.remember(
        manager,
        { id, given },
        taken.map(([part]) => part),
      );
    return parts;
  }

  /** What a change of several has given is no edit of one alone; what was edited before still is. */
  private async remember(
    manager: EntityManager,
    { id, given }: { readonly id: string; readonly given: SeriesGiven | null },
    parts: readonly string[],
  ): Promise<void> {
    const now = await organisedSession(manager, id);
    if (!now) return;
    const next = Object.entries(givenAs(now)).filter(([part]) => !given || parts.includes(part));
    const kept = { ...given, ...Object.fromEntries(next) };
    await keepSeriesGiven(manager, [{ session_id: id, given: kept }]);
  }
}

const standing = ({ meetings }: OrganisedSession) => meetings.filter(({ cancelled }) => !cancelled);

/** The times that a change leads to: a meeting that says none of its own stays when it was. */
function timesOf(
  { meetings = [] }: SessionChange,
  edited: OrganisedSession,
  was: readonly WallTimes[],
): WallTimes[] {
  const ids = standing(edited).map(({ id }) => id);
  return meetings.map(({ id, start, end }, place) => {
    const before = was[id === undefined ? place : ids.indexOf(id)];
    const times = { start: start ?? before?.start, end: end ?? before?.end };
    if (times.start === undefined || times.end === undefined)
      throw new ProblemException('meeting-time-missing');
    return { start: times.start, end: times.end };
  });
}

/**
 * A change of one session as it is for another: its times move as many days, single parts stay.
 * @param times what the one's meetings become
 * @param was when the one was held that the change is of
 */
function fit(
  { version: _version, meetings, ...change }: SessionChange,
  times: readonly WallTimes[],
  was: readonly WallTimes[],
  session: OrganisedSession,
): SessionChange {
  const rest = Object.fromEntries(Object.entries(change).filter(([part]) => !isSingle(part)));
  const moved = meetings && movedLike(standing(session), was, times);
  if (!moved) return rest;
  return {
    ...rest,
    meetings: moved.map((times, place) => {
      const { place: where, link } = meetings[place] ?? {};
      return {
        ...times,
        id: standing(session)[place]?.id,
        ...(where === undefined ? {} : { place: where }),
        ...(link === undefined ? {} : { link }),
      };
    }),
  };
}
