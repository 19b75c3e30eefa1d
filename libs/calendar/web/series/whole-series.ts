import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  cancelSeries,
  publishSeries,
  type SeriesSession,
  type SessionStatus,
} from '@luotsi/calendar/model';
import type { Answer } from '@luotsi/platform/model';
import {
  ApiClient,
  Confirm,
  Notices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { CancelSeries } from './cancel-series';
import { SeriesWords } from './series-words';
import { seriesTexts } from './texts';

type Stepped = Answer<typeof publishSeries>;

/** How a whole series stands, and what can be done with all of it: publish it, cancel the rest. */
@Component({
  selector: 'lu-whole-series',
  imports: [CancelSeries, MatButton, ProblemNotice],
  templateUrl: './whole-series.html',
  styleUrl: './whole-series.scss',
})
export class WholeSeries {
  protected readonly t = useTexts(seriesTexts);
  protected readonly words = inject(SeriesWords);
  private readonly client = inject(ApiClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  /** The session whose page this is. */
  readonly id = input.required<string>();
  readonly sessions = input.required<readonly SeriesSession[]>();
  readonly changed = output();
  /** The session whose page this is has gone. */
  readonly gone = output();

  protected readonly standing = computed(() => this.words.standing(this.sessions()));
  protected readonly drafts = computed(() => this.count('draft'));
  protected readonly coming = computed(() => this.count('published') + this.count('postponed'));
  /** What the last step could not be done to. */
  protected readonly left = signal<readonly string[]>([]);
  protected readonly isCancelling = signal(false);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  protected publish(): Promise<void> {
    return this.work(async () => {
      const params = { id: this.id() };
      const plan = await this.client.send(publishSeries, { params, body: { dryRun: true } });
      const count = plan.sessions.length;
      this.left.set(count === 0 ? this.named(plan) : []);
      if (count === 0) return;
      const isSure = await this.confirm.ask({
        heading: this.t('whole.publishHeading', { count }),
        text: [this.t('whole.publishText'), this.stays(plan)].join(' '),
        action: this.t('whole.publish', { count }),
      });
      if (!isSure) return;
      const done = await this.client.send(publishSeries, { params, body: {} });
      this.tell(done, 'whole.published', done.sessions.length);
    });
  }

  /** Deletes drafts where there is nothing else left to cancel. */
  protected remove(): Promise<void> {
    return this.work(async () => {
      const count = this.drafts();
      const isSure = await this.confirm.ask({
        heading: this.t('whole.removeHeading', { count }),
        text: this.t('whole.removeText'),
        action: this.t('whole.remove', { count }),
      });
      if (!isSure) return;
      const body = { scope: 'all', removeDrafts: true } as const;
      const done = await this.client.send(cancelSeries, { params: { id: this.id() }, body });
      this.tell(done, 'whole.removed', done.removed.length);
    });
  }

  protected cancelled(done: Stepped | null): void {
    this.isCancelling.set(false);
    if (done) this.tell(done, 'whole.cancelled', done.sessions.length);
  }

  private tell(
    done: Stepped,
    text: 'whole.published' | 'whole.removed' | 'whole.cancelled',
    count: number,
  ): void {
    this.left.set(this.named(done));
    this.notices.tell(this.t(text, { count }));
    if (done.removed.includes(this.id())) this.gone.emit();
    else this.changed.emit();
  }

  private stays(plan: Stepped): string {
    return plan.refused.length > 0
      ? `${this.t('whole.stays', { count: plan.refused.length })} ${this.named(plan).join(', ')}.`
      : '';
  }

  private named({ refused }: Stepped): string[] {
    return this.words.refused(refused, this.sessions());
  }

  private count(wanted: SessionStatus): number {
    return this.sessions().filter(({ status }) => status === wanted).length;
  }

  private async work(work: () => Promise<void>): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(undefined);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.sending.set(false);
    }
  }
}
