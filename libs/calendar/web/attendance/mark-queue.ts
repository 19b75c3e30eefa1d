import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { noteAttendances, type MarksAnswer } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import {
  ApiClient,
  asProblem,
  Connection,
  Language,
  OwnStorage,
  type ProblemError,
} from '@luotsi/platform/web';
import * as z from 'zod';

/** A mark that the service does not know yet. `at`: when it was made, by this device's clock. */
const waitingMark = z.object({
  meeting: z.string(),
  person: z.string(),
  /** Null: what the press noted of them is undone. */
  present: z.boolean().nullable(),
  reason: z.string().nullable(),
  /** What marks made at one press share. */
  press: z.string().optional(),
  at: z.number(),
});
export type WaitingMark = z.infer<typeof waitingMark>;

/** How long it takes until what did not get through is tried again, in milliseconds; ever longer. */
const AGAIN = { first: 1_000, longest: 15_000 };

/** A mark is forgotten when nothing can be done about it for so long, in milliseconds. */
const KEPT_FOR = 14 * 86_400_000;

/**
 * Marks on their way to the service, kept on this device until they are there: a room may have no
 * connection, and a phone may be put away. What is sent says how long ago it was noted, so that this
 * device's clock need not be right.
 */
@Injectable()
export class MarkQueue {
  private readonly client = inject(ApiClient);
  private readonly connection = inject(Connection);
  private readonly language = inject(Language);
  private readonly storage = inject(OwnStorage);
  private readonly person = inject(CurrentPerson).person;
  private readonly session = signal<string | undefined>(undefined);
  private readonly open = signal<readonly WaitingMark[]>([]);
  private readonly stuck = signal(false);
  private readonly refused = signal<ProblemError | undefined>(undefined);
  private readonly left = signal<MarksAnswer['refused']>([]);
  private sending = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private received: (answer: MarksAnswer) => void = () => undefined;

  /** The marks that the service does not know yet, one for each person at each meeting. */
  readonly marks = this.open.asReadonly();
  /** How many of them wait because they did not get through. */
  readonly waiting = computed(() =>
    this.stuck() || this.connection.lost() ? this.open().length : 0,
  );
  /** Why marks were refused altogether. */
  readonly problem = this.refused.asReadonly();
  /** Whose marks were refused, each by itself. */
  readonly unkept = this.left.asReadonly();

  constructor() {
    effect(() => {
      const person = this.person()?.id;
      const session = this.session();
      if (person === undefined || session === undefined) return;
      const able = !this.connection.lost() && !this.connection.signInNeeded();
      untracked(() => {
        if (this.open().length === 0) this.open.set(this.kept(person, session));
        if (!able) return;
        // What failed before the connection was back says nothing of how long to wait now.
        this.failures = 0;
        void this.deliver();
      });
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /**
   * Takes up what is kept of a session.
   * @param received is given what every delivery is answered with
   */
  takeUp(session: string, received: (answer: MarksAnswer) => void): void {
    this.received = received;
    this.session.set(session);
  }

  /** Adds marks; a later one for the same person takes the place of the one before. */
  add(marks: readonly WaitingMark[]): void {
    this.refused.set(undefined);
    const replaced = new Set(marks.map(keyOf));
    this.left.update((left) =>
      left.filter(({ person }) => !marks.some((m) => m.person === person)),
    );
    this.keep([...this.open().filter((mark) => !replaced.has(keyOf(mark))), ...marks]);
    void this.deliver();
  }

  /** Sends what waits, a meeting at a time, until nothing does or nothing gets through. */
  async deliver(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let next = this.next(); next.length > 0; next = this.next()) await this.send(next);
      this.stuck.set(false);
      this.failures = 0;
    } catch {
      this.stuck.set(true);
      const wait = Math.min(AGAIN.longest, AGAIN.first * 2 ** this.failures++);
      this.timer = setTimeout(() => void this.deliver(), wait);
    } finally {
      this.sending = false;
    }
  }

  /** @throws ProblemError when what hinders it may pass */
  private async send(marks: readonly WaitingMark[]): Promise<void> {
    const [id, meeting] = [this.session(), marks[0]?.meeting];
    if (id === undefined || meeting === undefined) return;
    const now = Date.now();
    try {
      const answer = await this.client.send(noteAttendances, {
        params: { id, meeting },
        body: {
          marks: marks.map(({ person, present, reason, press, at }) => ({
            person,
            present,
            reason,
            ...(press === undefined ? {} : { press }),
            ago: Math.min(KEPT_FOR, Math.max(0, now - at)),
          })),
        },
      });
      this.left.update((left) => [...left, ...answer.refused]);
      this.received(answer);
    } catch (thrown) {
      const problem = asProblem(thrown, this.language.current());
      if (mayPass(problem)) throw problem;
      this.refused.set(problem);
    }
    const sent = new Set(marks);
    this.keep(this.open().filter((mark) => !sent.has(mark)));
  }

  /** What is sent next: everything of the meeting that has waited longest. */
  private next(): readonly WaitingMark[] {
    const [first] = this.open();
    return this.open()
      .filter(({ meeting }) => meeting === first?.meeting)
      .slice(0, 500);
  }

  private kept(person: string, session: string): readonly WaitingMark[] {
    const kept = z.array(waitingMark).safeParse(this.storage.read(person, nameOf(session)));
    const oldest = Date.now() - KEPT_FOR;
    return kept.success ? kept.data.filter(({ at }) => at > oldest) : [];
  }

  private keep(marks: readonly WaitingMark[]): void {
    this.open.set(marks);
    const [person, session] = [this.person()?.id, this.session()];
    if (person === undefined || session === undefined) return;
    if (marks.length === 0) this.storage.drop(person, nameOf(session));
    else this.storage.keep(person, nameOf(session), marks);
  }
}

const nameOf = (session: string) => `attendance/${session}`;

const keyOf = ({ meeting, person }: WaitingMark) => `${meeting} ${person}`;

/** Whether what hindered a request goes by: no connection, an ended sign-in, a fault of the service. */
function mayPass({ details }: ProblemError): boolean {
  return details.status === 0 || details.status === 401 || details.status >= 429;
}
