import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageHeader, useTexts } from '@luotsi/platform/web';
import { RETURN, safeReturn } from '../sign-in-address';
import { ProviderNames } from './provider-names';
import { providerTexts } from './texts';

/**
 * For someone whom another service has proven and whose e-mail address has an account here: they
 * prove that one, too, by signing in to it, and then both are linked.
 */
@Component({
  selector: 'lu-link-page',
  imports: [MatButton, PageHeader, RouterLink],
  providers: [ProviderNames],
  template: `
    <lu-page-header [heading]="t('link.title')" [answer]="answer()">
      <a action matButton="filled" routerLink="/sign-in" [queryParams]="onward()">{{
        t('link.action')
      }}</a>
    </lu-page-header>
    <p>{{ t('link.text') }}</p>
  `,
})
export class LinkPage {
  protected readonly t = useTexts(providerTexts);
  private readonly names = inject(ProviderNames);

  readonly provider = input('');
  readonly returnTo = input<string>();

  protected readonly answer = computed(() => {
    const name = this.names.of(this.provider());
    return name === null ? null : this.t('link.answer', { name });
  });
  protected readonly onward = computed(() => {
    const back = new URLSearchParams({ [RETURN]: safeReturn(this.returnTo()) });
    return { [RETURN]: `/account/linking?${back.toString()}` };
  });
}
