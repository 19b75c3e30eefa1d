import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { attendMeeting, listOwnAttendance, type OwnAttendance } from '@luotsi/calendar/model';
import { ApiClient, asProblem, Language, type ProblemError } from '@luotsi/platform/web';

/** A meeting of one's own, with the session it is of. */
export interface OwnMeeting {
  readonly session: OwnAttendance;
  readonly meeting: OwnAttendance['meetings'][number];
}

/** Entering the code of a meeting that goes on. */
@Injectable()
export class AttendStore {
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly read = this.client.resource(listOwnAttendance, () => ({}));
  private readonly own = linkedSignal(() => this.read.value()?.items);
  private readonly underWay = signal(false);
  private readonly refused = signal<ProblemError | undefined>(undefined);

  readonly loaded = computed(() => this.own() !== undefined);
  readonly readProblem = this.read.problem;
  /** Why the code was refused. */
  readonly problem = this.refused.asReadonly();
  readonly sending = this.underWay.asReadonly();

  reload(): void {
    this.read.reload();
  }

  /** One's meetings whose code counts now, of one session or of all; the one that began last first. */
  openNow(session: string | undefined): readonly OwnMeeting[] {
    const now = Date.now();
    return this.of(session)
      .filter(
        ({ session, meeting: { opens, codeCloses } }) =>
          session.enrolled && Date.parse(opens) <= now && now <= Date.parse(codeCloses),
      )
      .sort((one, other) => other.meeting.start.localeCompare(one.meeting.start));
  }

  /** A session's meeting by its place among all of them, from 1. */
  at(session: string | undefined, place: number): OwnMeeting | undefined {
    const own = (this.own() ?? []).find(({ sessionId }) => sessionId === session);
    const meeting = own?.meetings[place - 1];
    return own && meeting && { session: own, meeting };
  }

  /** One's meetings that are not cancelled, of one session or of all. */
  of(session: string | undefined): readonly OwnMeeting[] {
    return (this.own() ?? [])
      .filter(({ sessionId }) => session === undefined || sessionId === session)
      .flatMap((one) =>
        one.meetings
          .filter(({ cancelled }) => !cancelled)
          .map((meeting) => ({ session: one, meeting })),
      );
  }

  /** Takes away what was said of the code before. */
  forget(): void {
    this.refused.set(undefined);
  }

  /** Sends a code, once at a time. */
  async enter(session: string, meeting: string, code: string): Promise<void> {
    if (this.underWay()) return;
    this.underWay.set(true);
    this.forget();
    try {
      const params = { id: session, meeting };
      const now = await this.client.send(attendMeeting, { params, body: { code } });
      const others = (this.own() ?? []).filter(({ sessionId }) => sessionId !== now.sessionId);
      this.own.set([now, ...others]);
    } catch (thrown) {
      this.refused.set(asProblem(thrown, this.language.current()));
    }
    this.underWay.set(false);
  }
}
