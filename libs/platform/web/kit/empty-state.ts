import { Component, input } from '@angular/core';

/**
 * Empty is an invitation: what will be here, and (in the slot) the one thing to do now.
 * `<lu-empty heading="Ei vielä ilmoittautumisia" text="Tähän kertyvät…"><a matButton="filled" …/></lu-empty>`
 */
@Component({
  selector: 'lu-empty',
  template: `
    <svg viewBox="0 0 120 40" aria-hidden="true">
      <path class="water" d="M4 32q7-5 14 0t14 0 14 0 14 0 14 0 14 0 14 0 14 0" />
      <path class="buoy" d="M60 6v6M54 12h12l4 16H50Z" />
    </svg>
    <h2>{{ heading() }}</h2>
    @if (text()) {
      <p>{{ text() }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
      padding-block: 32px;
      border-top: 1px solid var(--lu-line);
    }

    svg {
      width: 120px;
      fill: none;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 2;
    }

    .water {
      stroke: var(--lu-edge);
    }

    .buoy {
      fill: var(--lu-paper);
      stroke: var(--lu-fairway);
    }

    h2 {
      font-size: var(--lu-size-4);
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input('');
}
