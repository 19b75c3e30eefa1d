import { Component, computed, inject, input } from '@angular/core';
import type { EnrolmentItem, SessionItem } from '@luotsi/calendar/model';
import { Format, SeatBar, StatusWord, useTexts } from '@luotsi/platform/web';
import { calendarTexts } from '../texts';
import { takenSeats } from './taken-seats';

/**
 * The one word that matters of a session: that it is off, where one stands oneself, or how many
 * seats are left. `<lu-session-state [session] [own]>`
 */
@Component({
  selector: 'lu-session-state',
  imports: [SeatBar, StatusWord],
  template: `
    @switch (shown()) {
      @case ('cancelled') {
        <lu-status kind="bad">{{ t('state.cancelled') }}</lu-status>
      }
      @case ('postponed') {
        <lu-status kind="act">{{ t('state.postponed') }}</lu-status>
      }
      @case ('confirmed') {
        <lu-status kind="good">{{ t('state.confirmed') }}</lu-status>
      }
      @case ('waitlisted') {
        <lu-status kind="waiting">{{
          position() ? t('state.inLine', { position: position()! }) : t('state.waitlisted')
        }}</lu-status>
      }
      @case ('applied') {
        <lu-status kind="waiting">{{ t('state.applied') }}</lu-status>
      }
      @case ('offered') {
        <lu-status kind="act">{{ t('state.offered') }}</lu-status>
      }
      @case ('held') {
        <lu-status kind="quiet">{{ t('state.held') }}</lu-status>
      }
      @case ('opens') {
        <span class="quiet">{{ t('state.opens', { day: opens() }) }}</span>
      }
      @case ('closed') {
        <span class="quiet">{{ t('state.closed') }}</span>
      }
      @case ('seats') {
        <lu-seats
          [capacity]="session().capacity"
          [taken]="taken(session())"
          [waiting]="session().waitlistCount"
        />
      }
    }
  `,
  styles: `
    :host {
      font-size: var(--lu-size-2);
    }
  `,
})
export class SessionState {
  protected readonly t = useTexts(calendarTexts);
  private readonly format = inject(Format);
  readonly session = input.required<SessionItem>();
  readonly own = input<Pick<EnrolmentItem, 'status' | 'position'> | undefined>();

  protected readonly taken = takenSeats;
  protected readonly position = computed(() => this.own()?.position);
  protected readonly opens = computed(() => this.format.day(this.session().enrolmentOpens ?? ''));
  protected readonly shown = computed(() => {
    const { status, enrolmentOpen, enrolmentOpens } = this.session();
    if (status === 'cancelled' || status === 'postponed' || status === 'held') return status;
    const own = this.own()?.status;
    if (own && own !== 'declined' && own !== 'cancelled') return own;
    if (this.session().planned) return 'undated';
    if (enrolmentOpen) return 'seats';
    return enrolmentOpens !== null && Date.parse(enrolmentOpens) > Date.now() ? 'opens' : 'closed';
  });
}
