import { Component, computed, inject, input, output } from '@angular/core';
import { languages, type Localised } from '@luotsi/platform/model';
import { Field, FieldControl, useTexts, type ProblemError } from '@luotsi/platform/web';
import { outlineTexts } from '../texts';
import { OutlineDraftStore } from './outline-draft.store';

const sources = { fi: 'edit.source', sv: 'edit.sourceSv', en: 'edit.sourceEn' } as const;

/** A text written in one language at a time; what it says in another stands below while it is missing. */
@Component({
  selector: 'lu-text-in-language',
  imports: [Field, FieldControl],
  template: `
    <lu-field
      [label]="label()"
      [hint]="hint()"
      [faults]="faults()"
      [error]="error()"
      [pointer]="pointer() ? pointer() + '/' + store.language() : ''"
    >
      @if (long()) {
        <textarea
          luControl
          [attr.maxlength]="longest()"
          [attr.lang]="store.language()"
          [attr.rows]="rows()"
          [value]="of()[store.language()]"
          (input)="write($event)"
        ></textarea>
      } @else {
        <input
          luControl
          autocomplete="off"
          [attr.maxlength]="longest()"
          [attr.lang]="store.language()"
          [value]="of()[store.language()]"
          (input)="write($event)"
        />
      }
    </lu-field>
    @if (source(); as from) {
      <p class="small quiet source" [attr.lang]="from.language">{{ from.text }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    textarea {
      min-height: 5.5rem;
    }

    .source {
      margin-block-start: 4px;
      white-space: pre-line;
    }
  `,
})
export class TextInLanguage {
  protected readonly t = useTexts(outlineTexts);
  protected readonly store = inject(OutlineDraftStore);
  readonly label = input.required<string>();
  readonly of = input.required<Localised>();
  readonly hint = input('');
  readonly long = input(false);
  readonly rows = input(4);
  readonly longest = input(200);
  readonly faults = input<readonly string[]>([]);
  readonly error = input<ProblemError>();
  readonly pointer = input('');
  readonly written = output<Localised>();

  protected readonly source = computed(() => {
    const texts = this.of();
    if (texts[this.store.language()].trim() !== '') return undefined;
    const language = languages.find((one) => texts[one].trim() !== '');
    return language && { language, text: this.t(sources[language], { text: texts[language] }) };
  });

  protected write(event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.written.emit(this.store.inLanguage(this.of(), value));
  }
}
