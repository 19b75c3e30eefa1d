import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { Location } from '@angular/common';
import { MatButton } from '@angular/material/button';
import { PageHeader, useTexts } from '@luotsi/platform/web';
import { Submission } from '../fields/submission';
import { AskForLetter } from './ask-for-letter';
import { SignInLinkTo } from './sign-in-link-to';
import { entryTexts } from './texts';
import { typedBefore } from './typed-before';

/** Asking for the link to a new password. */
@Component({
  selector: 'lu-forgot-password-page',
  imports: [AskForLetter, MatButton, PageHeader, SignInLinkTo],
  providers: [Submission],
  template: `
    <lu-page-header
      [heading]="t(sentTo() === null ? 'forgot.title' : 'forgot.sentTitle')"
      [answer]="answer()"
    />
    @if (sentTo() === null) {
      <lu-ask-for-letter
        kind="password-reset"
        [action]="t('forgot.action')"
        [busy]="t('forgot.busy')"
        [email]="typed()"
        (sent)="told($event)"
      />
    } @else {
      <div class="stack">
        <p>{{ t('letter.junk') }}</p>
        <div>
          <button matButton="outlined" type="button" (click)="sentTo.set(null)">
            {{ t('letter.otherAddress') }}
          </button>
        </div>
      </div>
    }
    <p class="after"><lu-sign-in-link-to [email]="typed()" /></p>
  `,
  styleUrl: './entry.scss',
})
export class ForgotPasswordPage {
  private readonly header = viewChild.required(PageHeader);
  private readonly submission = inject(Submission);
  protected readonly t = useTexts(entryTexts);
  protected readonly sentTo = signal<string | null>(null);
  /** What was typed on the page before, or here. */
  protected readonly typed = signal(typedBefore(inject(Location).getState()));
  protected readonly answer = computed(() => {
    const email = this.sentTo();
    return email === null ? this.t('forgot.answer') : this.t('forgot.sentAnswer', { email });
  });

  protected told(email: string): void {
    this.typed.set(email);
    this.sentTo.set(email);
    this.submission.focusLater(() => this.header());
  }
}
