import { Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { faultOfLength, passwordFaultInWords, passwordLength } from '@luotsi/identity/model';
import { Field, FieldControl, Language, useTexts, type ProblemError } from '@luotsi/platform/web';
import type { ReadableField } from './email-field';
import { fieldTexts } from './texts';

/**
 * A password, present or new: `<lu-password-field kind="new" [error]="problem()" />`. While a new one
 * is typed it says how many characters are missing; what else is wrong with it the API says.
 */
@Component({
  selector: 'lu-password-field',
  imports: [Field, FieldControl, MatButton],
  template: `
    <lu-field
      [label]="label() || t('password')"
      [hint]="isNew() ? t('hint', { least }) : ''"
      [error]="error()"
      [pointer]="pointer()"
      [faults]="faults()"
    >
      <input
        #input
        luControl
        [name]="name()"
        [type]="shown() ? 'text' : 'password'"
        [autocomplete]="isNew() ? 'new-password' : 'current-password'"
        autocapitalize="none"
        spellcheck="false"
        required
        (input)="length.set(count())"
      />
    </lu-field>
    <div class="row">
      <button matButton type="button" [attr.aria-pressed]="shown()" (click)="shown.set(!shown())">
        {{ t('show') }}
      </button>
      @if (isNew() && length() > 0) {
        <span class="quiet small">{{
          missing() > 0 ? t('more', { count: missing() }) : t('longEnough')
        }}</span>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      max-width: var(--lu-measure);
    }
  `,
})
export class PasswordField implements ReadableField {
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('input');
  private readonly language = inject(Language);
  private readonly wrong = signal<'missing' | 'tooShort' | 'tooLong' | null>(null);
  protected readonly t = useTexts(fieldTexts);
  protected readonly least = passwordLength.least;
  protected readonly shown = signal(false);
  protected readonly length = signal(0);
  readonly kind = input<'current' | 'new'>('current');
  readonly label = input('');
  readonly name = input('password');
  readonly error = input<ProblemError | null>(null);
  readonly pointer = input('/password');

  protected readonly isNew = computed(() => this.kind() === 'new');
  protected readonly missing = computed(() => Math.max(0, this.least - this.length()));
  protected readonly faults = computed(() => {
    const wrong = this.wrong();
    if (wrong === null) return [];
    return [
      wrong === 'missing'
        ? this.t('passwordMissing')
        : passwordFaultInWords(wrong, this.language.current()),
    ];
  });

  /** Exactly as it was typed: nothing of a password is cut off or changed. */
  read(): string | null {
    const { value } = this.control().nativeElement;
    const fault = this.isNew() && value !== '' ? faultOfLength(value) : null;
    this.wrong.set(value === '' ? 'missing' : fault);
    return this.wrong() === null ? value : null;
  }

  focus(): void {
    this.control().nativeElement.focus();
  }

  /** Lets go of what was typed, once it has been kept. */
  clear(): void {
    this.control().nativeElement.value = '';
    this.length.set(0);
    this.shown.set(false);
  }

  protected count(): number {
    return [...this.control().nativeElement.value.normalize('NFKC')].length;
  }
}
