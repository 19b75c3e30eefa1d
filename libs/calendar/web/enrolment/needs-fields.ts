import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, model } from '@angular/core';
import type { EnrolmentNeeds } from '@luotsi/calendar/model';
import { Field, FieldControl, useTexts, type ProblemError } from '@luotsi/platform/web';
import { enrolmentTexts } from './texts';

/** What a session asks about its people's needs: before the press and afterwards the same fields. */
@Component({
  selector: 'lu-needs-fields',
  imports: [Field, FieldControl, NgTemplateOutlet],
  template: `
    @if (folded()) {
      <details>
        <summary>{{ t('needs.fold', { what: what() }) }}</summary>
        <ng-container [ngTemplateOutlet]="fields" />
      </details>
    } @else {
      <ng-container [ngTemplateOutlet]="fields" />
    }
    <ng-template #fields>
      <fieldset>
        <legend [class.unseen]="folded()">{{ t('needs.heading') }}</legend>
        <p class="quiet small">{{ t('needs.who') }}</p>
        @if (asksDiet()) {
          <lu-field [label]="t('needs.diet')" [error]="error()" pointer="/diet">
            <input
              luControl
              autocomplete="off"
              maxlength="500"
              [value]="needs().diet"
              (input)="set('diet', $event)"
            />
          </lu-field>
        }
        @if (asksAccessNeeds()) {
          <lu-field
            [label]="t('needs.accessNeeds')"
            [hint]="t('needs.accessHint')"
            [error]="error()"
            pointer="/accessNeeds"
          >
            <input
              luControl
              autocomplete="off"
              maxlength="500"
              [value]="needs().accessNeeds"
              (input)="set('accessNeeds', $event)"
            />
          </lu-field>
        }
      </fieldset>
    </ng-template>
  `,
  styles: `
    :host {
      width: 100%;
    }

    summary {
      width: fit-content;
      color: var(--lu-fairway);
    }

    fieldset {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      max-width: 32rem;
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      margin-bottom: 4px;
      padding: 0;
      font-size: var(--lu-size-4);
      font-weight: 680;
    }
  `,
})
export class NeedsFields {
  protected readonly t = useTexts(enrolmentTexts);
  readonly asksDiet = input.required<boolean>();
  readonly asksAccessNeeds = input.required<boolean>();
  readonly needs = model.required<EnrolmentNeeds>();
  readonly error = input<ProblemError | undefined>();
  /** Behind its name, so that what it stands before is in sight: nobody has to answer. */
  readonly folded = input(false);
  protected readonly what = computed(() => {
    const asked = [
      this.asksDiet() ? this.t('needs.diet') : '',
      this.asksAccessNeeds() ? this.t('needs.accessNeeds') : '',
    ];
    return asked
      .filter((label) => label !== '')
      .map((label) => label.charAt(0).toLowerCase() + label.slice(1))
      .join(', ');
  });

  protected set(name: keyof EnrolmentNeeds, event: Event): void {
    this.needs.set({ ...this.needs(), [name]: (event.target as HTMLInputElement).value });
  }
}
