import { Component, inject, input } from '@angular/core';
import type { ClockAnswer, SeriesDate } from '@luotsi/calendar/model';
import { Choices, useTexts } from '@luotsi/platform/web';
import { NewSeriesStore } from './new-series.store';
import { SeriesWords } from './series-words';
import { seriesTexts } from './texts';

/**
 * The dates of a series being made: which of them are left out, and which hour is meant where the
 * clocks change.
 */
@Component({
  selector: 'lu-series-dates',
  imports: [Choices],
  templateUrl: './series-dates.html',
  styleUrl: './series-dates.scss',
  host: { role: 'region', 'aria-labelledby': 'lu-series-dates' },
})
export class SeriesDates {
  protected readonly t = useTexts(seriesTexts);
  protected readonly store = inject(NewSeriesStore);
  protected readonly words = inject(SeriesWords);
  /** The rule as a sentence; empty while it isn't whole. */
  readonly sentence = input.required<string>();
  protected readonly takes = ['earlier', 'later'] as const;

  protected answered(date: string): ClockAnswer['take'] | undefined {
    return this.store.answers().find((one) => one.date === date)?.take;
  }

  /** Whether a date is or was one that the clocks change on. */
  protected asks({ date, skipped, trouble }: SeriesDate): boolean {
    return !skipped && (Boolean(trouble) || this.answered(date) !== undefined);
  }

  protected question({ trouble }: SeriesDate): string {
    const time = this.words.clock(this.store.start());
    if (trouble === 'meeting-time-twice') return this.t('new.doubledHour', { time });
    return this.t(trouble === 'meeting-time-skipped' ? 'new.skippedHour' : 'new.chooseHour', {
      time,
    });
  }

  /** In spring an hour is left out, in autumn it comes twice. */
  protected choice(date: string, take: ClockAnswer['take']): string {
    const isAutumn = date.slice(5, 7) > '06';
    if (take === 'earlier') return this.t(isAutumn ? 'new.firstOne' : 'new.before');
    return this.t(isAutumn ? 'new.secondOne' : 'new.after');
  }
}
