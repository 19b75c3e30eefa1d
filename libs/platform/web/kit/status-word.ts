import { Component, computed, input } from '@angular/core';

/**
 * What a state means to the reader, whatever its name: `good` confirmed, done, published;
 * `waiting` in line, submitted; `bad` refused, cancelled; `act` asks for something from the reader;
 * `quiet` draft, past, not begun.
 */
export type StatusKind = 'good' | 'waiting' | 'bad' | 'act' | 'quiet';

/** A buoy has a shape as well as a colour: can, cone, cross, lantern, ring. */
const shapes: Record<StatusKind, string> = {
  good: 'M2 8.5 6.2 12.7 14 4',
  waiting: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2 1.4',
  bad: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  act: 'M8 2.2 14 13H2ZM8 6.4v3M8 11.2v.1',
  quiet: 'M3 8h10',
};

/** A state as a word, a shape and a colour: `<lu-status kind="good">Olet mukana</lu-status>`. */
@Component({
  selector: 'lu-status',
  template: `<svg viewBox="0 0 16 16" aria-hidden="true"><path [attr.d]="shape()" /></svg
    ><span><ng-content /></span>`,
  host: { '[class]': 'kind()' },
  styles: `
    :host {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      width: fit-content;
      padding: 2px 10px 2px 8px;
      border-radius: var(--lu-radius);
      background: var(--lu-sunk);
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
      font-weight: 600;
      line-height: 1.4;
    }

    /* By night what is sunk hardly shows: an edge says where it begins. */
    :host(.quiet) {
      box-shadow: inset 0 0 0 1px var(--lu-line);
    }

    :host(.good) {
      background: var(--lu-green-soft);
      color: var(--lu-green);
    }

    :host(.waiting) {
      background: var(--lu-fairway-soft);
      color: var(--lu-on-fairway-soft);
    }

    :host(.bad) {
      background: var(--lu-red-soft);
      color: var(--lu-red);
    }

    :host(.act) {
      background: var(--lu-lantern-soft);
      color: var(--lu-lantern-word);
    }

    svg {
      flex: none;
      width: 14px;
      height: 14px;
      fill: none;
      stroke: currentcolor;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 2.2;
    }
  `,
})
export class StatusWord {
  readonly kind = input<StatusKind>('quiet');
  protected readonly shape = computed(() => shapes[this.kind()]);
}
