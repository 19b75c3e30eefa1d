import { Component, computed, inject } from '@angular/core';
import { listRetention, listRetentionRuns } from '@luotsi/identity/model';
import {
  ApiClient,
  Format,
  ProblemNotice,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { auditTexts } from './texts';

/** For administrators: how long each kind of record is kept, and what the nightly work has deleted. */
@Component({
  selector: 'lu-retention-report',
  imports: [ProblemNotice, Skeleton, StatusWord],
  template: `
    <section class="stack">
      <h2>{{ t('retention.heading') }}</h2>
      <p class="quiet">{{ t('retention.text') }}</p>
      <lu-problem [of]="rules.problem() ?? runs.problem()" />
      @if (rows(); as all) {
        <div
          class="wide-table"
          tabindex="0"
          role="region"
          [attr.aria-label]="t('retention.heading')"
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{{ t('retention.what') }}</th>
                <th scope="col">{{ t('retention.keptFor') }}</th>
                <th scope="col">{{ t('retention.last') }}</th>
                <th scope="col" class="number">{{ t('retention.gone') }}</th>
                <th scope="col" class="number">{{ t('retention.total') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of all; track row.name) {
                <tr>
                  <th scope="row">{{ format.text(row.what) }}</th>
                  <td>{{ format.text(row.keptFor) }}</td>
                  <td>{{ row.run ? format.moment(row.run.at) : t('retention.never') }}</td>
                  <td class="number">
                    @if (row.run && row.run.gone === null) {
                      <lu-status kind="bad">{{ t('retention.failed') }}</lu-status>
                    } @else {
                      {{ row.run ? format.number(row.run.gone ?? 0) : '–' }}
                    }
                  </td>
                  <td class="number">{{ row.run ? format.number(row.run.total) : '–' }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else if (!rules.problem()) {
        <lu-skeleton [lines]="4" />
      }
    </section>
  `,
  styles: `
    section {
      padding-block: 32px;
      border-top: 1px solid var(--lu-line);
    }

    th[scope='row'] {
      min-width: 12rem;
      font-weight: 400;
    }

    td:nth-child(2) {
      min-width: 10rem;
    }
  `,
})
export class RetentionReport {
  private readonly client = inject(ApiClient);
  protected readonly t = useTexts(auditTexts);
  protected readonly format = inject(Format);
  protected readonly rules = this.client.resource(listRetention, () => ({}));
  protected readonly runs = this.client.resource(listRetentionRuns, () => ({}));
  protected readonly rows = computed(() => {
    const runs = new Map((this.runs.latest()?.items ?? []).map((run) => [run.name, run]));
    return this.rules.latest()?.items.map((rule) => ({ ...rule, run: runs.get(rule.name) }));
  });
}
