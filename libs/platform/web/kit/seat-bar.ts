import { Component, computed, input } from '@angular/core';
import { useTexts } from '../language/texts';
import { platformTexts } from '../texts';

/**
 * Seats as a small bar with the words: "3 of 12 seats left", "Full, 4 waiting".
 * `<lu-seats [capacity]="12" [taken]="9" [waiting]="0" />`
 */
@Component({
  selector: 'lu-seats',
  template: `
    <svg viewBox="0 0 48 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="all" width="48" height="8" rx="2" />
      <rect class="taken" [attr.width]="width()" height="8" rx="2" />
    </svg>
    <span>{{ words() }}</span>
  `,
  host: { '[class.full]': 'left() === 0' },
  styles: `
    :host {
      display: inline-flex;
      gap: 8px;
      align-items: center;
      font-size: var(--lu-size-2);
    }

    svg {
      flex: none;
      width: 48px;
      height: 8px;
    }

    .all {
      fill: var(--lu-line);
    }

    .taken {
      fill: var(--lu-fairway);
      transition: width 180ms ease-out;
    }

    :host(.full) .taken {
      fill: var(--lu-edge);
    }
  `,
})
export class SeatBar {
  protected readonly t = useTexts(platformTexts);
  readonly capacity = input.required<number>();
  readonly taken = input.required<number>();
  readonly waiting = input(0);

  protected readonly left = computed(() => Math.max(0, this.capacity() - this.taken()));
  protected readonly width = computed(() =>
    this.capacity() === 0 ? 48 : (48 * Math.min(this.taken(), this.capacity())) / this.capacity(),
  );
  protected readonly words = computed(() => {
    if (this.left() > 0) {
      return this.t('seats.left', { count: this.left(), capacity: this.capacity() });
    }
    return this.waiting() > 0
      ? this.t('seats.waiting', { count: this.waiting() })
      : this.t('seats.full');
  });
}
