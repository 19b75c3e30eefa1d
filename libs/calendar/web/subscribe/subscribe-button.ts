import { Component, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon, useTexts } from '@luotsi/platform/web';
import { noFilters, type AgendaFilters } from '../agenda/agenda-filters';
import { calendarTexts } from '../texts';
import { SubscribeDialog } from './subscribe-dialog';

/** Opens the ways to subscribe to the calendar; they are fetched when they are asked for. */
@Component({
  selector: 'lu-subscribe-button',
  imports: [Icon, MatButton, SubscribeDialog],
  template: `
    <button class="no-print" matButton="outlined" type="button" (click)="open.set(true)">
      <lu-icon name="subscribe" /> {{ t('subscribe.open') }}
    </button>
    @if (open()) {
      @defer (on immediate) {
        <lu-subscribe-dialog [filters]="filters()" [own]="own()" (closed)="open.set(false)" />
      }
    }
  `,
})
export class SubscribeButton {
  protected readonly t = useTexts(calendarTexts);
  /** What narrows the public feed. */
  readonly filters = input<AgendaFilters>(noFilters);
  /** Whether the person's own feed is offered first. */
  readonly own = input(false);
  protected readonly open = signal(false);
}
