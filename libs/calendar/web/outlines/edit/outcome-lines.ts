import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Field, FieldControl, Icon, Notices, useTexts } from '@luotsi/platform/web';
import { outlineTexts } from '../texts';
import { OutlineDraftStore } from './outline-draft.store';
import type { OutlineFault } from './outline-faults';
import { TextInLanguage } from './text-in-language';

const noText = { fi: '', sv: '', en: '' };

/** The learning outcomes and the materials being written, line by line. */
@Component({
  selector: 'lu-outcome-lines',
  imports: [Field, FieldControl, Icon, MatButton, NgTemplateOutlet, TextInLanguage],
  template: `
    <div class="lines">
      @if (part() === 'outcomes') {
        @for (outcome of store.content().outcomes; track outcome.id) {
          <div class="line">
            <lu-text-in-language
              [label]="t('edit.outcome', { number: $index + 1 })"
              [of]="outcome.text"
              [longest]="500"
              [faults]="has('outcome:' + outcome.id) ? [t('edit.slotTitleNeeded')] : []"
              (written)="store.change('outcomes', outcome.id, { text: $event })"
            />
            <ng-container
              [ngTemplateOutlet]="removal"
              [ngTemplateOutletContext]="{
                id: outcome.id,
                name: t('edit.outcome', { number: $index + 1 }),
              }"
            />
          </div>
        }
      } @else {
        @for (material of store.content().materials; track material.id) {
          <fieldset class="line">
            <legend>{{ t('edit.material', { number: $index + 1 }) }}</legend>
            <lu-text-in-language
              [label]="t('edit.materialTitle')"
              [of]="material.title"
              [faults]="has('material:' + material.id) ? [t('edit.materialNeeded')] : []"
              (written)="store.change('materials', material.id, { title: $event })"
            />
            <lu-field [label]="t('edit.materialUrl')">
              <input
                luControl
                type="url"
                inputmode="url"
                maxlength="500"
                autocomplete="off"
                placeholder="https://"
                [value]="material.url"
                (input)="
                  store.change('materials', material.id, { url: $any($event.target).value.trim() })
                "
              />
            </lu-field>
            <ng-container
              [ngTemplateOutlet]="removal"
              [ngTemplateOutletContext]="{
                id: material.id,
                name: t('edit.material', { number: $index + 1 }),
              }"
            />
          </fieldset>
        }
      }
      <div>
        <button matButton="outlined" type="button" (click)="add()">
          <lu-icon name="add" />{{
            t(part() === 'outcomes' ? 'edit.addOutcome' : 'edit.addMaterial')
          }}
        </button>
      </div>
    </div>
    <ng-template #removal let-id="id" let-name="name">
      <div>
        <button
          matButton
          type="button"
          [attr.aria-label]="t('edit.removeOf', { name })"
          (click)="remove(id, name)"
        >
          {{ t('edit.remove') }}
        </button>
      </div>
    </ng-template>
  `,
  styleUrl: './outline-lines.scss',
})
export class OutcomeLines {
  protected readonly t = useTexts(outlineTexts);
  protected readonly store = inject(OutlineDraftStore);
  private readonly notices = inject(Notices);
  readonly part = input.required<'outcomes' | 'materials'>();
  /** What is shown to be wrong. */
  readonly faults = input<readonly OutlineFault[]>([]);

  protected has(fault: string): boolean {
    return (this.faults() as readonly string[]).includes(fault);
  }

  protected add(): void {
    if (this.part() === 'outcomes') this.store.add('outcomes', { text: noText });
    else this.store.add('materials', { title: noText, url: '' });
  }

  protected remove(id: string, name: string): void {
    const undo = this.store.remove(this.part(), id);
    this.notices.tell(this.t('edit.removed', { name }), undo);
  }
}
