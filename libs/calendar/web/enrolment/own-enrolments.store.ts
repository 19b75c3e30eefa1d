import { computed, inject, Injectable, Injector, linkedSignal } from '@angular/core';
import type { EnrolmentItem } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { CalendarClient } from '../calendar-client';

interface Read {
  readonly person: string | undefined;
  readonly items: readonly EnrolmentItem[] | undefined;
}

/** Where the person who is signed in stands in each session; nothing for a visitor. */
@Injectable({ providedIn: 'root' })
export class OwnEnrolments {
  private readonly current = inject(CurrentPerson);
  private readonly person = this.current.person;
  /** Whether nobody is signed in; undefined while it is not known. */
  readonly visitor = computed(() => {
    const person = this.person();
    return person === undefined ? undefined : person === null;
  });
  /** Whether the person's roles let them enrol. */
  readonly may = computed(() => this.current.may('enrolment.own'));
  private readonly list = inject(CalendarClient).ownEnrolments(() => this.may(), inject(Injector));
  /** The newest answer, kept while it is read again, but never into another person's sign-in. */
  private readonly kept = linkedSignal<Read, readonly EnrolmentItem[] | undefined>({
    source: () => ({ person: this.person()?.id, items: this.list.value()?.items }),
    computation: (now, before) =>
      now.items ?? (before?.source.person === now.person ? before?.value : undefined),
  });
  private readonly bySession = computed(
    () => new Map((this.kept() ?? []).map((item) => [item.sessionId, item])),
  );

  /** Upcoming first, then past; undefined until they are known. */
  readonly items = computed(() => (this.person() === undefined || this.may() ? this.kept() : []));
  readonly problem = this.list.problem;
  readonly loading = this.list.loading;

  /** The person's enrolment in a session, when there is one. */
  of(sessionId: string): EnrolmentItem | undefined {
    return this.may() ? this.bySession().get(sessionId) : undefined;
  }

  /** Reads them again, after a change. */
  reload(): void {
    this.list.reload();
  }
}
