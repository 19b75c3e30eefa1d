import { Component, computed, effect, inject, Injector, input } from '@angular/core';
import type { SessionItem } from '@luotsi/calendar/model';
import { CalendarClient } from '../calendar-client';
import { EnrolmentPanel } from './enrolment-panel';
import { EnrolmentStore } from './enrolment.store';

/** Enrolling in a session in place, with a store of its own; it reads the session unless it is given. */
@Component({
  selector: 'lu-enrol-in-place',
  imports: [EnrolmentPanel],
  providers: [EnrolmentStore],
  template: `
    @if (shown(); as session) {
      @defer (on immediate) {
        <lu-enrolment-panel [session]="session" [alone]="true" />
      }
    }
  `,
})
export class EnrolInPlace {
  private readonly store = inject(EnrolmentStore);
  readonly sessionId = input.required<string>();
  readonly session = input<SessionItem | undefined>();
  private readonly read = inject(CalendarClient).session(
    () => (this.session() ? undefined : this.sessionId()),
    inject(Injector),
  );
  protected readonly shown = computed(() => this.session() ?? this.read.latest());

  constructor() {
    effect(() => this.store.of(this.sessionId()));
    effect(() => {
      if (this.store.changes() > 0) this.read.reload();
    });
  }
}
