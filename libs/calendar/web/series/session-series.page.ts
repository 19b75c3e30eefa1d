import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatAnchor, MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { getSeries, spreadInSeries, type changeSeries } from '@luotsi/calendar/model';
import type { Answer } from '@luotsi/platform/model';
import {
  ApiClient,
  Choices,
  Format,
  LocalisedText,
  Notices,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { OrganiseFrame } from '../organise/organise-frame';
import { statusKinds } from '../organise/session-status';
import { organiseTexts } from '../organise/texts';
import { SeriesWords } from './series-words';
import { seriesTexts } from './texts';
import { WholeSeries } from './whole-series';

/** The series of a session: its others, and taking on to them what was edited in this one. */
@Component({
  selector: 'lu-session-series-page',
  imports: [
    Choices,
    LocalisedText,
    MatAnchor,
    MatButton,
    OrganiseFrame,
    ProblemNotice,
    RouterLink,
    Skeleton,
    StatusWord,
    WholeSeries,
  ],
  templateUrl: './session-series.page.html',
  styleUrl: './session-series.page.scss',
})
export class SessionSeriesPage {
  protected readonly t = useTexts(seriesTexts);
  protected readonly state = useTexts(organiseTexts);
  protected readonly words = inject(SeriesWords);
  protected readonly format = inject(Format);
  private readonly client = inject(ApiClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly frame = viewChild(OrganiseFrame);
  protected readonly kinds = statusKinds;
  readonly id = input.required<string>();

  protected readonly read = this.client.resource(getSeries, () => ({ params: { id: this.id() } }));
  protected readonly sentence = computed(() => {
    const series = this.read.latest()?.series;
    return series ? this.words.rule(series.rule, series.first) : '';
  });
  /** The parts that this session has of its own. */
  protected readonly own = computed(
    () => this.read.latest()?.sessions.find(({ id }) => id === this.id())?.own ?? [],
  );
  protected readonly chosen = linkedSignal<readonly string[]>(() => this.own());
  protected readonly scope = signal<'following' | 'all'>('following');
  protected readonly override = signal(false);
  protected readonly counted = signal<Answer<typeof changeSeries> | undefined>(undefined);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  private asking = 0;

  constructor() {
    effect(() => {
      const parts = [...this.chosen()];
      const wish = { scope: this.scope(), parts, keepOwn: !this.override() };
      void untracked(() => this.count(wish));
    });
  }

  protected choose(part: string, on: boolean): void {
    this.chosen.update((parts) => [...parts.filter((one) => one !== part), ...(on ? [part] : [])]);
  }

  protected async spread(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.problem.set(undefined);
    const body = {
      ...{ scope: this.scope(), parts: [...this.chosen()] },
      keepOwn: !this.override(),
    };
    try {
      const { sessions } = await this.client.send(spreadInSeries, {
        ...{ params: { id: this.id() }, body },
      });
      this.notices.tell(this.t('of.done', { count: sessions }));
      this.reload();
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.sending.set(false);
    }
  }

  protected reload(): void {
    this.frame()?.reload();
    this.read.reload();
  }

  protected leave(): void {
    void this.router.navigateByUrl('/organise');
  }

  /** Counts whom it would touch; an answer that comes late is not shown. */
  private async count(wish: {
    readonly scope: 'following' | 'all';
    readonly parts: string[];
    readonly keepOwn: boolean;
  }): Promise<void> {
    const turn = (this.asking += 1);
    if (wish.parts.length === 0) return this.counted.set(undefined);
    try {
      const body = { ...wish, dryRun: true };
      const counted = await this.client.send(spreadInSeries, { params: { id: this.id() }, body });
      if (turn === this.asking) this.counted.set(counted);
    } catch (thrown) {
      if (turn === this.asking) this.problem.set(thrown as ProblemError);
    }
  }
}
