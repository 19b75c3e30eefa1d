import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { safeReturn } from '@luotsi/identity/model';
import { useTexts } from '@luotsi/platform/web';
import { RETURN } from '../sign-in-address';
import { entryTexts } from './texts';

/** The way to signing in, which goes on where it was asked to and knows the address typed here. */
@Component({
  selector: 'lu-sign-in-link-to',
  imports: [RouterLink],
  template: `<a routerLink="/sign-in" [queryParams]="query()" [state]="{ email: email() }">{{
    t('signIn')
  }}</a>`,
})
export class SignInLinkTo {
  protected readonly t = useTexts(entryTexts);
  readonly returnTo = input<string | null>();
  readonly email = input('');
  protected readonly query = computed(() => {
    const back = safeReturn(this.returnTo());
    return back === '/' ? {} : { [RETURN]: back };
  });
}
