import { Component, ElementRef, input, signal, viewChild } from '@angular/core';
import { emailAddress } from '@luotsi/identity/model';
import { Field, FieldControl, useTexts, type ProblemError } from '@luotsi/platform/web';
import { fieldTexts } from './texts';

/** A field of a form that the form reads when it is sent: password managers fill in without telling. */
export interface ReadableField {
  /** What was typed; null when something is wrong with it, which the field then says. */
  read(): string | null;
  focus(): void;
}

/** An e-mail address: `<lu-email-field [error]="problem()" />`. */
@Component({
  selector: 'lu-email-field',
  imports: [Field, FieldControl],
  template: `
    <lu-field
      [label]="label() || t('email')"
      [error]="error()"
      [pointer]="pointer()"
      [faults]="faults()"
    >
      <input
        #input
        luControl
        name="email"
        type="email"
        inputmode="email"
        autocapitalize="none"
        spellcheck="false"
        maxlength="254"
        required
        [autocomplete]="autocomplete()"
        [value]="initial()"
      />
    </lu-field>
  `,
})
export class EmailField implements ReadableField {
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('input');
  private readonly wrong = signal<'emailMissing' | 'emailWrong' | null>(null);
  protected readonly t = useTexts(fieldTexts);
  readonly label = input('');
  readonly error = input<ProblemError | null>(null);
  readonly pointer = input('/email');
  readonly autocomplete = input<'username' | 'email'>('username');
  /** What stands there at first. */
  readonly initial = input('');

  protected faults(): string[] {
    const wrong = this.wrong();
    return wrong === null ? [] : [this.t(wrong)];
  }

  /** The address as it was typed, right or wrong. */
  typed(): string {
    return this.control().nativeElement.value;
  }

  read(): string | null {
    const typed = this.typed();
    const read = emailAddress.safeParse(typed);
    const missing = typed.trim() === '';
    this.wrong.set(read.success ? null : missing ? 'emailMissing' : 'emailWrong');
    return read.success ? read.data : null;
  }

  focus(): void {
    this.control().nativeElement.focus();
  }
}
