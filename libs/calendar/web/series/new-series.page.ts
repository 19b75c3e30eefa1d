import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { seriesFrequencies, sessionForms } from '@luotsi/calendar/model';
import { languages, type Language } from '@luotsi/platform/model';
import {
  BackLink,
  Field,
  FieldControl,
  Notices,
  PageHeader,
  ProblemNotice,
  useTexts,
} from '@luotsi/platform/web';
import { NewSeriesStore } from './new-series.store';
import { SeriesDates } from './series-dates';
import { SeriesWords } from './series-words';
import { seriesTexts } from './texts';

const intervals = {
  weekly: 'new.everyWeeks',
  monthly: 'new.everyMonths',
  yearly: 'new.everyYears',
} as const;

/** Making a series: its rule as a sentence, its dates before any of it is created. */
@Component({
  selector: 'lu-new-series-page',
  imports: [BackLink, Field, FieldControl, MatButton, PageHeader, ProblemNotice, SeriesDates],
  providers: [NewSeriesStore],
  templateUrl: './new-series.page.html',
  styleUrl: './new-series.page.scss',
})
export class NewSeriesPage {
  protected readonly t = useTexts(seriesTexts);
  protected readonly store = inject(NewSeriesStore);
  protected readonly words = inject(SeriesWords);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly languages = languages;
  protected readonly frequencies = seriesFrequencies;
  protected readonly forms = sessionForms;
  protected readonly intervals = computed(() => {
    const key = intervals[this.store.frequency()];
    const most = this.store.frequency() === 'yearly' ? 5 : 12;
    return Array.from({ length: most }, (_, at) => ({
      value: at + 1,
      label: this.t(key, { count: at + 1 }),
    }));
  });
  protected readonly sentence = computed(() => {
    const rule = this.store.rule();
    return rule ? this.words.rule(rule, this.store.date()) : '';
  });
  protected readonly held = computed(() => this.store.dates().filter(({ skipped }) => !skipped));
  protected readonly troubled = computed(() => this.held().filter(({ trouble }) => trouble));
  protected readonly tried = signal(false);

  constructor() {
    effect(() => {
      this.store.asked();
      void untracked(() => this.store.look());
    });
  }

  protected fault(name: string): string[] {
    if (!this.tried() || !this.store.faults().includes(name)) return [];
    const words = { end: 'new.endsFirst', seats: 'new.number', times: 'new.number' } as const;
    return [this.t(name in words ? words[name as keyof typeof words] : 'new.needed')];
  }

  protected write(language: Language, text: string): void {
    this.store.title.update((title) => ({ ...title, [language]: text }));
  }

  protected async create(publish: boolean): Promise<void> {
    this.tried.set(true);
    const wrong = this.store.faults().length > 0 || this.troubled().length > 0;
    if (wrong || this.held().length === 0) return this.showFault();
    const count = this.held().length;
    const first = await this.store.create(publish);
    if (first === undefined) return;
    this.notices.tell(this.t('new.done', { count }));
    await this.router.navigate(['/organise/sessions', first, 'series']);
  }

  private showFault(): void {
    const find = (selector: string) => this.host.nativeElement.querySelector<HTMLElement>(selector);
    afterNextRender(() => (find('[aria-invalid=true]') ?? find('.clocks input'))?.focus(), {
      injector: this.injector,
    });
  }
}
