import { Component, computed, input, output } from '@angular/core';
import type { ProblemError } from '../http/problem-error';
import { PageHeader } from './page-header';
import { ProblemNotice } from './problem-notice';

/**
 * A page that couldn't be read. What isn't there is the page's one answer: the problem's title is the
 * heading, said once; anything else stands as a notice under the page's own heading, to be tried again.
 * `<lu-problem-page [of]="problem" [heading]="t('title')" (retry)="reload()"><lu-back-link …/></lu-problem-page>`
 */
@Component({
  selector: 'lu-problem-page',
  imports: [PageHeader, ProblemNotice],
  template: `
    <lu-page-header
      [heading]="gone() ? of().details.title : heading()"
      [answer]="gone() ? (of().details.detail ?? '') : ''"
    >
      <ng-content select="lu-back-link" ngProjectAs="lu-back-link" />
    </lu-page-header>
    @if (!gone()) {
      <lu-problem [of]="of()" [canRetry]="true" (retry)="retry.emit()" />
    }
  `,
})
export class ProblemPage {
  readonly of = input.required<ProblemError>();
  /** The page's own heading, while it isn't known whether there is such a page. */
  readonly heading = input.required<string>();
  readonly retry = output();
  protected readonly gone = computed(() => this.of().details.status === 404);
}
