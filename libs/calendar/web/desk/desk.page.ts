import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  deskStates,
  deskTasks,
  listOrganisedSessions,
  type DeskItem,
  type DeskState,
} from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import {
  EmptyState,
  Filter,
  Filters,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { narrowAddress, pagedList, SearchField } from '@luotsi/platform/web/lists';
import { DeskSession } from './desk-session';
import { DeskWords } from './desk-words';
import { deskTexts } from './texts';

/** The organiser's desk: what needs doing first, and one's sessions by state, how full they are. */
@Component({
  selector: 'lu-desk-page',
  imports: [
    DeskSession,
    EmptyState,
    Filter,
    Filters,
    LocalisedText,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    SearchField,
    Skeleton,
    StatusWord,
  ],
  templateUrl: './desk.page.html',
  styleUrl: './desk.page.scss',
})
export class DeskPage {
  private readonly router = inject(Router);
  private readonly format = inject(Format);
  protected readonly t = useTexts(deskTexts);
  protected readonly words = inject(DeskWords);
  protected readonly current = inject(CurrentPerson);
  protected readonly narrow = narrowAddress();

  readonly state = input<string>();
  readonly organiser = input<string>();
  readonly task = input<string>();
  readonly whose = input<string>();
  readonly q = input<string>();

  private readonly asked = computed(() => ({
    state: deskStates.find((state) => state === this.state()) ?? ('open' as const),
    organiser: this.organiser(),
    task: deskTasks.find((task) => task === this.task()),
    whose: this.whose() === 'all' ? ('all' as const) : ('own' as const),
    q: this.q(),
  }));
  protected readonly list = pagedList(listOrganisedSessions, () => ({ query: this.asked() }));
  /** The desk as a whole: what to do first, how many in each state; undefined until answered. */
  protected readonly desk = this.list.first;
  protected readonly items = computed(() => this.list.items() ?? []);
  protected readonly isNarrowed = computed(() => {
    const { state, organiser, task, whose, q } = this.asked();
    return state !== 'open' || whose === 'all' || Boolean(organiser ?? task ?? q);
  });

  /** What the page says first; null while it is on its way. */
  protected readonly answer = computed(() => {
    const desk = this.desk();
    if (!desk) return this.list.problem() ? '' : null;
    const count = desk.tasks + desk.outlines.length;
    if (count > 0) return this.t('answer.tasks', { count });
    const next = this.items().find(({ status, starts }) => status === 'published' && starts);
    if (!next?.starts) return desk.items.length > 0 ? this.t('answer.nothing') : '';
    const day = this.format.onDay(next.starts, next.timeZone);
    return this.t('answer.next', { day });
  });
  protected readonly first = computed(() => this.desk()?.first ?? []);
  /** Outlines that others ask to have published. */
  protected readonly outlines = computed(() => this.desk()?.outlines ?? []);
  protected readonly rest = computed(() => (this.desk()?.tasks ?? 0) - this.first().length);

  protected readonly stateOptions = computed(() => {
    const counts = this.desk()?.counts;
    return deskStates
      .filter((state) => state !== 'open')
      .map((value) => ({
        value,
        label: this.t(`state.${value}`, { count: counts?.[value] ?? 0 }),
      }));
  });
  protected readonly organiserOptions = computed(() => {
    const named = (this.desk()?.organisers ?? []).map(({ id, name }) => ({
      value: id,
      label: this.format.text(name),
    }));
    return this.format.sorted(named, ({ label }) => label);
  });
  protected readonly taskOptions = computed(() =>
    deskTasks.map((value) => ({ value, label: this.t(`asksFor.${value}`) })),
  );
  protected readonly whoseOptions = computed(() => [{ value: 'all', label: this.t('whose.all') }]);
  protected readonly isNational = computed(() => this.current.holds('nationalCoordinator'));

  /** The sessions in groups of a state, in the order in which they come. */
  protected readonly groups = computed(() => {
    const groups: { readonly name: string; readonly items: DeskItem[] }[] = [];
    for (const item of this.items()) {
      const name = this.groupOf(item);
      const last = groups.at(-1);
      if (last?.name === name) last.items.push(item);
      else groups.push({ name, items: [item] });
    }
    return groups;
  });

  protected showAll(): void {
    void this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }

  private groupOf({ status }: DeskItem): string {
    const isOpen = this.asked().state === 'open';
    return this.t(
      `group.${status === 'held' && !isOpen ? 'allHeld' : (status satisfies DeskState)}`,
    );
  }
}
