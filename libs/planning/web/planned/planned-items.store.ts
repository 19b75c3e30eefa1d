import { inject, Injectable, Injector, signal } from '@angular/core';
import { ApiClient } from '@luotsi/platform/web';
import { listPlannedItems, type PlanItemForm } from '@luotsi/planning/model';

/** What narrows planned items: the filters of the calendar as far as a plan knows them. */
export interface PlannedFilters {
  readonly region: readonly string[];
  readonly theme: readonly string[];
  readonly competence: readonly string[];
  readonly form: readonly PlanItemForm[];
}

/** Planned items by the calendar's filters, asked for once however many months show them. */
@Injectable({ providedIn: 'root' })
export class PlannedItemsStore {
  private readonly filters = signal<PlannedFilters | undefined>(undefined, {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  private readonly planned = inject(ApiClient).resource(
    listPlannedItems,
    () => {
      const filters = this.filters();
      return (
        filters && {
          query: {
            region: [...filters.region],
            theme: [...filters.theme],
            competence: [...filters.competence],
            form: [...filters.form],
          },
        }
      );
    },
    { injector: inject(Injector) },
  );
  /** The items of this year and later that match. */
  readonly latest = this.planned.latest;

  /** Asks for what matches, unless it has been asked. */
  narrow({ region, theme, competence, form }: PlannedFilters): void {
    this.filters.set({ region, theme, competence, form });
  }
}
