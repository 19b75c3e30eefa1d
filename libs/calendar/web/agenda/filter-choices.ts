import { computed, inject, Injectable } from '@angular/core';
import { languages } from '@luotsi/platform/model';
import { dateOf, Format, useTexts, type FilterOption } from '@luotsi/platform/web';
import { sessionForms } from '@luotsi/calendar/model';
import { Names } from '../names';
import { calendarTexts } from '../texts';
import type { AgendaFilters, ListFilter } from './agenda-filters';
import { addMonths } from './dates';

const MONTHS_AHEAD = 12;

/** What each filter can be set to, worded as a part of the sentence. */
@Injectable({ providedIn: 'root' })
export class FilterChoices {
  private readonly t = useTexts(calendarTexts);
  private readonly names = inject(Names);
  private readonly format = inject(Format);

  private readonly choices: Record<ListFilter, () => readonly FilterOption[]> = {
    region: computed(() =>
      this.names.regions().map(({ code }) => ({ value: code, label: this.names.inRegion(code) })),
    ),
    theme: computed(() =>
      this.names
        .themes()
        .map(({ code, name }) => ({ value: code, label: this.t('filter.theme.set', { name }) })),
    ),
    competence: computed(() =>
      this.names.competences().map(({ code, name }) => ({
        value: code,
        label: this.t('filter.competence.set', { name }),
      })),
    ),
    form: computed(() =>
      sessionForms.map((form) => ({ value: form, label: this.t(`filter.form.${form}`) })),
    ),
    language: computed(() =>
      languages.map((language) => ({
        value: language,
        label: this.t(`filter.language.${language}`),
      })),
    ),
  };

  /** The choices of a filter; several values in the address are one choice more. */
  of(name: ListFilter, chosen: readonly string[]): readonly FilterOption[] {
    const options = this.choices[name]();
    if (chosen.length === 0 || options.some(({ value }) => value === chosen.join())) return options;
    return [{ value: chosen.join(), label: this.wordsFor(name, chosen) }, ...options];
  }

  /** The months that the agenda can begin with, and the day it begins with now. */
  months(from: string): readonly FilterOption[] {
    const now = dateOf(new Date()).slice(0, 7);
    const months = Array.from({ length: MONTHS_AHEAD }, (_, at) => addMonths(now, at + 1));
    const options = months.map((month) => ({
      value: `${month}-01`,
      label: this.t('filter.from.month', this.format.parts(`${month}-01`)),
    }));
    if (from === '' || options.some(({ value }) => value === from)) return options;
    return [
      { value: from, label: this.t('filter.from.day', { day: this.format.day(from) }) },
      ...options,
    ];
  }

  /** The filters that are set, in words, in the order of the sentence. */
  sentence(filters: AgendaFilters): readonly string[] {
    const lists = (['region', 'theme', 'competence', 'form', 'language'] as const)
      .filter((name) => filters[name].length > 0)
      .map((name) => this.wordsFor(name, filters[name]));
    const from = this.months(filters.from).find(({ value }) => value === filters.from)?.label;
    return [...lists, ...(from ? [from] : []), ...(filters.q ? [`”${filters.q}”`] : [])];
  }

  private wordsFor(name: ListFilter, chosen: readonly string[]): string {
    const options = this.choices[name]();
    return this.format.list(
      chosen.map((code) => options.find(({ value }) => value === code)?.label ?? code),
    );
  }
}
