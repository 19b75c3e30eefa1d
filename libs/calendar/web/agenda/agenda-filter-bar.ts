import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Filter, Filters, Icon, useTexts } from '@luotsi/platform/web';
import { calendarTexts } from '../texts';
import { countSet, noFilters, type AgendaFilters, type ListFilter } from './agenda-filters';
import { FilterChoices } from './filter-choices';

const PAUSE = 350;

/** Searching and narrowing the agenda, as one sentence. On a phone the sentence folds away. */
@Component({
  selector: 'lu-agenda-filters',
  imports: [Filter, Filters, Icon, MatButton],
  templateUrl: './agenda-filter-bar.html',
  styleUrl: './agenda-filter-bar.scss',
})
export class AgendaFilterBar {
  protected readonly t = useTexts(calendarTexts);
  protected readonly choices = inject(FilterChoices);
  readonly filters = input.required<AgendaFilters>();
  readonly changed = output<AgendaFilters>();

  protected readonly open = signal(false);
  protected readonly count = computed(() => countSet(this.filters()));
  protected readonly sentence = computed(() => this.choices.sentence(this.filters()).join(' · '));
  protected readonly chips = [
    'region',
    'theme',
    'competence',
    'form',
    'language',
  ] as const satisfies readonly ListFilter[];
  private pause: ReturnType<typeof setTimeout> | undefined;

  protected set(name: ListFilter | 'from', value: string): void {
    const values = value === '' ? [] : value.split(',');
    this.changed.emit({ ...this.filters(), [name]: name === 'from' ? value : values });
  }

  /** Searches once the typing has paused. */
  protected typed(text: string): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.search(text), PAUSE);
  }

  /** Searches now. */
  protected search(text: string): void {
    clearTimeout(this.pause);
    const q = text.trim();
    if (q !== this.filters().q) this.changed.emit({ ...this.filters(), q });
  }

  protected clear(): void {
    clearTimeout(this.pause);
    this.changed.emit(noFilters);
  }
}
