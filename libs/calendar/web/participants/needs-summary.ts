import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Participant } from '@luotsi/calendar/model';
import { Format, Notices, useTexts } from '@luotsi/platform/web';
import { participantTexts } from './texts';

/** What people with a seat need, counted and without names: for the caterer and the rooms. */
@Component({
  selector: 'lu-needs-summary',
  imports: [MatButton],
  template: `
    <details>
      <summary>{{ t('needs.heading') }}</summary>
      <div class="stack">
        <p class="quiet small">{{ t('needs.summary') }}</p>
        @for (part of parts(); track part.heading) {
          <div>
            <h2>{{ part.heading }}</h2>
            <ul>
              @for (line of part.lines; track line) {
                <li>{{ line }}</li>
              }
            </ul>
          </div>
        } @empty {
          <p>{{ t('needs.none') }}</p>
        }
        @if (parts().length > 0) {
          <div class="no-print">
            <button matButton="outlined" type="button" (click)="copy()">
              {{ t('needs.copy') }}
            </button>
          </div>
        }
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: 16px;
    }

    summary {
      min-height: 44px;
      padding-block: 10px;
      font-weight: 600;
      cursor: pointer;
    }

    .stack {
      --lu-gap: 12px;

      padding-block: 4px 12px;
    }

    h2 {
      font-size: var(--lu-size-2);
    }

    ul {
      padding-inline-start: 1.25em;
    }
  `,
})
export class NeedsSummary {
  protected readonly t = useTexts(participantTexts);
  private readonly format = inject(Format);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  readonly participants = input.required<readonly Participant[]>();

  private readonly seated = computed(() =>
    this.participants().filter(({ status }) => status === 'confirmed' || status === 'offered'),
  );
  protected readonly parts = computed(() =>
    (
      [
        ['needs.diets', this.counted((one) => one.needs?.diet)],
        ['needs.access', this.counted((one) => one.needs?.accessNeeds)],
      ] as const
    )
      .filter(([, lines]) => lines.length > 0)
      .map(([heading, lines]) => ({ heading: this.t(heading), lines })),
  );

  protected copy(): void {
    const text = this.parts()
      .map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join('\n'))
      .join('\n\n');
    void this.document.defaultView?.navigator.clipboard
      .writeText(text)
      .then(() => this.notices.tell(this.t('needs.copied')));
  }

  /** The same words, however they are written, are one line with their number; the most first. */
  private counted(needOf: (one: Participant) => string | undefined): string[] {
    const counts = new Map<string, { what: string; count: number }>();
    for (const one of this.seated()) {
      const what = (needOf(one) ?? '').trim().replace(/[.\s]+$/, '');
      if (what === '') continue;
      const key = what.toLocaleLowerCase();
      const known = counts.get(key) ?? { what, count: 0 };
      counts.set(key, { ...known, count: known.count + 1 });
    }
    const sorted = this.format.sorted([...counts.values()], ({ what }) => what);
    return sorted
      .sort((one, other) => other.count - one.count)
      .map(({ what, count }) =>
        this.t('needs.times', {
          what: what.charAt(0).toLocaleUpperCase() + what.slice(1),
          count,
        }),
      );
  }
}
