import { Component, computed, Directive, inject, input } from '@angular/core';
import { faultsAt, type ProblemError } from '../http/problem-error';

let made = 0;

/**
 * A field: its label above, a hint, and what is wrong with it below.
 * `<lu-field label="Sähköposti" [error]="problem()" pointer="/email"><input luControl …></lu-field>`.
 * `error` and `pointer` show what the API said of it; `faults` what the browser found (signal forms).
 */
@Component({
  selector: 'lu-field',
  template: `
    <label [attr.for]="id">{{ label() }}</label>
    @if (hint()) {
      <p class="hint" [id]="id + '-hint'">{{ hint() }}</p>
    }
    <ng-content />
    <div [id]="id + '-faults'" aria-live="polite">
      @for (fault of all(); track $index) {
        <p class="fault">{{ fault }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      max-width: var(--lu-measure);
    }

    label {
      font-weight: 600;
    }

    .hint {
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
    }

    .fault {
      color: var(--lu-red);
      font-size: var(--lu-size-2);
      font-weight: 600;
    }
  `,
})
export class Field {
  readonly id = `lu-control-${++made}`;
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<ProblemError | null | undefined>();
  readonly pointer = input('');
  readonly faults = input<readonly string[]>([]);

  readonly all = computed(() => [
    ...this.faults(),
    ...(this.pointer() === '' ? [] : faultsAt(this.error(), this.pointer())),
  ]);
  readonly describedBy = computed(() =>
    [this.hint() && `${this.id}-hint`, this.all().length > 0 && `${this.id}-faults`]
      .filter(Boolean)
      .join(' '),
  );
}

/** Marks the native control of a `<lu-field>`: `<input luControl>`, `<select luControl>`, … */
@Directive({
  selector: '[luControl]',
  host: {
    '[id]': 'field.id',
    '[attr.aria-describedby]': 'field.describedBy() || null',
    '[attr.aria-invalid]': 'field.all().length > 0 ? true : null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}
