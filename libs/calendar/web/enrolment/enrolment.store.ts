import { computed, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import type { OwnEnrolment } from '@luotsi/calendar/model';
import { asProblem, Language, type ProblemError } from '@luotsi/platform/web';
import { CalendarClient } from '../calendar-client';
import { Intention } from './intention';
import { OwnEnrolments } from './own-enrolments.store';

/** What a person does about a session. */
export type Deed = 'enrol' | 'cancel';

/**
 * How it went: `done`; `refused` with the reason; `missed`, the connection was lost and nothing
 * happened; `unsure`, the connection was lost and nobody knows yet.
 */
export type Outcome =
  | { readonly kind: 'done' | 'missed' | 'unsure'; readonly deed: Deed }
  | { readonly kind: 'refused'; readonly problem: ProblemError };

/** Where the person stands in one session, and changing that. Provided where it is shown. */
@Injectable()
export class EnrolmentStore {
  private readonly client = inject(CalendarClient);
  private readonly language = inject(Language);
  private readonly all = inject(OwnEnrolments);
  private readonly intention = inject(Intention);
  private readonly sessionId = signal<string | undefined>(undefined);
  private readonly own = this.client.ownEnrolment(
    () => (this.all.may() ? this.sessionId() : undefined),
    inject(Injector),
  );
  private readonly underWay = signal<Deed | undefined>(undefined);
  private readonly ended = signal<Outcome | undefined>(undefined);
  private readonly steps = signal(0);

  /** Whether nobody is signed in; undefined until it is known. */
  readonly visitor = this.all.visitor;
  /** Whether the person's roles let them enrol. */
  readonly may = this.all.may;
  /** Where they stand; undefined for a visitor and until it is known. */
  readonly state = computed(() => (this.all.may() ? this.own.value() : undefined));
  readonly stateProblem = this.own.problem;
  readonly sending = this.underWay.asReadonly();
  readonly outcome = this.ended.asReadonly();
  /** Rises with everything that was sent, so that what shows seats can read them again. */
  readonly changes = this.steps.asReadonly();

  constructor() {
    // Whoever pressed "Sign in and enrol" has pressed; overlaps are still said first.
    effect(() => {
      const id = this.sessionId();
      const state = this.state();
      if (id === undefined || state === undefined || !this.intention.isFor(id)) return;
      this.intention.clear();
      if (!isIn(state) && state.overlaps.length === 0) untracked(() => void this.enrol());
    });
  }

  /** Which session it is about. */
  of(sessionId: string): void {
    if (sessionId === this.sessionId()) return;
    this.sessionId.set(sessionId);
    this.ended.set(undefined);
  }

  enrol(): Promise<void> {
    return this.act('enrol', async (id) => {
      const { status, position } = await this.client.enrol(id);
      return { status, ...(position === undefined ? {} : { position }) };
    });
  }

  cancel(): Promise<void> {
    return this.act('cancel', async (id) => {
      await this.client.cancelEnrolment(id);
      return { status: 'cancelled' };
    });
  }

  /** Reads where the person stands, after a connection that was lost or a reading that failed. */
  async check(): Promise<void> {
    const id = this.sessionId();
    const outcome = this.ended();
    if (id === undefined || this.underWay() !== undefined) return;
    if (outcome?.kind !== 'unsure') return this.own.reload();
    this.underWay.set(outcome.deed);
    await this.findOut(id, outcome.deed);
    this.finish();
  }

  /** Sends a change once, however often it is pressed. */
  private async act(
    deed: Deed,
    send: (id: string) => Promise<Pick<OwnEnrolment, 'status' | 'position'>>,
  ): Promise<void> {
    const id = this.sessionId();
    if (id === undefined || this.underWay() !== undefined) return;
    const { overlaps, history } = this.own.value() ?? { overlaps: [], history: [] };
    this.underWay.set(deed);
    this.ended.set(undefined);
    try {
      const now = await send(id);
      if (id === this.sessionId()) this.own.set({ overlaps, history, ...now });
      this.ended.set({ kind: 'done', deed });
    } catch (thrown) {
      const problem = asProblem(thrown, this.language.current());
      if (problem.lostConnection) await this.findOut(id, deed);
      else this.ended.set({ kind: 'refused', problem });
    }
    this.finish();
  }

  /** The answer never came: what the service knows decides; when it can't be asked, nobody knows. */
  private async findOut(id: string, deed: Deed): Promise<void> {
    try {
      const state = await this.client.ownEnrolmentOnce(id);
      if (id === this.sessionId()) this.own.set(state);
      const through = isIn(state) === (deed === 'enrol');
      this.ended.set({ kind: through ? 'done' : 'missed', deed });
    } catch {
      this.ended.set({ kind: 'unsure', deed });
    }
  }

  private finish(): void {
    this.underWay.set(undefined);
    this.steps.update((count) => count + 1);
    this.all.reload();
  }
}

/** Whether someone has a seat or a place in line. */
export function isIn({ status }: Pick<OwnEnrolment, 'status'>): boolean {
  return status === 'confirmed' || status === 'waitlisted';
}
