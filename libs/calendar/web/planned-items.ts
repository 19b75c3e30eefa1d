import { InjectionToken, type InputSignal, type Type } from '@angular/core';
import type { AgendaFilters } from './agenda/agenda-filters';

/**
 * A component that lists what is planned for a month, as lines of the agenda; it shows nothing when
 * there is nothing. The agenda puts one at the end of every month that it shows.
 */
export interface PlannedItems {
  /** `2027-03` */
  readonly month: InputSignal<string>;
  readonly filters: InputSignal<AgendaFilters>;
}

/** The slot of the agenda for planned items; the app plugs in a component that is fetched when needed. */
export const PLANNED_ITEMS = new InjectionToken<() => Promise<Type<PlannedItems>>>('PLANNED_ITEMS');
