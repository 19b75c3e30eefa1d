import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { getOwnPrivacy, type OwnPrivacy } from '@luotsi/identity/model';
import {
  ApiClient,
  BackLink,
  Format,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { CopySection } from './copy-section';
import { DeleteSection } from './delete-section';
import { LogSection } from './log-section';
import { privacyTexts } from './texts';

/** One's own data: what is kept, a copy of it, who has looked at it, and the way out. */
@Component({
  selector: 'lu-own-privacy-page',
  imports: [
    BackLink,
    CopySection,
    DeleteSection,
    LogSection,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
  ],
  template: `
    <lu-page-header [heading]="t('title')" [answer]="answer()">
      <lu-back-link to="/account">{{ t('back') }}</lu-back-link>
    </lu-page-header>
    @if (own.latest(); as privacy) {
      <div class="sections">
        @if (privacy.deletion) {
          <lu-delete-section [own]="privacy" (changed)="own.set($event)" />
        }
        <div>
          <section class="stack" aria-labelledby="lu-kept">
            <h2 id="lu-kept">{{ t('kept.heading') }}</h2>
            <ul>
              <li>{{ t('kept.account') }}</li>
              <li>{{ t('kept.participation') }}</li>
              <li>{{ t('kept.learning') }}</li>
              <li>{{ t('kept.log') }}</li>
            </ul>
            <p>
              <a routerLink="/privacy">{{ t('kept.notice') }}</a>
            </p>
          </section>
        </div>
        <lu-copy-section [own]="privacy" (changed)="own.reload()" />
        <lu-log-section />
        @if (!privacy.deletion) {
          <lu-delete-section [own]="privacy" (changed)="own.set($event)" />
        }
      </div>
    } @else if (own.problem()) {
      <lu-problem [of]="own.problem()" [canRetry]="true" (retry)="own.reload()" />
    } @else {
      <lu-skeleton [lines]="8" />
    }
  `,
  styles: `
    .sections > * {
      display: block;
      padding-block: 32px;
      border-top: 1px solid var(--lu-line);
    }
  `,
})
export class OwnPrivacyPage {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  protected readonly t = useTexts(privacyTexts);
  protected readonly own = this.client.resource(getOwnPrivacy, () => ({}));
  protected readonly answer = computed(() => {
    const known: OwnPrivacy | undefined = this.own.latest();
    return known?.deletion
      ? this.t('leaving', { day: this.format.onDay(known.deletion.dueAt) })
      : this.t('answer');
  });
}
