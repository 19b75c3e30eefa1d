import { computed, effect, inject, Injectable, untracked } from '@angular/core';
import { CurrentPerson } from '@luotsi/identity/web';
import { ApiClient, Connection } from '@luotsi/platform/web';
import { getOwnProgress, visitActivity } from '@luotsi/programme/model';
import { MarkQueue } from './mark-queue';

/**
 * Who reads: `unknown` until it is; `visitor` without progress (signed out, or without the right to
 * learn); `unreached` when the progress could not be fetched; `learner` with progress.
 */
export type Reader = 'unknown' | 'visitor' | 'unreached' | 'learner';

/** One's own progress. A mark shows at once and is sent after, by the queue of marks. */
@Injectable()
export class Progress {
  private readonly client = inject(ApiClient);
  private readonly currentPerson = inject(CurrentPerson);
  private readonly connection = inject(Connection);
  private readonly queue = inject(MarkQueue);
  /** Whoever is signed in and may learn; null for a visitor, undefined until it is known. */
  private readonly person = computed(() => {
    const person = this.currentPerson.person();
    return person && !this.currentPerson.may('learning.take') ? null : person;
  });
  private readonly answer = this.client.resource(getOwnProgress, () =>
    this.person() ? {} : undefined,
  );

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
    for (const [id, marked] of Object.entries(this.queue.marks())) {
      if (marked) done.add(id);
      else done.delete(id);
    }
    return done;
  });

  /** How many marks wait in this browser because they did not get through. */
  readonly waiting = this.queue.waiting;
  /** Why the last mark was refused. */
  readonly problem = this.queue.problem;

  constructor() {
    effect(() => {
      const id = this.person()?.id;
      untracked(() => this.queue.takeUp(id));
    });
    effect(() => {
      if (this.person() && !this.connection.lost()) untracked(() => void this.deliver());
    });
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
    this.queue.add(activityId, done);
    await this.deliver();
  }

  /** Makes an activity the one to continue at. Nothing is lost when this does not get through. */
  async visit(activityId: string, programmeId: string): Promise<void> {
    const lastVisited = { activityId, at: new Date().toISOString() };
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
        it.programmeId === programmeId ? { ...it, lastVisited } : it,
      ),
    });
  }

  private deliver(): Promise<void> {
    return this.queue.deliver((progress) => this.answer.set(progress));
  }
}
