import { Component, computed, input } from '@angular/core';
import { useTexts } from '../language/texts';
import { platformTexts } from '../texts';

/** Lines where something will be, while it is on its way: `<lu-skeleton [lines]="4" />`. */
@Component({
  selector: 'lu-skeleton',
  template: `
    <span class="unseen" role="status">{{ t('loading') }}</span>
    @for (line of each(); track line) {
      <span class="line" aria-hidden="true"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      padding-block: 16px;
    }

    .line {
      height: 1.25em;
      border-radius: var(--lu-radius);
      background: var(--lu-line);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }

    .line:nth-child(3n) {
      width: 72%;
    }

    .line:nth-child(3n + 1) {
      width: 88%;
    }

    @keyframes breathe {
      from {
        opacity: 1;
      }

      to {
        opacity: 0.5;
      }
    }
  `,
})
export class Skeleton {
  protected readonly t = useTexts(platformTexts);
  readonly lines = input(3);
  protected readonly each = computed(() => Array.from({ length: this.lines() }, (_, at) => at));
}
