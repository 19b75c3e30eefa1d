import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageHeader, platformTexts, useTexts } from '@luotsi/platform/web';

/** Where no other page is. */
@Component({
  selector: 'lu-not-found-page',
  imports: [MatButton, PageHeader, RouterLink],
  template: `
    <lu-page-header [heading]="t('notFound.title')" [answer]="t('notFound.answer')">
      <a action matButton="outlined" routerLink="/calendar">{{ t('notFound.calendar') }}</a>
      <a action matButton routerLink="/">{{ t('notFound.front') }}</a>
    </lu-page-header>
  `,
})
export class NotFoundPage {
  protected readonly t = useTexts(platformTexts);
}
