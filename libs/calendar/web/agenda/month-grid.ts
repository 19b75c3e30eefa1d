import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { dateOf, Format, Icon, useTexts } from '@luotsi/platform/web';
import { CalendarClient } from '../calendar-client';
import { calendarTexts } from '../texts';
import { capital } from '../session/session-words';
import { firstDay } from './agenda-days';
import type { AgendaFilters } from './agenda-filters';
import { askedFor } from './agenda.store';
import { addDays, addMonths, startOfDay, weeksOf } from './dates';

const MOST = 100;

/** A month at a glance: days that have sessions can be chosen. Arrows move by day and week. */
@Component({
  selector: 'lu-month-grid',
  imports: [Icon],
  templateUrl: './month-grid.html',
  styleUrl: './month-grid.scss',
  host: { '(keydown)': 'move($event)' },
})
export class MonthGrid {
  protected readonly t = useTexts(calendarTexts);
  protected readonly format = inject(Format);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly filters = input.required<AgendaFilters>();
  readonly chosen = output<string>();

  protected readonly today = dateOf(new Date());
  private readonly start = computed(() => this.filters().from || this.today);
  protected readonly month = linkedSignal(() => this.start().slice(0, 7));
  /** The one day that Tab reaches. */
  protected readonly current = linkedSignal(() =>
    this.start().startsWith(this.month()) ? this.start() : `${this.month()}-01`,
  );
  protected readonly weeks = computed(() => weeksOf(this.month()));
  protected readonly name = computed(() => capital(this.format.month(`${this.month()}-01`)));
  /** Monday first; 2024 began on one. */
  protected readonly weekdays = Array.from({ length: 7 }, (_, at) => addDays('2024-01-01', at));

  private readonly sessions = inject(CalendarClient).sessions(
    () => ({
      ...askedFor(this.filters()),
      from: startOfDay(`${this.month()}-01`),
      to: startOfDay(`${addMonths(this.month(), 1)}-01`),
      limit: MOST,
    }),
    this.injector,
  );
  protected readonly counts = computed(() => {
    const counts = new Map<string, number>();
    for (const session of this.sessions.value()?.items ?? []) {
      const date = firstDay(session);
      if (date !== undefined) counts.set(date, (counts.get(date) ?? 0) + 1);
    }
    return counts;
  });

  protected label(date: string): string {
    const count = this.counts().get(date) ?? 0;
    return `${this.format.longDay(date)}, ${this.t('month.count', { count })}`;
  }

  protected turn(months: number): void {
    this.month.set(addMonths(this.month(), months));
  }

  protected choose(date: string): void {
    if (this.counts().has(date)) this.chosen.emit(date);
  }

  protected move(event: KeyboardEvent): void {
    const inGrid = (event.target as HTMLElement).closest('[role="grid"]') !== null;
    const to = inGrid ? this.target(event.key) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    this.month.set(to.slice(0, 7));
    this.current.set(to);
    afterNextRender(
      () => this.host.nativeElement.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
      { injector: this.injector },
    );
  }

  private target(key: string): string | undefined {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7,
    };
    const step = steps[key];
    if (step !== undefined) return addDays(this.current(), step);
    if (key === 'Home') return `${this.month()}-01`;
    if (key === 'End') return addDays(`${addMonths(this.month(), 1)}-01`, -1);
    if (key === 'PageUp') return `${addMonths(this.month(), -1)}-01`;
    if (key === 'PageDown') return `${addMonths(this.month(), 1)}-01`;
    return undefined;
  }
}
