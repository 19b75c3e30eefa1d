import { Component, inject, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { requestPasswordReset, sendVerification } from '@luotsi/identity/model';
import { ApiClient, Language } from '@luotsi/platform/web';
import { EmailField } from '../fields/email-field';
import { FormNotice } from '../fields/form-notice';
import { Submission } from '../fields/submission';

const kinds = {
  verification: sendVerification,
  'password-reset': requestPasswordReset,
} as const;

/** Asks for a letter to an address: `<lu-ask-for-letter kind="…" action="…" (sent)="…" />`. */
@Component({
  selector: 'lu-ask-for-letter',
  imports: [EmailField, FormNotice, MatButton],
  providers: [Submission],
  template: `
    <form novalidate method="post" class="stack" (submit)="ask($event)">
      <lu-form-notice #notice [of]="submission.problem()" [fields]="['/email']" />
      <lu-email-field [error]="submission.problem()" [initial]="email()" />
      <div>
        <button matButton="filled" type="submit" [attr.aria-disabled]="submission.busy() || null">
          {{ submission.busy() ? busy() : action() }}
        </button>
      </div>
    </form>
  `,
})
export class AskForLetter {
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly field = viewChild.required(EmailField);
  private readonly notice = viewChild<FormNotice>('notice');
  protected readonly submission = inject(Submission);
  readonly kind = input.required<keyof typeof kinds>();
  readonly action = input.required<string>();
  readonly busy = input.required<string>();
  /** What stands in the field at first. */
  readonly email = input('');
  /** The address that the letter has been asked for. */
  readonly sent = output<string>();

  focus(): void {
    this.field().focus();
  }

  protected async ask(event: Event): Promise<void> {
    const field = this.field();
    const body = () => ({ email: field.read() ?? '', language: this.language.current() });
    const sent = await this.submission.send(event, { '/email': field }, this.notice, () =>
      this.client.send(kinds[this.kind()], { body: body() }),
    );
    if (sent) this.sent.emit(field.read() ?? '');
  }
}
