import { Component, computed, effect, inject, Injector, input } from '@angular/core';
import type { SessionItem } from '@luotsi/calendar/model';
import { CalendarClient } from '../calendar-client';
import { EnrolmentPanel } from './enrolment-panel';
import { EnrolmentStore } from './enrolment.store';

/**
 * Enrolling in a session from anywhere, in place: `<lu-enrol-button [sessionId]="id" />`. It reads
 * the session itself unless it is given.
 */
@Component({
  selector: 'lu-enrol-button',
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
export class EnrolButton {
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
