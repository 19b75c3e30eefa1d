import { Component, computed, inject, input } from '@angular/core';
import { Format } from '../language/format.store';

/**
 * One day of an agenda: the date big and quiet at the left, its lines at the right.
 * `<lu-agenda-day date="2027-03-11"><a …>…</a></lu-agenda-day>`; the lines are yours, with hairlines
 * between. On a phone the date stands above them.
 */
@Component({
  selector: 'lu-agenda-day',
  template: `
    <h2>
      <span class="unseen">{{ format.longDay(date()) }}</span>
      <span class="weekday" aria-hidden="true">{{ parts().weekday }}</span>
      <span class="day" aria-hidden="true">{{ parts().day }}</span>
      <span class="month" aria-hidden="true">{{ parts().month }}</span>
    </h2>
    <div class="lines"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 7.5rem minmax(0, 1fr);
      column-gap: 16px;
      border-top: 1px solid var(--lu-line);
    }

    h2 {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 8px;
      align-content: start;
      align-self: start;
      padding-block: 16px;
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
      font-weight: 500;
      letter-spacing: 0;
      line-height: 1.3;
    }

    .day {
      grid-row: 1 / 3;
      grid-column: 1;
      color: var(--lu-fairway);
      font-size: var(--lu-size-6);
      font-weight: 300;
      line-height: 1;
      min-width: 1.15em;
      text-align: end;
    }

    .weekday {
      grid-column: 2;
      grid-row: 1;
      align-self: end;
      font-weight: 650;
    }

    .month {
      grid-column: 2;
      grid-row: 2;
      hyphens: auto;
      font-size: var(--lu-size-1);
    }

    .lines {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }

    @media (width < 40rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }

      h2 {
        display: flex;
        gap: 6px;
        align-items: baseline;
        padding-block: 12px 4px;
      }

      .day {
        min-width: 0;
        font-size: var(--lu-size-5);
        font-weight: 400;
      }

      .weekday,
      .month {
        align-self: auto;
        font-size: var(--lu-size-2);
      }
    }
  `,
})
export class AgendaDay {
  protected readonly format = inject(Format);
  /** The calendar date, `2027-03-11`. */
  readonly date = input.required<string>();
  protected readonly parts = computed(() => this.format.parts(this.date()));
}
