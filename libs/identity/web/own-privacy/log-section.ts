import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  auditActions,
  auditDetails,
  listOwnAudit,
  type OwnAuditEntry,
} from '@luotsi/identity/model';
import {
  ApiClient,
  EmptyState,
  Filter,
  Filters,
  Format,
  Language,
  ProblemNotice,
  Skeleton,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
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
      <lu-problem [of]="first.problem() ?? problem()" />
      @if (shown(); as list) {
        <ul class="bare-list hairlines">
          @for (entry of list.items; track entry.id) {
            <li>
              <p class="what">{{ format.text(words[entry.action]) }}</p>
              <p>{{ sentence(entry) }}</p>
              <p class="quiet small">{{ format.moment(entry.at) }}</p>
            </li>
          }
        </ul>
        @if (list.items.length === 0) {
          <lu-empty [heading]="t('log.emptyHeading')" [text]="t('log.emptyText')" />
        }
        @if (list.cursor) {
          <div>
            <button matButton="outlined" type="button" (click)="more()">{{ t('log.more') }}</button>
          </div>
        }
      } @else if (!first.problem()) {
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
  private readonly client = inject(ApiClient);
  private readonly language = inject(Language);
  protected readonly t = useTexts(privacyTexts);
  protected readonly format = inject(Format);
  protected readonly words = auditActions;
  /** `''`: only what others did. */
  protected readonly by = signal('');
  private readonly asked = computed<'all' | 'others'>(() =>
    this.by() === 'all' ? 'all' : 'others',
  );
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly first = this.client.resource(listOwnAudit, () => ({
    query: { by: this.asked() },
  }));
  protected readonly shown = linkedSignal(() => {
    const first = this.first.latest();
    return first && { items: first.items as readonly OwnAuditEntry[], cursor: first.nextCursor };
  });

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

  protected async more(): Promise<void> {
    const shown = this.shown();
    if (!shown?.cursor) return;
    this.problem.set(null);
    try {
      const query = { by: this.asked(), cursor: shown.cursor };
      const next = await this.client.send(listOwnAudit, { query });
      if (this.shown() !== shown) return;
      this.shown.set({ items: [...shown.items, ...next.items], cursor: next.nextCursor });
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    }
  }
}
