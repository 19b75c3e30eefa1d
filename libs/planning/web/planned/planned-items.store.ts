import { inject, Injectable, Injector } from '@angular/core';
import { ApiClient, type ApiResource } from '@luotsi/platform/web';
import { planningContract, type PlannedItem } from '@luotsi/planning/model';

/** What narrows planned items: the filters of the calendar as far as a plan knows them. */
export interface PlannedFilters {
  readonly region: readonly string[];
  readonly theme: readonly string[];
  readonly competence: readonly string[];
  readonly form: readonly string[];
}

type Planned = ApiResource<{ readonly items: PlannedItem[] }>;

/** Planned items by their filters, asked for once however many months show them. */
@Injectable({ providedIn: 'root' })
export class PlannedItemsStore {
  private readonly client = inject(ApiClient);
  private readonly here = { injector: inject(Injector) };
  private readonly kept = new Map<string, Planned>();

  /** The items of this year and later that match. */
  of({ region, theme, competence, form }: PlannedFilters): Planned {
    const query = { region, theme, competence, form } as {
      region: string[];
      theme: string[];
      competence: string[];
      form: PlannedItem['form'][];
    };
    const key = JSON.stringify(query);
    const found = this.kept.get(key);
    if (found) return found;
    const made = this.client.resource(
      planningContract.listPlannedItems,
      () => ({ query }),
      this.here,
    );
    this.kept.set(key, made);
    return made;
  }
}
