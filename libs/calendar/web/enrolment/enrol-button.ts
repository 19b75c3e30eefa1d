import { Component, input } from '@angular/core';
import type { SessionItem } from '@luotsi/calendar/model';
import { EnrolInPlace } from './enrol-in-place';

/**
 * Enrolling in a session from anywhere, in place: `<lu-enrol-button [sessionId]="id" />`. It reads
 * the session itself unless it is given. Everything it needs is fetched with it, so that the door of
 * these pages, which the calendar's own page goes through, stays light.
 */
@Component({
  selector: 'lu-enrol-button',
  imports: [EnrolInPlace],
  template: `
    @defer (on immediate) {
      <lu-enrol-in-place [sessionId]="sessionId()" [session]="session()" />
    }
  `,
})
export class EnrolButton {
  readonly sessionId = input.required<string>();
  readonly session = input<SessionItem | undefined>();
}
