import { computed, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import { isActive, type EnrolmentNeeds, type OwnEnrolment } from '@luotsi/calendar/model';
import { asProblem, Language, type ProblemError } from '@luotsi/platform/web';
import { EnrolmentClient } from './enrolment-client';
import { Intention } from './intention';
import type { WayOut } from './leaving';
import { saysSomething } from './needs-words';
import { OwnEnrolments } from './own-enrolments.store';

/** What a person does about a session: in, taking an offered seat, or one of the ways out. */
export type Deed = 'enrol' | 'accept' | WayOut;

/**
 * How it went: `done`; `refused` with the reason; `missed`, the connection was lost and nothing
 * happened; `unsure`, the connection was lost and nobody knows yet.
 */
export type Outcome =
  | { readonly kind: 'done' | 'missed' | 'unsure'; readonly deed: Deed }
  | { readonly kind: 'refused'; readonly deed: Deed; readonly problem: ProblemError };

type Standing = Pick<OwnEnrolment, 'status' | 'position' | 'offerExpires' | 'needs'>;

/** Longer than this no page waits for an offer to expire. */
const DAY = 86_400_000;

/** Where the person stands in one session, and changing that. Provided where it is shown. */
@Injectable()
export class EnrolmentStore {
  private readonly client = inject(EnrolmentClient);
  private readonly language = inject(Language);
  private readonly all = inject(OwnEnrolments);
  private readonly intention = inject(Intention);
  private readonly sessionId = signal<string | undefined>(undefined);
  private readonly own = this.client.own(
    () => (this.all.may() ? this.sessionId() : undefined),
    inject(Injector),
  );
  private readonly underWay = signal<Deed | undefined>(undefined);
  private readonly ended = signal<Outcome | undefined>(undefined);
  private readonly steps = signal(0);
  private readonly clock = signal(Date.now());

  /** Whether nobody is signed in; undefined until it is known. */
  readonly visitor = this.all.visitor;
  /** Whether the person's roles let them enrol. */
  readonly may = this.all.may;
  /**
   * Where they stand; undefined for a visitor and until it is known. An offer whose time is over is
   * one that was let pass, also before the service has passed it on.
   */
  readonly state = computed(() => {
    const own = this.all.may() ? this.own.value() : undefined;
    return own && isOver(own, this.clock()) ? passed(own) : own;
  });
  readonly stateProblem = this.own.problem;
  readonly sending = this.underWay.asReadonly();
  readonly outcome = this.ended.asReadonly();
  /** Rises with everything that was sent, so that what shows seats can read them again. */
  readonly changes = this.steps.asReadonly();

  constructor() {
    // Whoever pressed "Sign in and enrol" has pressed, and tells their needs once they are in; only
    // an overlap is said first.
    effect(() => {
      const id = this.sessionId();
      const state = this.own.value();
      if (id === undefined || state === undefined || !this.intention.isFor(id)) return;
      this.intention.clear();
      if (!isActive(state.status) && state.overlaps.length === 0)
        untracked(() => void this.enrol());
    });
    // The page that is looked at when an offer expires says so by itself.
    effect((clear) => {
      const left = Date.parse(this.own.value()?.offerExpires ?? '') - Date.now();
      this.clock.set(Date.now());
      if (!(left > 0 && left < DAY)) return;
      const timer = setTimeout(() => this.clock.set(Date.now()), left);
      clear(() => clearTimeout(timer));
    });
  }

  /** Which session it is about. */
  of(sessionId: string): void {
    if (sessionId === this.sessionId()) return;
    this.sessionId.set(sessionId);
    this.ended.set(undefined);
  }

  /** @param needs what the organiser is told along with it, where the session asks */
  enrol(needs?: EnrolmentNeeds): Promise<void> {
    const told = needs && saysSomething(needs) ? needs : undefined;
    return this.act('enrol', async (id) => ({
      ...(await this.client.enrol(id, told)),
      ...(told ? { needs: told } : {}),
    }));
  }

  /** Takes the seat that is offered. */
  accept(): Promise<void> {
    const needs = this.own.value()?.needs;
    return this.act('accept', async (id) => ({
      ...(await this.client.accept(id)),
      ...(needs ? { needs } : {}),
    }));
  }

  /** Gives up where one stands. @param reason why, where it was asked */
  leave(way: WayOut, reason?: string): Promise<void> {
    return this.act(way, async (id) => {
      if (way === 'decline') await this.client.decline(id);
      else await this.client.cancel(id, reason);
      return { status: way === 'decline' ? 'declined' : 'cancelled' };
    });
  }

  /** What the organiser has been told meanwhile. */
  told(needs: EnrolmentNeeds): void {
    const own = this.own.value();
    if (own) this.own.set({ ...own, needs });
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
  private async act(deed: Deed, send: (id: string) => Promise<Standing>): Promise<void> {
    const id = this.sessionId();
    if (id === undefined || this.underWay() !== undefined) return;
    const overlaps = this.own.value()?.overlaps ?? [];
    this.underWay.set(deed);
    this.ended.set(undefined);
    try {
      const now = await send(id);
      if (id === this.sessionId()) this.own.set({ overlaps, history: [], ...now });
      this.ended.set({ kind: 'done', deed });
    } catch (thrown) {
      const problem = asProblem(thrown, this.language.current());
      if (problem.lostConnection) await this.findOut(id, deed);
      else {
        this.ended.set({ kind: 'refused', deed, problem });
        // What was seen may be old: an offer that was passed on, a place that someone else moved.
        this.own.reload();
      }
    }
    this.finish();
  }

  /** The answer never came: what the service knows decides; when it can't be asked, nobody knows. */
  private async findOut(id: string, deed: Deed): Promise<void> {
    try {
      const state = await this.client.ownOnce(id);
      if (id === this.sessionId()) this.own.set(state);
      this.ended.set({ kind: cameThrough(deed, state.status) ? 'done' : 'missed', deed });
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

/** Whether where someone stands is where a deed leads. */
function cameThrough(deed: Deed, status: OwnEnrolment['status']): boolean {
  if (deed === 'accept') return status === 'confirmed';
  return isActive(status) === (deed === 'enrol');
}

function isOver({ status, offerExpires }: OwnEnrolment, now: number): boolean {
  return status === 'offered' && Date.parse(offerExpires ?? '') <= now;
}

/** An offer that was let pass. */
function passed({ offerExpires = '', ...own }: OwnEnrolment): OwnEnrolment {
  const step = {
    at: offerExpires,
    status: 'declined',
    reason: 'offer-expired',
    by: 'system',
  } as const;
  return { ...own, status: 'declined', history: [step, ...own.history] };
}
