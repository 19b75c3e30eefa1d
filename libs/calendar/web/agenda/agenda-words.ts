import { inject, Injectable } from '@angular/core';
import { useTexts } from '@luotsi/platform/web';
import { calendarTexts } from '../texts';
import { SessionWords } from '../session/session-words';
import { countSet, noFilters, type AgendaFilters } from './agenda-filters';
import type { AgendaStore } from './agenda.store';
import { FilterChoices } from './filter-choices';

/** What the agenda says of itself: what is coming, what is next, why there is nothing. */
@Injectable({ providedIn: 'root' })
export class AgendaWords {
  private readonly t = useTexts(calendarTexts);
  private readonly choices = inject(FilterChoices);
  private readonly sessions = inject(SessionWords);

  /** "42 koulutusta tulossa Lapissa. Seuraava: torstai 3. joulukuuta 2026 klo 9.00, Rovaniemi." */
  answer(store: AgendaStore): string | null {
    const all = store.sessions();
    if (all === undefined) return store.problem() ? '' : null;
    if (all.length === 0) return this.t('agenda.none');
    const { region } = store.filters();
    const where =
      region.length === 1 ? ` ${this.choices.sentence({ ...noFilters, region })[0]}` : '';
    const key = store.hasMore() ? 'agenda.comingMore' : 'agenda.coming';
    const coming = this.t(key, { count: all.length, where });
    const next = store
      .agenda()
      .months.flatMap(({ days }) => days.flatMap((day) => day.sessions))
      .find(({ status }) => status === 'published');
    if (!next) return coming;
    return `${coming} ${this.t('agenda.next', { when: this.sessions.beginning(next) })}`;
  }

  /** The document's name: "Koulutukset Lapissa · verkossa", so that tabs and bookmarks differ. */
  name(filters: AgendaFilters): string {
    if (countSet(filters) === 0) return '';
    return `${this.t('filter.leadSet')} ${this.choices.sentence(filters).join(' · ')}`;
  }

  /** How many are shown, for those who do not see them come. */
  shown(store: AgendaStore): string {
    const all = store.sessions();
    if (all === undefined || store.loading() || store.loadingMore()) return '';
    return this.t('agenda.shown', { count: all.length });
  }

  emptyText(filters: AgendaFilters): string {
    return this.t(countSet(filters) > 0 ? 'agenda.emptyFiltered' : 'agenda.emptyAll');
  }

  /** "Poista rajaus: verkossa" */
  widen(filters: AgendaFilters, name: keyof AgendaFilters): string {
    const said = this.choices.sentence({ ...noFilters, [name]: filters[name] }).join(' · ');
    return this.t('agenda.widen', { filter: said });
  }
}
