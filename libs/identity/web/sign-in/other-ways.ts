import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { safeReturn, sendVerification } from '@luotsi/identity/model';
import { ApiClient, Language, Notices, ProblemError, useTexts } from '@luotsi/platform/web';
import { RETURN } from '../sign-in-address';
import { identityTexts } from '../texts';

/** Under the form of signing in: a new password, a new account. What was typed goes along. */
@Component({
  selector: 'lu-other-ways',
  imports: [RouterLink],
  template: `
    <p>
      <a routerLink="/forgot-password" [state]="{ email: email() }">{{ t('signIn.forgotten') }}</a>
    </p>
    <p>
      {{ t('signIn.noAccount') }}
      <a routerLink="/sign-up" [queryParams]="query()">{{ t('signIn.signUp') }}</a>
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      margin-top: 24px;
    }
  `,
})
export class OtherWays {
  protected readonly t = useTexts(identityTexts);
  readonly email = input('');
  readonly returnTo = input<string>();
  protected readonly query = computed(() => {
    const back = safeReturn(this.returnTo());
    return back === '/' ? {} : { [RETURN]: back };
  });
}

/** For whoever has registered and not confirmed the address: the link once more. */
@Component({
  selector: 'lu-verification-again',
  imports: [MatButton],
  template: `
    @if (sent()) {
      <p role="status">{{ t('signIn.sentAgain') }}</p>
    } @else {
      <button matButton="outlined" type="button" (click)="send()">
        {{ t('signIn.sendAgain') }}
      </button>
    }
  `,
})
export class VerificationAgain {
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly notices = inject(Notices);
  protected readonly t = useTexts(identityTexts);
  protected readonly sent = signal(false);
  readonly email = input.required<string>();

  protected async send(): Promise<void> {
    const body = { email: this.email(), language: this.language.current() };
    try {
      await this.client.send(sendVerification, { body });
      this.sent.set(true);
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      const { title, detail } = thrown.details;
      this.notices.tell([title, detail].join('. '));
    }
  }
}
