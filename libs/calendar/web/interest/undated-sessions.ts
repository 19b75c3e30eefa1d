import { Component, computed, inject, Injector, input } from '@angular/core';
import { useTexts } from '@luotsi/platform/web';
import { listFilters, type AgendaFilters } from '../agenda/agenda-filters';
import { InterestClient } from './interest-client';
import { interestTexts } from './texts';
import { UndatedLine } from './undated-line';

/** What is coming but has no date yet, at the end of the agenda; nothing when there is nothing. */
@Component({
  selector: 'lu-undated-sessions',
  imports: [UndatedLine],
  template: `
    @if (items(); as sessions) {
      <section aria-labelledby="lu-undated">
        <h2 id="lu-undated">{{ t('heading') }}</h2>
        <p class="quiet small">{{ t('lead') }}</p>
        <ul class="bare-list hairlines" role="list">
          @for (session of sessions; track session.id) {
            <li><lu-undated-line [session]="session" /></li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section {
      padding-top: 32px;
    }

    h2 {
      font-size: var(--lu-size-4);
    }

    ul {
      padding-top: 8px;
    }
  `,
})
export class UndatedSessions {
  protected readonly t = useTexts(interestTexts);
  readonly filters = input.required<AgendaFilters>();
  private readonly list = inject(InterestClient).undated(() => {
    const filters = this.filters();
    const lists = listFilters.map((name) => [name, [...filters[name]]]);
    return { ...Object.fromEntries(lists), ...(filters.q === '' ? {} : { q: filters.q }) };
  }, inject(Injector));
  protected readonly items = computed(() => {
    const items = this.list.latest()?.items ?? [];
    // Its words may come later than the page, which doesn't wait for them.
    return items.length > 0 && this.t('heading') ? items : null;
  });
}
