import { Component, computed, inject, input } from '@angular/core';
import { Format, useTexts } from '@luotsi/platform/web';
import { feedbackTexts } from '../texts';

/** How many gave each of five points, as bars; what they show stands in the table, too. */
@Component({
  selector: 'lu-rating-bars',
  template: `
    <h2>{{ label() }}</h2>
    <p class="average">{{ t('results.average', { average: format.number(average()) }) }}</p>
    <ul class="bare-list" aria-hidden="true">
      @for (bar of bars(); track bar.points) {
        <li>
          <span>{{ bar.points }}</span>
          <svg preserveAspectRatio="none" viewBox="0 0 100 10">
            <rect class="ground" height="10" width="100" />
            <rect class="share" height="10" [attr.width]="bar.share" />
          </svg>
          <span class="count">{{ format.number(bar.count) }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      align-content: start;
    }

    h2 {
      font-size: var(--lu-size-3);
    }

    .average {
      font-size: var(--lu-size-5);
      font-weight: 600;
    }

    li {
      display: grid;
      grid-template-columns: 1ch minmax(0, 1fr) 4ch;
      gap: 8px;
      align-items: center;
      font-size: var(--lu-size-2);
      line-height: 1.5;
    }

    svg {
      width: 100%;
      height: 10px;
      border-radius: 2px;
    }

    .ground {
      fill: var(--lu-sunk);
    }

    .share {
      fill: var(--lu-fairway);
    }

    .count {
      text-align: end;
    }
  `,
})
export class RatingBars {
  protected readonly t = useTexts(feedbackTexts);
  protected readonly format = inject(Format);
  readonly label = input.required<string>();
  readonly average = input.required<number>();
  /** How many gave 1 … 5. */
  readonly counts = input.required<readonly number[]>();

  /** The best first, as shares of all in hundredths. */
  protected readonly bars = computed(() => {
    const all = this.counts().reduce((sum, count) => sum + count, 0);
    return this.counts()
      .map((count, at) => ({ points: at + 1, count, share: all === 0 ? 0 : (100 * count) / all }))
      .reverse();
  });
}
