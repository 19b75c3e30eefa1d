import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { listOwnCredentials } from '@luotsi/credential/model';
import {
  ApiClient,
  BackLink,
  EmptyState,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { credentialTexts } from '../texts';
import { OwnCredentialLine } from './own-credential';

/** One's own certificates: to download, and to give their address to whom one likes. */
@Component({
  selector: 'lu-credentials-page',
  imports: [
    BackLink,
    EmptyState,
    MatButton,
    OwnCredentialLine,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
  ],
  template: `
    <lu-page-header [heading]="t('title')" [answer]="answer()" [lines]="1">
      <lu-back-link to="/account">{{ t('back') }}</lu-back-link>
    </lu-page-header>
    @if (own.value(); as list) {
      <ul class="bare-list hairlines" role="list">
        @for (credential of list.items; track credential.id) {
          <li><lu-own-credential [credential]="credential" /></li>
        }
      </ul>
      @if (list.items.length === 0) {
        <lu-empty [heading]="t('empty')" [text]="t('emptyText')">
          <a matButton="filled" routerLink="/calendar">{{ t('toCalendar') }}</a>
        </lu-empty>
      } @else {
        <p class="small quiet goes">{{ t('goes') }}</p>
      }
    } @else if (own.problem()) {
      <lu-problem [of]="own.problem()" [canRetry]="true" (retry)="own.reload()" />
    } @else {
      <lu-skeleton [lines]="6" />
    }
  `,
  styles: `
    .goes {
      max-width: var(--lu-measure);
      padding-top: 24px;
    }
  `,
})
export class CredentialsPage {
  protected readonly t = useTexts(credentialTexts);
  protected readonly own = inject(ApiClient).resource(listOwnCredentials, () => ({}));
  protected readonly answer = computed(() => {
    const items = this.own.value()?.items;
    if (!items) return this.own.problem() ? '' : null;
    const count = items.filter(({ revoked }) => !revoked).length;
    return count === 0 ? this.t('answer.none') : this.t('answer.some', { count });
  });
}
