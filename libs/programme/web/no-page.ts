import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageHeader, ProblemNotice, useTexts, type ProblemError } from '@luotsi/platform/web';
import { programmeTexts } from './texts';

/** In place of a page that can't be shown: where to go when it isn't there, else trying again. */
@Component({
  selector: 'lu-no-page',
  imports: [MatButton, PageHeader, ProblemNotice, RouterLink],
  template: `
    @if (problem().is('not-found')) {
      <lu-page-header [heading]="t('missing.title')" [answer]="t('missing.answer')">
        <a action matButton="filled" routerLink="/programmes">{{ t('missing.way') }}</a>
      </lu-page-header>
    } @else {
      <lu-page-header [heading]="t('programmes.title')" />
      <lu-problem [of]="problem()" [canRetry]="true" (retry)="retry.emit()" />
    }
  `,
})
export class NoPage {
  protected readonly t = useTexts(programmeTexts);
  readonly problem = input.required<ProblemError>();
  readonly retry = output();
}
