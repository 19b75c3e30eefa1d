import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Format, LocalisedText, useTexts } from '@luotsi/platform/web';
import { firstMonth } from '../item/by-time';
import { planningTexts } from '../texts';
import { PlannedItemsStore, type PlannedFilters } from './planned-items.store';

/** The calendar's filters: those that a plan knows, and those that it can't be narrowed by. */
interface CalendarFilters extends PlannedFilters {
  readonly q: string;
  readonly language: readonly string[];
}

/**
 * What is planned for a month and is not in the calendar yet, as quiet lines at the end of the month:
 * `<lu-planned-items month="2027-03" [filters]="filters()" />`. Nothing when there is nothing.
 */
@Component({
  selector: 'lu-planned-items',
  imports: [LocalisedText, RouterLink],
  template: `
    @if (items().length > 0) {
      <section [attr.aria-labelledby]="'planned-' + month()">
        <h2 [id]="'planned-' + month()">
          {{ t('planned.heading', format.parts(month() + '-01')) }}
        </h2>
        <ul class="bare-list">
          @for (item of items(); track item.id) {
            <li>
              <a [routerLink]="['/plans', item.year]" [fragment]="'item-' + item.id">
                <lu-text [of]="item.title" />
              </a>
              <span class="small quiet">
                {{
                  t(
                    item.form === 'online'
                      ? 'item.online'
                      : item.form === 'hybrid'
                        ? 'item.hybrid'
                        : 'item.onsite'
                  )
                }}
                @if (item.seats; as seats) {
                  · {{ t('item.seats', { count: seats }) }}
                }
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: 4px 16px;
      padding-block: 12px;
      border-top: 1px dashed var(--lu-edge);
    }

    h2 {
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
      font-weight: 600;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      align-items: baseline;
      padding-block: 6px;
    }

    @media (width >= 40rem) {
      section {
        grid-template-columns: 7.5rem minmax(0, 1fr);
      }

      h2 {
        padding-block: 8px;
      }
    }
  `,
})
export class PlannedItemsOfMonth {
  protected readonly t = useTexts(planningTexts);
  protected readonly format = inject(Format);
  private readonly store = inject(PlannedItemsStore);
  /** `2027-03` */
  readonly month = input.required<string>();
  readonly filters = input.required<CalendarFilters>();

  protected readonly items = computed(() => {
    const { q, language } = this.filters();
    // The language a training will be held in is not planned; a search by it finds sessions alone.
    // Its words may come later than the calendar's, whose page doesn't wait for them.
    if (language.length > 0 || !this.t('planned.heading')) return [];
    const words = q.toLowerCase();
    return (this.store.latest()?.items ?? []).filter(
      (item) =>
        `${item.year}-${String(firstMonth(item)).padStart(2, '0')}` === this.month() &&
        item.sessions.every(({ status }) => status === 'cancelled') &&
        Object.values(item.title).some((title) => title.toLowerCase().includes(words)),
    );
  });

  constructor() {
    effect(() => this.store.narrow(this.filters()));
  }
}
