import { inject, Injectable } from '@angular/core';
import {
  placeInMonth,
  weekdayOf,
  type SeriesRule,
  type SeriesSession,
  type SessionStatus,
} from '@luotsi/calendar/model';
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

  /** A clock time as it is typed, "03:30", as it is read: "3.30". */
  clock(wall: string): string {
    return this.format.time(`2027-01-01T${wall}:00Z`, 'UTC');
  }

  /** "10 kertaa: 3 pidettyä, 2 julkaistua ja 5 luonnosta." */
  standing(sessions: readonly SeriesSession[]): string {
    const states = STATES.flatMap((status) => {
      const count = sessions.filter((session) => session.status === status).length;
      return count > 0 ? [this.t(`whole.standing.${status}`, { count })] : [];
    });
    const times = this.t('of.count', { count: sessions.length });
    return this.t('whole.all', { times, states: this.format.list(states) });
  }

  /** "ti 9.2.2027 (on jo ohi)", of each that a step could not be done to, in order of time. */
  refused(
    refused: readonly { readonly id: string; readonly problem: string }[],
    sessions: readonly SeriesSession[],
  ): string[] {
    return sessions.flatMap(({ id, start }) => {
      const one = refused.find((session) => session.id === id);
      if (!one) return [];
      const when = start ? this.format.day(start) : this.t('of.noDate');
      const why = this.t(`whole.why.${one.problem as 'session-past'}`);
      return [this.t('whole.left', { when, why })];
    });
  }

  private weekdays(first: string): string {
    return this.t(`weekdays.${String(weekdayOf(first)) as '1'}`);
  }
}

/** In the order in which a series goes through them. */
const STATES: readonly SessionStatus[] = ['held', 'published', 'postponed', 'draft', 'cancelled'];
