import { Component, ElementRef, input, signal, viewChild } from '@angular/core';
import { registration } from '@luotsi/identity/model';
import { Field, FieldControl, useTexts, type ProblemError } from '@luotsi/platform/web';
import type { ReadableField } from '../fields/email-field';
import { entryTexts } from './texts';

/** The name of whoever registers. */
@Component({
  selector: 'lu-name-field',
  imports: [Field, FieldControl],
  template: `
    <lu-field
      [label]="t('signUp.name')"
      [hint]="t('signUp.nameHint')"
      [error]="error()"
      pointer="/name"
      [faults]="missing() ? [t('signUp.nameMissing')] : []"
    >
      <input #input luControl name="name" autocomplete="name" required [value]="initial()" />
    </lu-field>
  `,
})
export class NameField implements ReadableField {
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('input');
  protected readonly t = useTexts(entryTexts);
  protected readonly missing = signal(false);
  readonly error = input<ProblemError | null>(null);
  readonly initial = input('');

  /** One that is too long is the API's to refuse: it says how long it may be. */
  read(): string | null {
    const { value } = this.control().nativeElement;
    this.missing.set(value.trim() === '');
    const read = registration.shape.name.safeParse(value);
    return this.missing() ? null : read.success ? read.data : value;
  }

  focus(): void {
    this.control().nativeElement.focus();
  }
}
