import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageHeader, useTexts } from '@luotsi/platform/web';
import { identityTexts } from '../texts';

/** In place of a page that needs a role the person does not hold. */
@Component({
  selector: 'lu-not-allowed-page',
  imports: [MatButton, PageHeader, RouterLink],
  template: `
    <lu-page-header [heading]="t('notAllowed.title')" [answer]="t('notAllowed.answer')">
      <a action matButton="outlined" routerLink="/">{{ t('notAllowed.front') }}</a>
    </lu-page-header>
  `,
})
export class NotAllowedPage {
  protected readonly t = useTexts(identityTexts);
}
