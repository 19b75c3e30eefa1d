import { Component, computed, Directive, inject, input } from '@angular/core';
import { faultsAt, type ProblemError } from '../http/problem-error';
import { useTexts } from '../language/texts';
import { platformTexts } from '../texts';

let made = 0;

/**
 * A field: its label above, a hint, and what is wrong with it below.
 * `<lu-field label="Sähköposti" [error]="problem()" pointer="/email"><input luControl …></lu-field>`.
 * `typed` and `most` count what is near its limit, and say how much is too much: nothing is cut off.
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
      @if (room(); as said) {
        <p [class]="left() < 0 ? 'fault' : 'hint'">{{ said }}</p>
      }
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
  /** What is typed, and the most characters that it may have: near them they are counted. */
  readonly typed = input('');
  readonly most = input<number>();
  private readonly t = useTexts(platformTexts);
  protected readonly left = computed(() => (this.most() ?? Infinity) - this.typed().trim().length);
  protected readonly room = computed(() => {
    const [left, most] = [this.left(), this.most()];
    if (most === undefined) return '';
    if (left < 0) return this.t('field.over', { count: -left, most });
    return left <= Math.max(20, most / 10) ? this.t('field.left', { count: left, most }) : '';
  });

  readonly all = computed(() => [
    ...this.faults(),
    ...(this.pointer() === '' ? [] : faultsAt(this.error(), this.pointer())),
  ]);
  readonly isWrong = computed(() => this.all().length > 0 || this.left() < 0);
  readonly describedBy = computed(() =>
    [
      this.hint() && `${this.id}-hint`,
      (this.all().length > 0 || this.room() !== '') && `${this.id}-faults`,
    ]
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
    '[attr.aria-invalid]': 'field.isWrong() ? true : null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}
