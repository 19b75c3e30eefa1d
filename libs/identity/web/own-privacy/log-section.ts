import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  auditActions,
  auditDetails,
  listOwnAudit,
  type OwnAuditEntry,
} from '@luotsi/identity/model';
import {
  EmptyState,
  Filter,
  Filters,
  Format,
  Language,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { pagedList } from '@luotsi/platform/web/lists';
import { privacyTexts } from './texts';

/** Who has looked at or changed one's data, latest first. */
@Component({
  selector: 'lu-log-section',
  imports: [EmptyState, Filter, Filters, MatButton, ProblemNotice, Skeleton],
  template: `
    <section class="stack" aria-labelledby="lu-log">
      <h2 id="lu-log">{{ t('log.heading') }}</h2>
      <p class="quiet">{{ t('log.text') }}</p>
      <lu-filters [lead]="t('log.show')" [label]="t('log.which')">
        <lu-filter
          [label]="t('log.which')"
          [any]="t('log.others')"
          [options]="[{ value: 'all', label: t('log.all') }]"
          [(value)]="by"
        />
      </lu-filters>
      <lu-problem [of]="list.problem()" />
      @if (list.items(); as items) {
        <ul class="bare-list hairlines">
          @for (entry of items; track entry.id) {
            <li>
              <p class="what">{{ format.text(words[entry.action]) }}</p>
              <p>{{ sentence(entry) }}</p>
              <p class="quiet small">{{ format.moment(entry.at) }}</p>
            </li>
          }
        </ul>
        @if (items.length === 0) {
          <lu-empty [heading]="t('log.emptyHeading')" [text]="t('log.emptyText')" />
        }
        @if (list.hasMore()) {
          <div>
            <button matButton="outlined" type="button" (click)="list.more()">
              {{ t('log.more') }}
            </button>
          </div>
        }
      } @else if (!list.problem()) {
        <lu-skeleton [lines]="4" />
      }
    </section>
  `,
  styles: `
    li {
      display: grid;
      gap: 4px;
    }

    .what {
      font-weight: 600;
    }
  `,
})
export class LogSection {
  private readonly language = inject(Language);
  protected readonly t = useTexts(privacyTexts);
  protected readonly format = inject(Format);
  protected readonly words = auditActions;
  /** `''`: only what others did. */
  protected readonly by = signal('');
  private readonly asked = computed<'all' | 'others'>(() =>
    this.by() === 'all' ? 'all' : 'others',
  );
  protected readonly list = pagedList(listOwnAudit, () => ({ query: { by: this.asked() } }));

  /** Who, and what else: `Minna Tuominen · Valmentaja, Lappi`. */
  protected sentence({ own, actor, action, facts }: OwnAuditEntry): string {
    const nobody = action === 'sign-in-failed' ? 'log.unknown' : 'log.service';
    const who = own
      ? this.t('log.you')
      : actor
        ? (actor.name ?? this.t('log.deleted'))
        : this.t(nobody);
    // How many others were in the same list is none of this person's business.
    const mine = Object.entries(facts).filter(([name]) => name !== 'count');
    const details = auditDetails(Object.fromEntries(mine), this.language.current());
    return [who, ...details].join(' · ');
  }
}
