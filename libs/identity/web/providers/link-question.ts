import { Component, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Field, FieldControl, useTexts, type ProblemError } from '@luotsi/platform/web';
import { providerTexts } from './texts';

/**
 * What is asked before a service is linked or taken off: whether one is sure, and the password once
 * more where the account has one, since an open computer is not enough.
 */
@Component({
  selector: 'lu-link-question',
  imports: [Field, FieldControl, MatButton],
  template: `
    <form novalidate class="sheet stack" (submit)="answer($event)">
      <h3>{{ heading() }}</h3>
      <p>{{ text() }}</p>
      @if (withPassword()) {
        <lu-field
          [label]="t('linked.password')"
          [error]="problem()"
          pointer="/password"
          [faults]="missing() ? [t('linked.passwordMissing')] : []"
        >
          <input
            #password
            luControl
            name="password"
            type="password"
            autocomplete="current-password"
            maxlength="128"
            required
          />
        </lu-field>
      }
      <div class="row">
        <button matButton="outlined" type="submit" [attr.aria-disabled]="busy() || null">
          {{ action() }}
        </button>
        <button matButton type="button" (click)="left.emit()">{{ t('linked.back') }}</button>
      </div>
    </form>
  `,
})
export class LinkQuestion {
  private readonly password = viewChild<ElementRef<HTMLInputElement>>('password');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = useTexts(providerTexts);
  protected readonly missing = signal(false);

  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  readonly action = input.required<string>();
  readonly withPassword = input.required<boolean>();
  readonly busy = input(false);
  readonly problem = input<ProblemError | null>(null);

  /** One is sure; the password, where it was asked for. */
  readonly sure = output<string | undefined>();
  readonly left = output();

  protected answer(event: Event): void {
    event.preventDefault();
    if (this.busy()) return;
    const typed = this.password()?.nativeElement.value;
    this.missing.set(this.withPassword() && !typed);
    if (this.missing()) this.host.querySelector('input')?.focus();
    else this.sure.emit(typed);
  }
}
