import { Component, computed, input } from '@angular/core';

/**
 * How far one has come, as segments that fill: `<lu-progress label="2 / 6 osaamista" [of]="6" [done]="2" />`.
 * A share (2.5) fills a segment by half.
 */
@Component({
  selector: 'lu-progress',
  template: `
    <div
      class="segments"
      role="progressbar"
      aria-valuemin="0"
      [attr.aria-label]="label()"
      [attr.aria-valuemax]="of()"
      [attr.aria-valuenow]="done()"
    >
      @for (share of shares(); track $index) {
        <svg viewBox="0 0 10 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="all" width="10" height="8" />
          <rect class="done" [attr.width]="share * 10" height="8" />
        </svg>
      }
    </div>
    @if (!quiet()) {
      <span aria-hidden="true">{{ label() }}</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      font-size: var(--lu-size-2);
    }

    .segments {
      display: flex;
      gap: 4px;
    }

    svg {
      flex: 1;
      min-width: 6px;
      height: 8px;
      border-radius: 2px;
    }

    .all {
      fill: var(--lu-line);
    }

    .done {
      fill: var(--lu-fairway);
      transition: width 180ms ease-out;
    }
  `,
})
export class ProgressSegments {
  readonly label = input.required<string>();
  readonly of = input.required<number>();
  readonly done = input.required<number>();
  /** Without the words, where they stand beside it already. */
  readonly quiet = input(false);
  protected readonly shares = computed(() =>
    Array.from({ length: this.of() }, (_, at) => Math.min(1, Math.max(0, this.done() - at))),
  );
}
