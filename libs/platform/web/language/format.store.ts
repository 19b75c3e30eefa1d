import { inject, Injectable } from '@angular/core';
import type { Localised } from '@luotsi/platform/model';
import { inLanguage } from '@luotsi/platform/model';
import * as formats from './format';
import { Language } from './language.store';

type Moment = formats.Moment;

/**
 * Dates, times, numbers, lists and order in the current language: `readonly format = inject(Format)`,
 * then `{{ format.meeting(start, end, zone) }}`. Zone: Finland's unless given.
 */
@Injectable({ providedIn: 'root' })
export class Format {
  private readonly language = inject(Language).current;

  /** `to 11.3.2027` */
  readonly day = (moment: Moment, zone?: string) => formats.day(moment, this.language(), zone);
  /** `torstai 11. maaliskuuta 2027` */
  readonly longDay = (moment: Moment, zone?: string) =>
    formats.longDay(moment, this.language(), zone);
  /** `torstaina 11. maaliskuuta`, within a sentence; with the year when it is another one */
  readonly onDay = (moment: Moment, zone?: string) => formats.onDay(moment, this.language(), zone);
  /** `11.3.2027` */
  readonly date = (moment: Moment, zone?: string) =>
    formats.shortDate(moment, this.language(), zone);
  /** `maaliskuu 2027` */
  readonly month = (moment: Moment, zone?: string) => formats.month(moment, this.language(), zone);
  /** `9.00` */
  readonly time = (moment: Moment, zone?: string) => formats.time(moment, this.language(), zone);
  /** `9.00–16.00` */
  readonly times = (start: Moment, end: Moment, zone?: string) =>
    formats.timeSpan(start, end, this.language(), zone);
  /** `to 11.3.2027 klo 9.00` */
  readonly moment = (moment: Moment, zone?: string) =>
    formats.dayAndTime(moment, this.language(), zone);
  /** `to 11.3.2027 klo 9.00–16.00` */
  readonly meeting = (start: Moment, end: Moment, zone?: string) =>
    formats.meetingTime(start, end, this.language(), zone);
  /** `{weekday: 'to', day: '11', month: 'maaliskuu', year: '2027'}` */
  readonly parts = (moment: Moment, zone?: string) =>
    formats.dayParts(moment, this.language(), zone);
  /** `1 234,5` */
  readonly number = (value: number, digits?: number) =>
    formats.number(value, this.language(), digits);
  /** `42 %` */
  readonly percent = (share: number) => formats.percent(share, this.language());
  /** `a, b ja c` */
  readonly list = (items: readonly string[]) => formats.list(items, this.language());
  /** Items in the order of the language's alphabet. */
  readonly sorted = <Item>(items: readonly Item[], textOf: (item: Item) => string) =>
    formats.sortedBy(items, textOf, this.language());
  /** A localised text as a plain string, for attributes and sorting; shown text is `<lu-text>`. */
  readonly text = (texts: Localised) => inLanguage(texts, this.language()).text;
}
