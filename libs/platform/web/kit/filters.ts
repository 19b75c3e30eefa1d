import { Component, computed, input, model } from '@angular/core';
import { Icon } from './icon';

/** One value that a filter may have, as it reads in the sentence: `{value: '19', label: 'Lapissa'}`. */
export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/**
 * One part of a sentence of filters; a native select under a chip, so that it works with a thumb,
 * a keyboard and a screen reader. `''` is no filter, read as `any`.
 * `<lu-filter label="Alue" any="koko maassa" [options]="regions()" [(value)]="region" />`
 */
@Component({
  selector: 'lu-filter',
  imports: [Icon],
  template: `
    <span class="shown" aria-hidden="true">{{ shown() }}<lu-icon name="down" /></span>
    <select
      class="bare"
      [attr.aria-label]="label()"
      [value]="value()"
      (change)="value.set($any($event.target).value)"
    >
      <option value="" [selected]="value() === ''">{{ any() }}</option>
      @for (option of options(); track option.value) {
        <option [value]="option.value" [selected]="value() === option.value">
          {{ option.label }}
        </option>
      }
    </select>
  `,
  host: { '[class.set]': "value() !== ''" },
  styles: `
    :host {
      position: relative;
      display: inline-flex;
      max-width: 100%;
      border: 1px solid var(--lu-edge);
      border-radius: var(--lu-radius);
      background: var(--lu-sheet);
    }

    :host(.set) {
      border-color: var(--lu-fairway);
      background: var(--lu-fairway-soft);
      color: var(--lu-on-fairway-soft);
      font-weight: 600;
    }

    :host(:has(select:focus-visible)) {
      outline: 3px solid var(--lu-fairway);
      outline-offset: 2px;
    }

    .shown {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      min-height: 44px;
      padding: 4px 8px 4px 12px;
    }

    .shown lu-icon {
      width: 16px;
      height: 16px;
      opacity: 0.7;
    }

    @media print {
      :host {
        border: 0;
        background: none;
      }

      .shown {
        min-height: 0;
        padding: 0;
      }

      .shown lu-icon,
      select {
        display: none;
      }
    }

    select {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
      font: inherit;
    }
  `,
})
export class Filter {
  readonly label = input.required<string>();
  readonly any = input.required<string>();
  readonly options = input.required<readonly FilterOption[]>();
  readonly value = model('');
  protected readonly shown = computed(
    () => this.options().find((option) => option.value === this.value())?.label ?? this.any(),
  );
}

/**
 * Filters that read as one sentence: "All sessions · in Lapland · about assessment · online".
 * `<lu-filters lead="Kaikki koulutukset"><lu-filter …/><lu-filter …/></lu-filters>`
 */
@Component({
  selector: 'lu-filters',
  template: `
    <div class="sentence" role="group" [attr.aria-label]="label()">
      <span class="lead">{{ lead() }}</span>
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: block;
    }

    .sentence {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }

    .lead {
      margin-inline-end: 4px;
      font-weight: 600;
    }
  `,
})
export class Filters {
  readonly lead = input.required<string>();
  readonly label = input.required<string>();
}
