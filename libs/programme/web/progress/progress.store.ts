import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { CurrentPerson } from '@luotsi/identity/web';
import { ApiClient, Connection, type ProblemError } from '@luotsi/platform/web';
import { programmeContract, type OwnProgress } from '@luotsi/programme/model';
import { KeptMarks, type Marks } from './kept-marks';

const { getOwnProgress, markActivity, visitActivity } = programmeContract;

/** How often marks that did not get through are tried again, in milliseconds. */
const AGAIN = 15_000;

/**
 * Who reads: `unknown` until it is; `visitor` without progress (signed out, or without the right to
 * learn); `unreached` when the progress could not be fetched; `learner` with progress.
 */
export type Reader = 'unknown' | 'visitor' | 'unreached' | 'learner';

/**
 * One's own progress. A mark shows at once and is sent after; when it does not get through it is
 * kept in the browser and sent when the connection, or the sign-in, is back.
 */
@Injectable()
export class Progress {
  private readonly client = inject(ApiClient);
  private readonly currentPerson = inject(CurrentPerson);
  private readonly connection = inject(Connection);
  private readonly kept = inject(KeptMarks);
  private readonly marks = signal<Marks>({});
  private readonly refused = signal<ProblemError | undefined>(undefined);
  private readonly stuck = signal(false);
  /** Whoever is signed in and may learn; null for a visitor, undefined until it is known. */
  private readonly person = computed(() => {
    const person = this.currentPerson.person();
    return person && !this.currentPerson.may('learning.take') ? null : person;
  });
  private readonly answer = this.client.resource(getOwnProgress, () =>
    this.person() ? {} : undefined,
  );
  private sending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly reader = computed<Reader>(() => {
    const person = this.person();
    if (person === undefined) return 'unknown';
    if (person === null) return 'visitor';
    if (this.answer.value()) return 'learner';
    return this.answer.problem() ? 'unreached' : 'unknown';
  });

  /** What is done, with the marks that are still on their way. */
  readonly done = computed<ReadonlySet<string>>(() => {
    const done = new Set(this.answer.value()?.done.map((it) => it.activityId));
    for (const [id, marked] of Object.entries(this.marks())) {
      if (marked) done.add(id);
      else done.delete(id);
    }
    return done;
  });

  /** How many marks wait in this browser because they did not get through. */
  readonly waiting = computed(() => (this.stuck() ? Object.keys(this.marks()).length : 0));
  /** Why the last mark was refused. */
  readonly problem = this.refused.asReadonly();

  constructor() {
    effect(() => {
      const person = this.person();
      untracked(() => {
        this.marks.set(person ? this.kept.read(person.id) : {});
        this.stuck.set(Object.keys(this.marks()).length > 0);
      });
    });
    effect(() => {
      if (this.person() && !this.connection.lost()) untracked(() => void this.deliver());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** When an activity was done, as far as the service has told. */
  doneAt(activityId: string): string | undefined {
    return this.answer.value()?.done.find((it) => it.activityId === activityId)?.completedAt;
  }

  /** The activity that was visited last in a programme. */
  lastVisited(programmeId: string): string | null {
    const own = this.answer.value()?.programmes.find((it) => it.programmeId === programmeId);
    return own?.lastVisited?.activityId ?? null;
  }

  /** Fetches the progress again. */
  reload(): void {
    this.answer.reload();
  }

  /** Marks an activity done or not done: here at once, at the service as soon as it can be reached. */
  async mark(activityId: string, done: boolean): Promise<void> {
    this.refused.set(undefined);
    this.keep({ ...this.marks(), [activityId]: done });
    await this.deliver();
  }

  /** Makes an activity the one to continue at. Nothing is lost when this does not get through. */
  async visit(activityId: string, programmeId: string): Promise<void> {
    const visited = { activityId, at: new Date().toISOString() };
    try {
      await this.client.send(visitActivity, { params: { id: activityId } });
    } catch {
      return;
    }
    const own = this.answer.value();
    if (!own) return;
    this.answer.set({
      ...own,
      programmes: own.programmes.map((it) =>
        it.programmeId === programmeId ? { ...it, lastVisited: visited } : it,
      ),
    });
  }

  /** Sends what is waiting, one after another, so that the last wish for an activity wins. */
  private async deliver(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let next = this.first(); next; next = this.first()) {
        this.received(next, await this.send(...next));
      }
      this.stuck.set(false);
    } catch {
      this.stuck.set(true);
      this.timer = setTimeout(() => void this.deliver(), AGAIN);
    } finally {
      this.sending = false;
    }
  }

  /** @returns the progress, or undefined when the mark was refused for good */
  private async send(id: string, done: boolean): Promise<OwnProgress | undefined> {
    try {
      return await this.client.send(markActivity, { params: { id }, body: { done } });
    } catch (thrown) {
      const problem = thrown as ProblemError;
      if (mayPass(problem)) throw problem;
      this.refused.set(problem);
      return undefined;
    }
  }

  private received([id, sent]: readonly [string, boolean], answer: OwnProgress | undefined): void {
    if (answer) this.answer.set(answer);
    if (this.marks()[id] !== sent && answer) return;
    this.keep(Object.fromEntries(Object.entries(this.marks()).filter(([other]) => other !== id)));
  }

  private first(): [string, boolean] | undefined {
    return this.person() ? Object.entries(this.marks())[0] : undefined;
  }

  private keep(marks: Marks): void {
    this.marks.set(marks);
    const person = this.person();
    if (person) this.kept.write(person.id, marks);
  }
}

/** Whether what hindered a request goes by: no connection, an ended sign-in, a fault of the service. */
function mayPass({ details }: ProblemError): boolean {
  return details.status === 0 || details.status === 401 || details.status >= 429;
}
