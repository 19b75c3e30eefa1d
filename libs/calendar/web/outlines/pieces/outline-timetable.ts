import { Component, computed, inject, input } from '@angular/core';
import { outlineDays, type OutlineSlot } from '@luotsi/calendar/model';
import { LocalisedText, useTexts } from '@luotsi/platform/web';
import { OutlineWords } from '../outline-words';
import { outlineTexts } from '../texts';

/** The timetable of an outline, a table for each of its days. */
@Component({
  selector: 'lu-outline-timetable',
  imports: [LocalisedText],
  template: `
    @for (day of days(); track day.day) {
      <table>
        <caption [class.unseen]="days().length === 1">
          {{
            t('page.day', { number: $index + 1 })
          }}
        </caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{{ t('page.time') }}</th>
            <th scope="col">{{ t('page.what') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (slot of day.slots; track slot.id) {
            <tr>
              <td class="time">{{ words.times(slot) }}</td>
              <td>
                <p class="what"><lu-text [of]="slot.title" /></p>
                @if (words.text(slot.text)) {
                  <p class="quiet"><lu-text [of]="slot.text" /></p>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 24px;
      max-width: 52rem;
    }

    table {
      font-size: var(--lu-size-3);
    }

    caption {
      padding-block-end: 4px;
      font-weight: 600;
      text-align: start;
    }

    .time {
      width: 8.5rem;
      white-space: nowrap;
    }

    p {
      overflow-wrap: anywhere;
    }

    .what {
      font-weight: 500;
    }
  `,
})
export class OutlineTimetable {
  protected readonly t = useTexts(outlineTexts);
  protected readonly words = inject(OutlineWords);
  readonly slots = input.required<readonly OutlineSlot[]>();

  protected readonly days = computed(() =>
    outlineDays(this.slots()).map(({ day }) => ({
      day,
      slots: this.slots().filter((slot) => slot.day === day),
    })),
  );
}
