import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
  type ElementRef,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { cancelSeries, type SeriesSession } from '@luotsi/calendar/model';
import type { Answer, Localised } from '@luotsi/platform/model';
import {
  ApiClient,
  Choices,
  ProblemNotice,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { ReasonFields } from '../organise/reason-fields';
import { SeriesWords } from './series-words';
import { seriesTexts } from './texts';

type Stepped = Answer<typeof cancelSeries>;

/**
 * Asks from where on a series is cancelled and why, and says how many sessions and people that is
 * about; does it, and tells what was done, or null when nothing was.
 */
@Component({
  selector: 'lu-cancel-series',
  imports: [Choices, MatButton, ProblemNotice, ReasonFields],
  templateUrl: './cancel-series.html',
  styleUrl: './cancel-series.scss',
})
export class CancelSeries {
  protected readonly t = useTexts(seriesTexts);
  private readonly words = inject(SeriesWords);
  private readonly client = inject(ApiClient);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly id = input.required<string>();
  readonly sessions = input.required<readonly SeriesSession[]>();
  readonly answered = output<Stepped | null>();

  protected readonly scope = signal<'following' | 'all'>('following');
  protected readonly removeDrafts = signal(false);
  protected readonly plan = signal<Stepped | undefined>(undefined);
  protected readonly hasDrafts = computed(() =>
    this.sessions().some(({ status }) => status === 'draft'),
  );
  /** What stays as it is, and why. */
  protected readonly stays = computed(() =>
    this.words.refused(this.plan()?.refused ?? [], this.sessions()),
  );
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  private asking = 0;
  private hasAnswered = false;

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
    effect(() => {
      const wish = { scope: this.scope(), removeDrafts: this.removeDrafts() };
      void untracked(() => this.count(wish));
    });
  }

  protected async cancel(reason: Localised | null): Promise<void> {
    if (!reason || this.sending()) return;
    this.sending.set(true);
    this.problem.set(undefined);
    try {
      const body = { scope: this.scope(), removeDrafts: this.removeDrafts(), reason };
      this.answer(await this.client.send(cancelSeries, { params: { id: this.id() }, body }));
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.sending.set(false);
    }
  }

  protected answer(done: Stepped | null): void {
    if (this.hasAnswered) return;
    this.hasAnswered = true;
    // Closing gives the focus back to where it was asked from.
    this.dialog().nativeElement.close();
    this.answered.emit(done);
  }

  /** Counts whom it would touch; an answer that comes late is not shown. */
  private async count(wish: {
    readonly scope: 'following' | 'all';
    readonly removeDrafts: boolean;
  }): Promise<void> {
    const turn = (this.asking += 1);
    try {
      const body = { ...wish, dryRun: true };
      const plan = await this.client.send(cancelSeries, { params: { id: this.id() }, body });
      if (turn === this.asking) this.plan.set(plan);
    } catch (thrown) {
      if (turn === this.asking) this.problem.set(thrown as ProblemError);
    }
  }
}
