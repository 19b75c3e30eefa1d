import { Component, computed, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { ClockReading } from '@luotsi/calendar/model';
import { useTexts } from '@luotsi/platform/web';
import { clockOf } from './session-form';
import { editorTexts } from './texts';

let asked = 0;

/**
 * Asks which of two times is meant, in the night when the clocks are turned back:
 * `<lu-clock-question [wall] [readings] [of]="meeting.startOffset">`.
 */
@Component({
  selector: 'lu-clock-question',
  template: `
    <fieldset class="choices" role="radiogroup">
      <legend>{{ t('clock.question', { time: time() }) }}</legend>
      @for (reading of readings(); track reading.offset; let place = $index) {
        <label [attr.for]="name + place">
          <input
            type="radio"
            [name]="name"
            [id]="name + place"
            [value]="reading.offset"
            [checked]="of()().value() === reading.offset"
            (change)="of()().value.set(reading.offset)"
          />
          <span>{{ t(place === 0 ? 'clock.first' : 'clock.second', { time: time() }) }}</span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './clock-question.scss',
})
export class ClockQuestion {
  protected readonly t = useTexts(editorTexts);
  protected readonly name = `lu-clock-${++asked}-`;
  readonly wall = input.required<string>();
  readonly readings = input.required<readonly ClockReading[]>();
  readonly of = input.required<FieldTree<string>>();
  protected readonly time = computed(() => clockOf(this.wall()));
}
