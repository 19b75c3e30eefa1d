import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, signal, type Type } from '@angular/core';
import { PLANNED_ITEMS, type PlannedItems } from '../planned-items';
import type { AgendaFilters } from './agenda-filters';

/** What is planned for a month, by whichever component is plugged in; nothing without one. */
@Component({
  selector: 'lu-planned-slot',
  imports: [NgComponentOutlet],
  template: `
    @if (component(); as planned) {
      <ng-container *ngComponentOutlet="planned; inputs: inputs()" />
    }
  `,
})
export class PlannedSlot {
  readonly month = input.required<string>();
  readonly filters = input.required<AgendaFilters>();
  protected readonly component = signal<Type<PlannedItems> | undefined>(undefined);
  protected readonly inputs = computed(() => ({ month: this.month(), filters: this.filters() }));

  constructor() {
    void inject(PLANNED_ITEMS, { optional: true })?.().then((component) =>
      this.component.set(component),
    );
  }
}
