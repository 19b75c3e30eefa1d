import { Location } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ProblemError } from '../http/problem-error';
import { useTexts } from '../language/texts';
import { platformTexts } from '../texts';

/**
 * A problem as the API tells it: what happened, what was kept, what to do.
 * `<lu-problem [of]="sessions.problem()" [canRetry]="true" (retry)="sessions.reload()" />`;
 * nothing when there is none. `fields`: pointers whose faults a `<lu-field>` already shows.
 */
@Component({
  selector: 'lu-problem',
  imports: [MatButton, RouterLink],
  template: `
    @if (of(); as problem) {
      <div class="notice" role="alert">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2.2 14.4 13.6H1.6ZM8 6.4v3.2M8 11.6v.1" />
        </svg>
        <div class="words">
          <p class="title">{{ problem.details.title }}</p>
          @if (problem.details.detail; as detail) {
            <p>{{ detail }}</p>
          }
          @if (elsewhere().length > 0) {
            <ul>
              @for (fault of elsewhere(); track fault.pointer) {
                <li>{{ fault.detail }}</li>
              }
            </ul>
          }
          @if (code(); as code) {
            <p class="code">{{ t('problem.code', { code }) }}</p>
          }
          @if (problem.is('second-step-needed')) {
            <a
              matButton="outlined"
              routerLink="/account/security"
              target="_blank"
              [queryParams]="{ reason: 'second-step', returnTo: here() }"
            >
              {{ t('problem.secondStep') }}
            </a>
          }
          @if (canRetry()) {
            <button matButton="outlined" type="button" (click)="retry.emit()">
              {{ t('problem.retry') }}
            </button>
          }
          <ng-content />
        </div>
      </div>
    }
  `,
  styles: `
    :host(:empty) {
      display: none;
    }

    .notice {
      display: flex;
      gap: 12px;
      max-width: var(--lu-measure);
      padding: 16px;
      border-inline-start: 4px solid var(--lu-red);
      border-radius: var(--lu-radius);
      background: var(--lu-red-soft);
    }

    svg {
      flex: none;
      width: 22px;
      height: 22px;
      fill: none;
      stroke: var(--lu-red);
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 1.6;
    }

    .words {
      display: grid;
      gap: 8px;
      justify-items: start;
    }

    .title {
      font-weight: 680;
    }

    .code {
      color: var(--lu-quiet);
      font-size: var(--lu-size-2);
    }

    ul {
      padding-inline-start: 1.2em;
    }
  `,
})
export class ProblemNotice {
  protected readonly t = useTexts(platformTexts);
  readonly of = input.required<ProblemError | null | undefined>();
  readonly fields = input<readonly string[]>([]);
  readonly canRetry = input(false);
  readonly retry = output();
  private readonly location = inject(Location);
  /** In another tab: what is written here stays. */
  protected readonly here = computed(() => (this.of() ? this.location.path() : ''));
  /** What to tell whoever keeps the service, unless the detail has said it already. */
  protected readonly code = computed(() => {
    const { status = 0, requestId, detail } = this.of()?.details ?? {};
    return status >= 500 && requestId && !detail?.includes(requestId) ? requestId : undefined;
  });
  protected readonly elsewhere = computed(() =>
    (this.of()?.details.errors ?? []).filter((fault) => !this.fields().includes(fault.pointer)),
  );
}
