import { Component, computed, inject, input, output } from '@angular/core';
import type { OutlineDifference } from '@luotsi/calendar/model';
import { languages, type Language as Code, type Localised } from '@luotsi/platform/model';
import { Language, useTexts } from '@luotsi/platform/web';
import { OutlineWords } from '../outline-words';
import { outlineTexts } from '../texts';

/** A part where a session and its outline say different things: both, and whether it is taken over. */
@Component({
  selector: 'lu-outline-difference',
  template: `
    @if (of().takeable) {
      <label>
        <input
          type="checkbox"
          [checked]="chosen()"
          (change)="choose.emit($any($event.target).checked)"
        />
        <span
          ><span class="unseen">{{ t('since.take', { part: '' }) }}</span
          >{{ name() }}</span
        >
      </label>
    } @else {
      <h3>{{ name() }}</h3>
      <p class="small">{{ t('since.byHand') }}</p>
    }
    @if (of().edited && of().takeable) {
      <p class="warning small">{{ t('since.edited') }}</p>
    }
    @if (of().part === 'times' && of().takeable && told() > 0) {
      <p class="small">{{ t('since.told') }}</p>
    }
    <dl>
      <div>
        <dt class="small quiet">{{ t('since.yours') }}</dt>
        <dd>{{ sides().yours || t('change.empty') }}</dd>
      </div>
      @if (of().takeable) {
        <div>
          <dt class="small quiet">{{ t('since.theirs') }}</dt>
          <dd>{{ sides().outline || t('change.empty') }}</dd>
        </div>
      }
    </dl>
  `,
  styleUrl: '../pieces/beside.scss',
  styles: `
    label {
      display: grid;
      grid-template-columns: 22px minmax(0, 1fr);
      gap: 10px;
      align-items: center;
      min-height: 44px;
      font-weight: 600;
    }

    h3 {
      font-size: var(--lu-size-3);
    }

    .warning {
      color: var(--lu-lantern-word);
      font-weight: 600;
    }
  `,
})
export class OutlineDifferenceView {
  protected readonly t = useTexts(outlineTexts);
  private readonly words = inject(OutlineWords);
  private readonly language = inject(Language);
  readonly of = input.required<OutlineDifference>();
  readonly chosen = input(false);
  /** How many people would be told of new times. */
  readonly told = input(0);
  readonly choose = output<boolean>();

  protected readonly name = computed(() => this.t(`part.${this.of().part}`));
  protected readonly sides = computed(() => this.read(this.of()));

  private read(of: OutlineDifference): { yours: string; outline: string } {
    const both = <Value>(
      { yours, outline }: { readonly yours: Value; readonly outline: Value },
      read: (value: Value) => string,
    ) => ({ yours: read(yours), outline: read(outline) });
    switch (of.type) {
      case 'text':
        return inDifferentLanguage(of.yours, of.outline, this.language.current());
      case 'code':
        return both(of, (code) => this.words.code(of.part, code));
      case 'codes':
        return both(of, (codes) => this.words.competences(codes));
      case 'number':
        return both(of, String);
      case 'times':
        return both(of, (times) => times.map((one) => this.words.meeting(one)).join('\n'));
      case 'materials':
        return both(of, (all) => all.map(({ title }) => this.words.text(title)).join('\n'));
    }
  }
}

/** A text where the two differ: in the reader's language if it does there, else in the first that does. */
function inDifferentLanguage(yours: Localised, outline: Localised, wished: Code) {
  const different = languages.filter((language) => yours[language] !== outline[language]);
  const language = different.includes(wished) ? wished : (different[0] ?? wished);
  // Markdown, read as it would be seen: no stars, the lines of a list below what it is a list of.
  const read = (text: Localised) =>
    text[language].replaceAll('**', '').replaceAll(/\n?(^|\n)- /g, '$1• ');
  return { yours: read(yours), outline: read(outline) };
}
