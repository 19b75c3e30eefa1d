import { inject, Injectable } from '@angular/core';
import { placeInMonth, weekdayOf, type SeriesRule } from '@luotsi/calendar/model';
import { Format, useTexts } from '@luotsi/platform/web';
import { seriesTexts } from './texts';

/** Series in words. */
@Injectable({ providedIn: 'root' })
export class SeriesWords {
  private readonly t = useTexts(seriesTexts);
  private readonly format = inject(Format);

  /** "Joka kuukauden toisena tiistaina, 10 kertaa, paitsi 13.7.2027" */
  rule(rule: SeriesRule, first: string): string {
    const { frequency, every: count, times, until, skip } = rule;
    const day = this.day(rule, first);
    return [
      this.t(`rule.${frequency}`, { count, day, weekdays: this.weekdays(first) }),
      times ? this.t('rule.times', { count: times }) : '',
      until ? this.t('rule.until', { date: this.format.date(until) }) : '',
      skip.length > 0
        ? this.t('rule.skip', {
            dates: this.format.list([...skip].sort().map((date) => this.format.date(date))),
          })
        : '',
    ].join('');
  }

  /** "kuukauden toisena tiistaina", "helmikuun viimeisenä perjantaina", "12. helmikuuta" */
  day({ frequency, day }: Pick<SeriesRule, 'frequency' | 'day'>, first: string): string {
    const at = new Date(`${first}T00:00:00Z`);
    const month = String(at.getUTCMonth()) as '0';
    const place = day === 'lastWeekday' ? 'last' : (String(placeInMonth(first)) as '1');
    const facts = {
      date: at.getUTCDate(),
      place: this.t(`place.${place}`),
      weekday: this.t(`weekday.${String(weekdayOf(first)) as '1'}`),
      month: this.t(`month.${month}`),
      monthPart: this.t(`monthPart.${month}`),
    };
    if (frequency === 'yearly')
      return this.t(day === 'date' ? 'rule.dateInYear' : 'rule.placeInYear', facts);
    return this.t(day === 'date' ? 'rule.dateInMonth' : 'rule.placeInMonth', facts);
  }

  /** "nimi ja ajat" */
  parts(parts: readonly string[]): string {
    return this.format.list(parts.map((part) => this.part(part)));
  }

  part(part: string): string {
    return this.t(`part.${part as 'title'}`);
  }

  /** "ti 9.2.2027 klo 13.00–15.00" of wall-clock times, whatever their zone. */
  meeting({ start, end }: { readonly start: string; readonly end: string }): string {
    return this.format.meeting(`${start}:00Z`, `${end}:00Z`, 'UTC');
  }

  private weekdays(first: string): string {
    return this.t(`weekdays.${String(weekdayOf(first)) as '1'}`);
  }
}
