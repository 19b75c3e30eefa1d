import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { cancelJob, type JobProgress } from '@luotsi/platform/model';
import {
  ApiClient,
  ProblemNotice,
  StatusWord,
  useTexts,
  type ProblemError,
  type StatusKind,
} from '@luotsi/platform/web';
import { jobTexts } from './texts';
import { watchJob } from './watch-job';

const kinds: Record<JobProgress['state'], StatusKind> = {
  waiting: 'quiet',
  running: 'waiting',
  done: 'good',
  failed: 'bad',
  cancelled: 'quiet',
};

/** Screen readers hear of every such part of the whole, not of every step. */
const PARTS = 4;

/**
 * Work in the background that one waits for: a bar with words, a way to stop it, and how it ended.
 * `<lu-job [id]="job()" (finished)="…"><a …>Lataa</a></lu-job>`: what stands inside appears when the
 * work is done; with the attribute `failed`, when it is not.
 */
@Component({
  selector: 'lu-job',
  imports: [MatButton, ProblemNotice, StatusWord],
  template: `
    @if (job.problem(); as problem) {
      <lu-problem [of]="problem" />
    } @else if (job.progress(); as now) {
      <div class="line">
        <lu-status [kind]="kind()">{{ t(now.state) }}</lu-status>
        @if (isGoingOn() && now.total > 0) {
          <span>{{ t('progress', { done: now.done, total: now.total }) }}</span>
        }
      </div>
      @if (isGoingOn()) {
        <div
          role="progressbar"
          aria-valuemin="0"
          [attr.aria-label]="words()"
          [attr.aria-valuemax]="now.total || null"
          [attr.aria-valuenow]="now.total ? now.done : null"
        >
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="all" width="100" height="8" />
            <rect class="done" [attr.width]="percent()" height="8" />
          </svg>
        </div>
        @if (job.isLost()) {
          <p class="quiet">{{ t('lost') }}</p>
        }
        <button matButton="outlined" type="button" [disabled]="isStopping()" (click)="cancel()">
          {{ t('cancel') }}
        </button>
        <lu-problem [of]="notCancelled()" />
      }
      @switch (now.state) {
        @case ('failed') {
          <p>{{ t('failedText') }}</p>
        }
        @case ('cancelled') {
          @if (now.total > 0) {
            <p>{{ t('cancelledText', { done: now.done, total: now.total }) }}</p>
          }
        }
      }
    } @else if (job.isLost()) {
      <p class="quiet">{{ t('lost') }}</p>
    }
    @if (state() === 'done') {
      <ng-content />
    }
    @if (state() === 'failed') {
      <ng-content select="[failed]" />
    }
    <p class="unseen" role="status">{{ told() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
      max-width: var(--lu-measure);
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      align-items: center;
    }

    [role='progressbar'],
    svg {
      display: block;
      width: 100%;
      height: 8px;
      border-radius: 2px;
    }

    .all {
      fill: var(--lu-line);
    }

    .done {
      fill: var(--lu-fairway);
      transition: width 180ms ease-out;
    }
  `,
})
export class JobView {
  protected readonly t = useTexts(jobTexts);
  private readonly client = inject(ApiClient);
  readonly id = input.required<string>();
  /** It is done, has failed or was called off. */
  readonly finished = output<JobProgress>();
  protected readonly job = watchJob((progress) => this.finished.emit(progress));
  protected readonly isStopping = signal(false);
  protected readonly notCancelled = signal<ProblemError | null>(null);

  protected readonly state = computed(() => this.job.progress()?.state);
  protected readonly isGoingOn = computed(() =>
    ['waiting', 'running'].includes(this.state() ?? ''),
  );
  protected readonly kind = computed(() => kinds[this.state() ?? 'waiting']);
  protected readonly percent = computed(() => {
    const { done = 0, total = 0 } = this.job.progress() ?? {};
    return total > 0 ? Math.min(100, (done / total) * 100) : 0;
  });
  protected readonly words = computed(() => {
    const now = this.job.progress();
    if (!now) return '';
    const { state, done, total } = now;
    return this.isGoingOn() && total > 0 ? this.t('progress', { done, total }) : this.t(state);
  });
  /** Changes with the state and with every quarter; in between it stays, so that nothing is read. */
  private readonly quarter = computed(
    () => `${this.state() ?? ''} ${String(Math.floor((this.percent() / 100) * PARTS))}`,
  );
  protected readonly told = computed(() => (this.quarter(), untracked(this.words)));

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.isStopping.set(false);
        this.job.follow(id);
      });
    });
    inject(DestroyRef).onDestroy(() => this.job.stop());
  }

  protected async cancel(): Promise<void> {
    this.isStopping.set(true);
    this.notCancelled.set(null);
    try {
      await this.client.send(cancelJob, { params: { id: this.id() } });
      this.job.ask();
    } catch (thrown) {
      this.isStopping.set(false);
      this.notCancelled.set(thrown as ProblemError);
    }
  }
}
