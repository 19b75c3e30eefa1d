import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { ApiClient, OwnStorage, type ProblemError } from '@luotsi/platform/web';
import { markActivity, type OwnProgress } from '@luotsi/programme/model';

/** Under which name the marks are kept on this device. */
const NAME = 'programme-marks';

/** What someone has marked and the service does not know yet: done or not, by activity. */
export type Marks = Readonly<Record<string, boolean>>;

/** How often marks that did not get through are tried again, in milliseconds. */
const AGAIN = 15_000;

/** One person's marks on their way to the service, kept on this device until they are there. */
@Injectable()
export class MarkQueue {
  private readonly client = inject(ApiClient);
  private readonly storage = inject(OwnStorage);
  private readonly open = signal<Marks>({});
  private readonly refused = signal<ProblemError | undefined>(undefined);
  private readonly stuck = signal(false);
  private personId: string | undefined;
  private sending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The marks that the service does not know yet. */
  readonly marks = this.open.asReadonly();
  /** How many of them wait because they did not get through. */
  readonly waiting = computed(() => (this.stuck() ? Object.keys(this.open()).length : 0));
  /** Why the last mark was refused. */
  readonly problem = this.refused.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Takes up what is kept of this person; of nobody when undefined. */
  takeUp(personId: string | undefined): void {
    this.personId = personId;
    this.open.set(personId === undefined ? {} : marksOf(this.storage.read(personId, NAME)));
    this.stuck.set(Object.keys(this.open()).length > 0);
  }

  /** Adds a mark; a later one for the same activity takes its place. */
  add(activityId: string, done: boolean): void {
    this.refused.set(undefined);
    this.keep({ ...this.open(), [activityId]: done });
  }

  /**
   * Sends what is open, one after another, so that the last wish for an activity wins.
   * @param received is given the progress that each mark is answered with
   */
  async deliver(received: (progress: OwnProgress) => void): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let next = this.first(); next; next = this.first()) {
        const [id, done] = next;
        const progress = await this.send(id, done);
        if (progress) received(progress);
        if (!progress || this.open()[id] === done) this.drop(id);
      }
      this.stuck.set(false);
    } catch {
      this.stuck.set(true);
      this.timer = setTimeout(() => void this.deliver(received), AGAIN);
    } finally {
      this.sending = false;
    }
  }

  /**
   * @returns the progress, or undefined when the mark was refused for good
   * @throws ProblemError when what hinders it may pass
   */
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

  private first(): [string, boolean] | undefined {
    return Object.entries(this.open())[0];
  }

  private drop(id: string): void {
    this.keep(Object.fromEntries(Object.entries(this.open()).filter(([other]) => other !== id)));
  }

  private keep(marks: Marks): void {
    this.open.set(marks);
    if (this.personId === undefined) return;
    if (Object.keys(marks).length === 0) this.storage.drop(this.personId, NAME);
    else this.storage.keep(this.personId, NAME, marks);
  }
}

/** Whether what hindered a request goes by: no connection, an ended sign-in, a fault of the service. */
function mayPass({ details }: ProblemError): boolean {
  return details.status === 0 || details.status === 401 || details.status >= 429;
}

/** What was kept, as far as it is marks. */
function marksOf(kept: unknown): Marks {
  if (typeof kept !== 'object' || kept === null) return {};
  const entries: [string, unknown][] = Object.entries(kept);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
  );
}
