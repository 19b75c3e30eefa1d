import { inject, Injectable } from '@angular/core';
import type { OutlineItem, OutlineSlot } from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import { Format, useTexts } from '@luotsi/platform/web';
import { Names } from '../names';
import { outlineTexts } from './texts';

/** What the facts of an outline read as. */
@Injectable({ providedIn: 'root' })
export class OutlineWords {
  private readonly t = useTexts(outlineTexts);
  private readonly format = inject(Format);
  private readonly names = inject(Names);

  /** "2 päivää, 10 h 15 min"; '' where there is no timetable yet. */
  length({ days, minutes }: { readonly days: number; readonly minutes: number }): string {
    if (days === 0) return '';
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const facts = { hours, minutes: rest };
    const time =
      hours === 0
        ? this.t('facts.minutes', facts)
        : this.t(rest === 0 ? 'facts.hours' : 'facts.hoursMinutes', facts);
    return days === 1 ? time : `${this.t('facts.days', { count: days })}, ${time}`;
  }

  /** "Pidetty tai tulossa 5 kertaa, 3 maakunnassa" */
  use({ sessions, regions }: Pick<OutlineItem, 'sessions' | 'regions'>): string {
    if (sessions === 0) return this.t('facts.unused');
    const where = regions === 0 ? '' : this.t('facts.inRegions', { count: regions });
    return this.t('facts.used', { count: sessions, where });
  }

  /** "Palaute 4,3/5, 12 vastausta"; '' below five answers. */
  rating(rating: OutlineItem['rating']): string {
    return rating
      ? this.t('facts.rating', {
          average: this.format.number(rating.average),
          answers: this.format.number(rating.answers),
        })
      : '';
  }

  /** "9.00–10.30" */
  times({ start, end }: Pick<OutlineSlot, 'start' | 'end'>): string {
    return this.format.times(`2000-01-01T${start}:00Z`, `2000-01-01T${end}:00Z`, 'UTC');
  }

  /** "to 11.3.2027 klo 9.00–16.00" of wall-clock times, whatever their zone. */
  meeting({ start, end }: { readonly start: string; readonly end: string }): string {
    return this.format.meeting(`${start}:00Z`, `${end}:00Z`, 'UTC');
  }

  /** A theme or form by its code. */
  code(part: 'theme' | 'form', code: string | null): string {
    if (code === null) return '';
    return part === 'theme' ? this.names.theme(code) : this.t(`form.${code as 'onsite'}`);
  }

  competences(codes: readonly string[]): string {
    return this.format.list(
      this.format.sorted(
        codes.map((code) => this.names.competence(code)),
        (name) => name,
      ),
    );
  }

  regions(codes: readonly string[]): string {
    return codes.length === 0
      ? this.t('page.whole')
      : this.format.list(codes.map((code) => this.names.region(code)));
  }

  text(texts: Localised): string {
    return this.format.text(texts);
  }
}
