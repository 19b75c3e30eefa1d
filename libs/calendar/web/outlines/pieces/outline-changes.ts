import { Component, computed, inject, input } from '@angular/core';
import type { OutlineChange } from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import { languages } from '@luotsi/platform/model';
import { useTexts } from '@luotsi/platform/web';
import { OutlineWords } from '../outline-words';
import { outlineTexts } from '../texts';

interface Row {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What has changed in an outline, part by part and line by line: before and now beside each other. */
@Component({
  selector: 'lu-outline-changes',
  template: `
    @if (rows().length === 0) {
      <p class="quiet">{{ t('change.none') }}</p>
    } @else {
      <ul class="bare-list hairlines" role="list">
        @for (row of rows(); track $index) {
          <li>
            <h3>{{ row.name }}</h3>
            @if (row.before || row.after) {
              <dl>
                <div class="before">
                  <dt class="small quiet">{{ before() || t('change.before') }}</dt>
                  <dd>{{ row.before || t('change.empty') }}</dd>
                </div>
                <div>
                  <dt class="small quiet">{{ after() || t('change.after') }}</dt>
                  <dd>{{ row.after || t('change.empty') }}</dd>
                </div>
              </dl>
            } @else {
              <p>{{ t('change.order') }}</p>
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './beside.scss',
})
export class OutlineChanges {
  protected readonly t = useTexts(outlineTexts);
  private readonly words = inject(OutlineWords);
  readonly changes = input.required<readonly OutlineChange[]>();
  /** What the two sides are called, where it isn't "before" and "now". */
  readonly before = input('');
  readonly after = input('');

  protected readonly rows = computed(() => this.changes().flatMap((change) => this.rowsOf(change)));

  private rowsOf(change: OutlineChange): Row[] {
    const name = this.t(`part.${change.part}`);
    const row = <Value>(
      { before, after }: { readonly before: Value | null; readonly after: Value | null },
      read: (value: Value) => string,
    ): Row[] => [
      {
        name,
        before: before === null ? '' : read(before),
        after: after === null ? '' : read(after),
      },
    ];
    switch (change.type) {
      case 'text':
        return inChangedLanguages(change.before, change.after).map((both) => ({ name, ...both }));
      case 'code':
        return row<string>(change, (code) => this.words.code(change.part, code));
      case 'codes':
        return row(change, (codes) => this.words.competences(codes));
      case 'number':
        return row(change, String);
      case 'outcome':
        return row(change, ({ text }) => this.words.text(text));
      case 'slot':
        return row(change, (slot) => this.slot(slot));
      case 'material':
        return row(change, ({ title, url }) => `${this.words.text(title)}\n${url}`);
      case 'order':
        return [{ name, before: '', after: '' }];
    }
  }

  private slot(slot: NonNullable<Extract<OutlineChange, { type: 'slot' }>['before']>): string {
    const day = this.t('page.day', { number: slot.day });
    const text = this.words.text(slot.text);
    const head = `${day}, ${this.words.times(slot)}: ${this.words.text(slot.title)}`;
    return text ? `${head}\n${text}` : head;
  }
}

/** A text in the languages in which it has changed, each marked where it is more than one. */
function inChangedLanguages(before: Localised, after: Localised) {
  const changed = languages.filter((language) => before[language] !== after[language]);
  return changed.map((language) => {
    const mark = (text: string) => (text && changed.length > 1 ? `${language}: ${text}` : text);
    return { before: mark(before[language]), after: mark(after[language]) };
  });
}
