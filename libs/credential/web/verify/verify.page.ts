import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { verifyCredential } from '@luotsi/credential/model';
import {
  ApiClient,
  Format,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { CredentialFacts } from '../credential-facts';
import { credentialTexts } from '../texts';
import { notIndexed } from './not-indexed';

/** For whoever has been given a certificate: whether it is genuine and holds, and what it says. */
@Component({
  selector: 'lu-verify-page',
  imports: [CredentialFacts, MatButton, PageHeader, ProblemNotice, RouterLink, Skeleton],
  template: `
    <lu-page-header [heading]="heading()" [named]="t('check.title')">
      @if (verified.value(); as it) {
        <p answer class="lead" role="status">
          @if (it.state === 'valid') {
            {{ t('check.is') }}
          } @else {
            {{ t(reasons[it.reason], { date: format.date(it.revokedAt) }) }}
          }
        </p>
      } @else if (unknown(); as problem) {
        <p answer class="lead" role="alert">{{ problem.details.detail }}</p>
      }
    </lu-page-header>
    @if (verified.value(); as it) {
      @if (it.state === 'valid') {
        <section class="sheet" aria-labelledby="lu-what">
          <h2 id="lu-what">{{ t('check.kind') }}</h2>
          <lu-credential-facts [facts]="it.facts" [issuedAt]="it.issuedAt" />
        </section>
      }
    } @else if (unknown() === undefined && verified.problem()) {
      <lu-problem [of]="verified.problem()" [canRetry]="true" (retry)="verified.reload()" />
    } @else if (!verified.problem()) {
      <lu-skeleton [lines]="6" />
    }
    <p class="other no-print">
      <a matButton="outlined" routerLink="/verify">{{ t('check.another') }}</a>
    </p>
  `,
  styles: `
    h2 {
      margin-bottom: 12px;
      font-size: var(--lu-size-4);
    }

    .other {
      padding-top: 24px;
    }
  `,
})
export class VerifyPage {
  protected readonly t = useTexts(credentialTexts);
  protected readonly format = inject(Format);
  readonly code = input.required<string>();
  protected readonly verified = inject(ApiClient).resource(verifyCredential, () => ({
    params: { code: this.code() },
  }));
  protected readonly reasons = {
    corrected: 'check.corrected',
    replaced: 'check.replaced',
  } as const;
  /** No such certificate: the heading says it, and what it may mean stands under it. */
  protected readonly unknown = computed(() => {
    const problem = this.verified.problem();
    return problem?.is('credential-unknown') ? problem : undefined;
  });
  protected readonly heading = computed(() => {
    const state = this.verified.value()?.state;
    if (state) return this.t(state === 'valid' ? 'check.genuine' : 'check.revoked');
    return this.t(this.unknown() ? 'check.unknown' : 'check.title');
  });

  constructor() {
    notIndexed();
  }
}
