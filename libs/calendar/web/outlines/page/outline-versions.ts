import { Component, inject, input, signal } from '@angular/core';
import { getOutlineVersion, type Outline, type OutlineChange } from '@luotsi/calendar/model';
import {
  ApiClient,
  Format,
  LocalisedText,
  ProblemNotice,
  Skeleton,
  useTexts,
  type ProblemError,
} from '@luotsi/platform/web';
import { OutlineWords } from '../outline-words';
import { OutlineChanges } from '../pieces/outline-changes';
import { outlineTexts } from '../texts';

/** The published versions of an outline, the latest first; what changed in one is read when asked for. */
@Component({
  selector: 'lu-outline-versions',
  imports: [LocalisedText, OutlineChanges, ProblemNotice, Skeleton],
  template: `
    <h2>{{ t('page.versions') }}</h2>
    <ol class="bare-list hairlines" role="list">
      @for (version of versions(); track version.number) {
        <li>
          <h3>
            {{ t('page.versionOf', { number: version.number, date: format.date(version.at) }) }}
          </h3>
          @if (words.text(version.note)) {
            <p><lu-text [of]="version.note" /></p>
          }
          @if (version.number === 1) {
            <p class="quiet">{{ t('page.first') }}</p>
          } @else {
            <details (toggle)="read(version.number)">
              <summary>
                {{ t('page.showChanges') }}<span class="unseen">: {{ version.number }}</span>
              </summary>
              @if (changes()[version.number]; as found) {
                <lu-outline-changes [changes]="found" />
              } @else if (problem()) {
                <lu-problem [of]="problem()" />
              } @else if (reading() === version.number) {
                <lu-skeleton [lines]="2" />
              }
            </details>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: 32px;
    }

    h2 {
      margin-block-end: 8px;
    }

    h3 {
      font-size: var(--lu-size-3);
    }

    .hairlines > li {
      padding-block: 12px;
    }

    summary {
      display: inline-block;
      padding-block: 10px;
      color: var(--lu-fairway);
      cursor: pointer;
    }
  `,
})
export class OutlineVersions {
  protected readonly t = useTexts(outlineTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(OutlineWords);
  private readonly client = inject(ApiClient);
  readonly outline = input.required<string>();
  readonly versions = input.required<Outline['versions']>();

  protected readonly changes = signal<Readonly<Record<number, readonly OutlineChange[]>>>({});
  /** The version that is being asked for. */
  protected readonly reading = signal<number | undefined>(undefined);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  protected async read(number: number): Promise<void> {
    if (this.changes()[number]) return;
    this.problem.set(undefined);
    this.reading.set(number);
    try {
      const params = { id: this.outline(), number };
      const { changes } = await this.client.send(getOutlineVersion, { params });
      this.changes.update((known) => ({ ...known, [number]: changes }));
    } catch (thrown) {
      this.problem.set(thrown as ProblemError);
    } finally {
      this.reading.set(undefined);
    }
  }
}
