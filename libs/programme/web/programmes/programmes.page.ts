import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  ApiClient,
  EmptyState,
  Format,
  LocalisedText,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { listProgrammes } from '@luotsi/programme/model';
import { programmeTexts } from '../texts';

/** The programmes, where there are several. */
@Component({
  selector: 'lu-programmes-page',
  imports: [EmptyState, LocalisedText, MatButton, PageHeader, ProblemNotice, RouterLink, Skeleton],
  template: `
    <lu-page-header [heading]="t('programmes.title')" [answer]="t('programmes.answer')" />
    @if (programmes.value(); as list) {
      <ul class="bare-list hairlines">
        @for (programme of sorted(); track programme.id) {
          <li>
            <h2>
              <a [routerLink]="['/programmes', programme.id]"><lu-text [of]="programme.title" /></a>
            </h2>
            <p><lu-text [of]="programme.summary" /></p>
            <p class="quiet small">
              {{
                t('programmes.size', {
                  modules: programme.modules.length,
                  units: programme.units,
                  minutes: programme.minutes,
                })
              }}
            </p>
          </li>
        } @empty {
          <li>
            <lu-empty [heading]="t('programmes.empty')" [text]="t('programmes.emptyText')">
              <a matButton="filled" routerLink="/calendar">{{ t('programmes.calendar') }}</a>
            </lu-empty>
          </li>
        }
      </ul>
    } @else if (programmes.problem(); as problem) {
      <lu-problem [of]="problem" [canRetry]="true" (retry)="programmes.reload()" />
    } @else {
      <lu-skeleton [lines]="4" />
    }
  `,
})
export class ProgrammesPage {
  protected readonly t = useTexts(programmeTexts);
  private readonly format = inject(Format);
  protected readonly programmes = inject(ApiClient).resource(listProgrammes, () => ({}));
  protected readonly sorted = computed(() =>
    this.format.sorted(this.programmes.value()?.items ?? [], (it) => this.format.text(it.title)),
  );
}
