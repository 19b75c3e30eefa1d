import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OutlineSlot } from '@luotsi/calendar/model';
import { Field, FieldControl, Icon, Notices, useTexts } from '@luotsi/platform/web';
import { OutlineWords } from '../outline-words';
import { outlineTexts } from '../texts';
import { OutlineDraftStore } from './outline-draft.store';
import type { OutlineFault } from './outline-faults';
import { TextInLanguage } from './text-in-language';

/** The timetable being written, line by line. */
@Component({
  selector: 'lu-slot-lines',
  imports: [Field, FieldControl, Icon, MatButton, TextInLanguage],
  template: `
    <div class="lines">
      @for (slot of store.content().slots; track slot.id) {
        <fieldset class="line slot">
          <legend>{{ t('edit.slot', { number: $index + 1 }) }}</legend>
          <div>
            <div class="when">
              <lu-field [label]="t('edit.slotDay')">
                <select luControl (change)="change(slot.id, { day: +$any($event.target).value })">
                  @for (day of days(); track day) {
                    <option [value]="day" [selected]="slot.day === day">{{ day }}</option>
                  }
                </select>
              </lu-field>
              <lu-field [label]="t('edit.slotStart')">
                <input
                  luControl
                  type="time"
                  [value]="slot.start"
                  (change)="change(slot.id, { start: $any($event.target).value })"
                />
              </lu-field>
              <lu-field [label]="t('edit.slotEnd')">
                <input
                  luControl
                  type="time"
                  [value]="slot.end"
                  (change)="change(slot.id, { end: $any($event.target).value })"
                />
              </lu-field>
            </div>
            @if (has('slot-times:' + slot.id)) {
              <p class="fault" role="alert">{{ t('edit.slotTimes') }}</p>
            }
          </div>
          <div class="stack">
            <lu-text-in-language
              [label]="t('edit.slotTitle')"
              [of]="slot.title"
              [faults]="has('slot:' + slot.id) ? [t('edit.slotTitleNeeded')] : []"
              (written)="change(slot.id, { title: $event })"
            />
            <lu-text-in-language
              [label]="t('edit.slotText')"
              [of]="slot.text"
              [long]="true"
              [rows]="2"
              [longest]="2000"
              (written)="change(slot.id, { text: $event })"
            />
          </div>
          <div class="remove">
            <button
              matButton
              type="button"
              [attr.aria-label]="t('edit.removeOf', { name: nameOf(slot, $index) })"
              (click)="remove(slot, $index)"
            >
              {{ t('edit.remove') }}
            </button>
          </div>
        </fieldset>
      }
      <div class="end">
        <button matButton="outlined" type="button" (click)="store.addSlot(lastDay())">
          <lu-icon name="add" />{{ t('edit.addSlot') }}
        </button>
        @if (store.content().slots.length > 0 && lastDay() < 10) {
          <button matButton="outlined" type="button" (click)="store.addSlot(lastDay() + 1)">
            <lu-icon name="add" />{{ t('edit.addDay') }}
          </button>
        }
      </div>
    </div>
  `,
  styleUrl: './outline-lines.scss',
  styles: `
    .fault {
      margin-block-start: 4px;
      color: var(--lu-red);
      font-size: var(--lu-size-2);
      font-weight: 600;
    }
  `,
})
export class SlotLines {
  protected readonly t = useTexts(outlineTexts);
  protected readonly store = inject(OutlineDraftStore);
  private readonly words = inject(OutlineWords);
  private readonly notices = inject(Notices);
  /** What is shown to be wrong. */
  readonly faults = input<readonly OutlineFault[]>([]);

  protected readonly lastDay = computed(() =>
    Math.max(1, ...this.store.content().slots.map(({ day }) => day)),
  );
  protected readonly days = computed(() =>
    Array.from({ length: Math.min(10, this.lastDay() + 1) }, (_, at) => at + 1),
  );

  protected has(fault: string): boolean {
    return (this.faults() as readonly string[]).includes(fault);
  }

  protected change(id: string, change: Partial<OutlineSlot>): void {
    this.store.change('slots', id, change);
  }

  protected nameOf(slot: OutlineSlot, at: number): string {
    return this.words.text(slot.title) || this.t('edit.slot', { number: at + 1 });
  }

  protected remove(slot: OutlineSlot, at: number): void {
    const undo = this.store.remove('slots', slot.id);
    this.notices.tell(this.t('edit.removed', { name: this.nameOf(slot, at) }), undo);
  }
}
