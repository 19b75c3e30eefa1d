import { Component, input } from '@angular/core';
import type { Position } from '@luotsi/programme/model';

/** A mark in the fairway: passed, lit, or still ahead. The words beside it say the same. */
@Component({
  selector: 'lu-unit-mark',
  template: `
    <svg viewBox="0 0 40 40" aria-hidden="true">
      @switch (position()) {
        @case ('done') {
          <circle class="passed" cx="20" cy="20" r="11" />
          <path class="tick" d="M14.8 20.4l3.6 3.6 6.8-7.4" />
        }
        @case ('next') {
          <circle class="glow" cx="20" cy="20" r="19" />
          <circle class="lit" cx="20" cy="20" r="11" />
          <circle class="wick" cx="20" cy="20" r="3.5" />
        }
        @default {
          <circle class="ahead" cx="20" cy="20" r="8" />
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      width: 40px;
      height: 40px;
    }

    svg {
      display: block;
    }

    path {
      fill: none;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 2.4;
    }

    .passed {
      fill: var(--lu-fairway);
    }

    .tick {
      stroke: var(--lu-on-fairway);
    }

    .glow {
      fill: var(--lu-lantern-soft);
    }

    .lit {
      fill: var(--lu-lantern);
      stroke: var(--lu-lantern-edge);
      stroke-width: 1.5;
    }

    .wick {
      fill: var(--lu-on-lantern);
    }

    .ahead {
      fill: var(--lu-paper);
      stroke: var(--lu-edge);
      stroke-width: 2;
    }
  `,
})
export class UnitMark {
  readonly position = input.required<Position>();
}
