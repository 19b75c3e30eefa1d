import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { useTexts } from '@luotsi/platform/web';
import { feedbackTexts } from '../texts';

const points = [1, 2, 3, 4, 5] as const;
let made = 0;

/** One of five, for a thumb: five large targets on one line, the chosen one said in a word. */
@Component({
  selector: 'lu-rating-field',
  template: `
    <fieldset [attr.aria-describedby]="fault() ? name + '-fault' : null">
      <legend>{{ label() }}</legend>
      <div class="scale">
        @for (one of points; track one) {
          <label>
            <input
              type="radio"
              [name]="name"
              [value]="one"
              [checked]="value() === one"
              (change)="chosen.emit(one)"
            />
            <span aria-hidden="true">{{ one }}</span>
            <span class="unseen">{{ one }}, {{ t(words[one]) }}</span>
          </label>
        }
      </div>
      <p class="ends small quiet" aria-hidden="true">
        <span>1 {{ t('points.1') }}</span>
        @if (word(); as chosen) {
          <strong>{{ chosen }}</strong>
        }
        <span>5 {{ t('points.5') }}</span>
      </p>
      <p class="fault" aria-live="polite" [id]="name + '-fault'">{{ fault() }}</p>
    </fieldset>
  `,
  styleUrl: './choice.scss',
})
export class RatingField {
  protected readonly t = useTexts(feedbackTexts);
  protected readonly name = `lu-rating-${String(++made)}`;
  protected readonly points = points;
  protected readonly words = {
    1: 'points.1',
    2: 'points.2',
    3: 'points.3',
    4: 'points.4',
    5: 'points.5',
  } as const;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly label = input.required<string>();
  readonly value = input<number | undefined>();
  readonly fault = input('');
  readonly chosen = output<number>();

  protected readonly word = computed(() => {
    const value = points.find((one) => one === this.value());
    return value !== undefined && value !== 1 && value !== 5
      ? `${String(value)} ${this.t(this.words[value])}`
      : '';
  });

  focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }
}
