import { Component, ElementRef, inject, input, output } from '@angular/core';
import { useTexts } from '@luotsi/platform/web';
import { feedbackTexts } from '../texts';

/** Yes or no, as two large targets. */
@Component({
  selector: 'lu-recommend-field',
  template: `
    <fieldset [attr.aria-describedby]="fault() ? 'lu-recommend-fault' : null">
      <legend>{{ t('questions.recommend') }}</legend>
      <div class="scale two">
        @for (one of answers; track one.word) {
          <label>
            <input
              type="radio"
              name="lu-recommend"
              [checked]="value() === one.value"
              (change)="chosen.emit(one.value)"
            />
            {{ t(one.word) }}
          </label>
        }
      </div>
      <p class="fault" id="lu-recommend-fault" aria-live="polite">{{ fault() }}</p>
    </fieldset>
  `,
  styleUrl: './choice.scss',
})
export class RecommendField {
  protected readonly t = useTexts(feedbackTexts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly answers = [
    { value: true, word: 'yes' },
    { value: false, word: 'no' },
  ] as const;
  readonly value = input<boolean | undefined>();
  readonly fault = input('');
  readonly chosen = output<boolean>();

  focus(): void {
    this.host.nativeElement.querySelector('input')?.focus();
  }
}
