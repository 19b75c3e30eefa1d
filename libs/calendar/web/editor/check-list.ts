import { Component, computed, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';

let made = 0;

/**
 * Codes that can be chosen, as many as one likes:
 * `<lu-check-list [label] [options]="names.regions()" [of]="form.regions">`.
 */
@Component({
  selector: 'lu-check-list',
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      @if (hint()) {
        <p class="quiet small">{{ hint() }}</p>
      }
      <div class="choices">
        @for (option of options(); track option.code) {
          <label [attr.for]="name + option.code">
            <input
              type="checkbox"
              [id]="name + option.code"
              [checked]="chosen().includes(option.code)"
              (change)="toggle(option.code)"
            />
            <span>{{ option.name }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './check-list.scss',
})
export class CheckList {
  protected readonly name = `lu-checks-${++made}-`;
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly options = input.required<readonly { readonly code: string; readonly name: string }[]>();
  readonly of = input.required<FieldTree<string[]>>();
  protected readonly chosen = computed(() => this.of()().value());

  /** What is chosen stands in the order of the options. */
  protected toggle(code: string): void {
    const state = this.of()();
    const chosen = this.chosen();
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    const order = this.options().map((option) => option.code);
    state.value.set(next.sort((one, other) => order.indexOf(one) - order.indexOf(other)));
    state.markAsTouched();
  }
}
