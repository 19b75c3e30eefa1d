import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { resetPassword } from '@luotsi/identity/model';
import { ApiClient, PageHeader, ProblemNotice, Skeleton, useTexts } from '@luotsi/platform/web';
import { FormNotice } from '../fields/form-notice';
import { PasswordField } from '../fields/password-field';
import { Submission } from '../fields/submission';
import { fieldTexts } from '../fields/texts';
import { LinkOfLetter } from './link-of-letter';
import { SignInLinkTo } from './sign-in-link-to';
import { entryTexts } from './texts';

/** Choosing a new password with the link of a letter. */
@Component({
  selector: 'lu-reset-password-page',
  imports: [
    FormNotice,
    MatButton,
    PageHeader,
    PasswordField,
    ProblemNotice,
    RouterLink,
    SignInLinkTo,
    Skeleton,
  ],
  providers: [LinkOfLetter, Submission],
  template: `
    <lu-page-header
      [heading]="t(done() === null ? 'reset.title' : 'reset.doneTitle')"
      [answer]="answer()"
    >
      @if (done() !== null) {
        <a action matButton="filled" routerLink="/sign-in" [state]="{ email: done() }">{{
          t('signIn')
        }}</a>
      }
    </lu-page-header>
    @if (of.problem(); as problem) {
      <lu-problem [of]="problem">
        <a matButton="outlined" routerLink="/forgot-password">{{ t('reset.newLink') }}</a>
      </lu-problem>
      <p class="after"><lu-sign-in-link-to /></p>
    } @else if (of.reading()) {
      <lu-skeleton [lines]="2" />
    } @else if (done() === null) {
      <lu-form-notice #notice [of]="submission.problem()" [fields]="['/password']">
        @if (linkFailed()) {
          <a matButton="outlined" routerLink="/forgot-password">{{ t('reset.newLink') }}</a>
        }
      </lu-form-notice>
      <form novalidate method="post" class="stack" (submit)="choose($event)">
        <input
          class="unseen"
          type="email"
          autocomplete="username"
          readonly
          tabindex="-1"
          aria-hidden="true"
          [value]="of.link()?.email"
        />
        <lu-password-field kind="new" [label]="f('newPassword')" [error]="submission.problem()" />
        <div>
          <button matButton="filled" type="submit" [attr.aria-disabled]="submission.busy() || null">
            {{ t(submission.busy() ? 'reset.busy' : 'reset.action') }}
          </button>
        </div>
      </form>
    }
  `,
  styleUrl: './entry.scss',
})
export class ResetPasswordPage {
  private readonly client = inject(ApiClient);
  private readonly header = viewChild.required(PageHeader);
  private readonly field = viewChild(PasswordField);
  private readonly notice = viewChild<FormNotice>('notice');
  /** The secret of the link, from the address. */
  readonly token = input('');

  protected readonly t = useTexts(entryTexts);
  protected readonly f = useTexts(fieldTexts);
  protected readonly of = inject(LinkOfLetter);
  protected readonly submission = inject(Submission);
  /** The address of the account whose password is new. */
  protected readonly done = signal<string | null>(null);
  protected readonly linkFailed = computed(() =>
    (this.submission.problem()?.details.type ?? '').includes('letter-link'),
  );
  protected readonly answer = computed(() => {
    if (this.done() !== null) return this.t('reset.doneAnswer');
    if (this.of.problem()) return '';
    const link = this.of.link();
    return link && this.t('reset.answer', { email: link.email });
  });

  constructor() {
    effect(() => void this.of.read(this.token()));
  }

  protected async choose(event: Event): Promise<void> {
    const field = this.field();
    if (!field) return;
    await this.submission.send(event, { '/password': field }, this.notice, async () => {
      const body = { token: this.token(), password: field.read() ?? '' };
      const { email } = await this.client.send(resetPassword, { body });
      this.done.set(email);
      this.submission.focusLater(() => this.header());
    });
  }
}
