import { Component, inject } from '@angular/core';
import { CurrentPerson, SignInLink } from '@luotsi/identity/web';
import { useTexts } from '@luotsi/platform/web';
import { programmeTexts } from '../texts';

/** Tells a visitor what signing in gives here, and comes back here after it. */
@Component({
  selector: 'lu-sign-in-hint',
  imports: [SignInLink],
  template: `
    @if (person() === null) {
      <p class="no-print">
        {{ t('own.whySignIn') }} <a luSignInLink>{{ t('own.signIn') }}</a>
      </p>
    }
  `,
})
export class SignInHint {
  protected readonly t = useTexts(programmeTexts);
  protected readonly person = inject(CurrentPerson).person;
}
