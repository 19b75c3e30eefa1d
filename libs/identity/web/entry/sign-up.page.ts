import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { safeReturn, sendVerification, signUp } from '@luotsi/identity/model';
import { ApiClient, Language, Notices, PageHeader, useTexts } from '@luotsi/platform/web';
import { EmailField } from '../fields/email-field';
import { FormNotice } from '../fields/form-notice';
import { PasswordField } from '../fields/password-field';
import { Submission } from '../fields/submission';
import { SignInLinkTo } from './sign-in-link-to';
import { NameField } from './name-field';
import { entryTexts } from './texts';

/** Registering: a name, an address and a password; then a letter that confirms the address. */
@Component({
  selector: 'lu-sign-up-page',
  imports: [
    EmailField,
    FormNotice,
    MatButton,
    NameField,
    PageHeader,
    PasswordField,
    RouterLink,
    SignInLinkTo,
  ],
  providers: [Submission],
  template: `
    <lu-page-header
      [heading]="t(sentTo() === null ? 'signUp.title' : 'signUp.sentTitle')"
      [answer]="answer()"
    />
    <lu-form-notice
      #notice
      [of]="submission.problem()"
      [fields]="['/name', '/email', '/password']"
    />
    @if (sentTo() === null) {
      <form novalidate method="post" class="stack" (submit)="register($event)">
        <lu-name-field #name [error]="submission.problem()" [initial]="typed().name" />
        <lu-email-field #email [error]="submission.problem()" [initial]="typed().email" />
        <lu-password-field #password kind="new" [error]="submission.problem()" />
        <div class="row">
          <button matButton="filled" type="submit" [attr.aria-disabled]="submission.busy() || null">
            {{ t(submission.busy() ? 'signUp.busy' : 'signUp.action') }}
          </button>
          <a routerLink="/privacy">{{ t('signUp.privacy') }}</a>
        </div>
      </form>
      <p class="after">
        {{ t('signUp.haveAccount') }}
        <lu-sign-in-link-to [returnTo]="returnTo()" />
      </p>
    } @else {
      <div class="stack">
        <p>{{ t('letter.junk') }}</p>
        <div class="row">
          <button matButton="outlined" type="button" (click)="again($event)">
            {{ t('letter.again') }}
          </button>
          <button matButton type="button" (click)="correct()">
            {{ t('letter.otherAddress') }}
          </button>
        </div>
      </div>
    }
  `,
  styleUrl: './entry.scss',
})
export class SignUpPage {
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly notices = inject(Notices);
  private readonly name = viewChild<NameField>('name');
  private readonly email = viewChild<EmailField>('email');
  private readonly password = viewChild<PasswordField>('password');
  private readonly notice = viewChild<FormNotice>('notice');
  private readonly header = viewChild.required(PageHeader);
  /** Where to go on once the address is confirmed, from the address. */
  readonly returnTo = input<string>();

  protected readonly t = useTexts(entryTexts);
  protected readonly submission = inject(Submission);
  protected readonly sentTo = signal<string | null>(null);
  protected readonly typed = signal({ name: '', email: '' });
  protected readonly answer = computed(() => {
    const email = this.sentTo();
    return email === null ? this.t('signUp.answer') : this.t('signUp.sentAnswer', { email });
  });

  protected async register(event: Event): Promise<void> {
    const { name, email, password } = {
      name: this.name(),
      email: this.email(),
      password: this.password(),
    };
    if (!name || !email || !password) return;
    const fields = { '/name': name, '/email': email, '/password': password };
    const sent = await this.submission.send(event, fields, this.notice, async () => {
      const typed = { name: name.read() ?? '', email: email.read() ?? '' };
      const back = safeReturn(this.returnTo());
      await this.client.send(signUp, {
        body: {
          ...typed,
          password: password.read() ?? '',
          language: this.language.current(),
          ...(back === '/' ? {} : { returnTo: back }),
        },
      });
      this.typed.set(typed);
    });
    if (!sent) return;
    this.sentTo.set(this.typed().email);
    this.submission.focusLater(() => this.header());
  }

  protected async again(event: Event): Promise<void> {
    const body = { email: this.typed().email, language: this.language.current() };
    const sent = await this.submission.send(event, {}, this.notice, () =>
      this.client.send(sendVerification, { body }),
    );
    if (sent) this.notices.tell(this.t('letter.sentAgain'));
  }

  protected correct(): void {
    this.submission.forget();
    this.sentTo.set(null);
    this.submission.focusLater(() => this.email());
  }
}
