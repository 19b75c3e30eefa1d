import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { safeReturn, verifyEmail } from '@luotsi/identity/model';
import {
  ApiClient,
  Notices,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { CurrentPerson } from '../current-person';
import { FormNotice } from '../fields/form-notice';
import { PasswordField } from '../fields/password-field';
import { Submission } from '../fields/submission';
import { AskForLetter } from './ask-for-letter';
import { LinkOfLetter } from './link-of-letter';
import { SignInLinkTo } from './sign-in-link-to';
import { entryTexts } from './texts';

/** Confirming one's address with the link of a letter and the password one has chosen. */
@Component({
  selector: 'lu-verify-email-page',
  imports: [
    AskForLetter,
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
    <lu-page-header [heading]="t('verify.title')" [answer]="answer()" />
    @if (of.problem(); as problem) {
      <div class="stack">
        <lu-problem [of]="problem">
          @if (problem.is('letter-link-used')) {
            <lu-sign-in-link-to />
          }
        </lu-problem>
        @if (sent()) {
          <p role="status">{{ t('verify.sent') }} {{ t('letter.junk') }}</p>
        } @else if (!problem.is('letter-link-used')) {
          <lu-ask-for-letter
            kind="verification"
            [action]="t('verify.newLink')"
            [busy]="t('forgot.busy')"
            (sent)="sent.set(true)"
          />
        }
      </div>
    } @else if (of.reading()) {
      <lu-skeleton [lines]="2" />
    } @else {
      <lu-form-notice #notice [of]="submission.problem()" [fields]="['/password']">
        @if (
          submission.problem()?.is('account-exists') || submission.problem()?.is('letter-link-used')
        ) {
          <lu-sign-in-link-to />
        }
      </lu-form-notice>
      <form novalidate method="post" class="stack" (submit)="verify($event)">
        <input
          class="unseen"
          type="email"
          autocomplete="username"
          readonly
          tabindex="-1"
          aria-hidden="true"
          [value]="of.link()?.email"
        />
        <lu-password-field [error]="submission.problem()" />
        <div>
          <button matButton="filled" type="submit" [attr.aria-disabled]="submission.busy() || null">
            {{ t(submission.busy() ? 'verify.busy' : 'verify.action') }}
          </button>
        </div>
      </form>
      <p class="after quiet">
        {{ t('verify.forgotten') }} <a routerLink="/sign-up">{{ t('signUp.title') }}</a>
      </p>
    }
  `,
  styleUrl: './entry.scss',
})
export class VerifyEmailPage {
  private readonly client = inject(ApiClient);
  private readonly current = inject(CurrentPerson);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly field = viewChild(PasswordField);
  private readonly notice = viewChild<FormNotice>('notice');
  /** The secret of the link, from the address. */
  readonly token = input('');

  protected readonly t = useTexts(entryTexts);
  protected readonly of = inject(LinkOfLetter);
  protected readonly submission = inject(Submission);
  protected readonly sent = signal(false);
  protected readonly answer = computed(() => {
    if (this.of.problem()) return '';
    const link = this.of.link();
    return link && this.t('verify.answer', { email: link.email });
  });

  constructor() {
    effect(() => void this.of.read(this.token()));
  }

  protected async verify(event: Event): Promise<void> {
    const field = this.field();
    if (!field) return;
    await this.submission.send(event, { '/password': field }, this.notice, async () => {
      const body = { token: this.token(), password: field.read() ?? '' };
      const me = await this.client.send(verifyEmail, { body });
      await this.current.welcome(me);
      this.notices.tell(this.t('verify.done'));
      await this.router.navigateByUrl(safeReturn(this.of.link()?.returnTo), { replaceUrl: true });
    });
  }
}
