import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { longest } from '@luotsi/calendar/model';
import { inLanguage, languages, type Localised } from '@luotsi/platform/model';
import { Field, FieldControl, Language, useTexts } from '@luotsi/platform/web';
import { faultsOf } from './field-faults';
import { editorTexts } from './texts';
import { WritingLanguage } from './writing-language';

/**
 * A text in three languages: one at a time, the same for the whole form, with a mark on those that
 * are missing and what readers see instead. `<lu-localised-field [label] [of]="form.summary" [rows]="3">`
 */
@Component({
  selector: 'lu-localised-field',
  imports: [Field, FieldControl, FormField],
  template: `
    <lu-field
      [label]="labelled()"
      [hint]="hint()"
      [faults]="faults()"
      [typed]="typed()"
      [most]="most"
    >
      <div
        class="languages"
        role="group"
        [attr.aria-label]="t('writing.label', { field: label() })"
      >
        @for (language of languages; track language) {
          <button
            type="button"
            [attr.aria-pressed]="language === writing.current()"
            [class.missing]="isMissing(language)"
            (click)="writing.current.set(language)"
          >
            {{ language }}<span class="unseen">, {{ named(language) }}</span>
          </button>
        }
      </div>
      @if (rows() > 1) {
        <textarea
          luControl
          [formField]="field()"
          [attr.lang]="writing.current()"
          [attr.rows]="rows()"
        ></textarea>
      } @else {
        <input luControl [formField]="field()" [attr.lang]="writing.current()" autocomplete="off" />
      }
      @if (instead(); as shown) {
        <p class="quiet small">
          {{ t('writing.instead', { language: nameOf(shown.language) }) }}
          <span [attr.lang]="shown.language">{{ shown.text }}</span>
        </p>
      }
    </lu-field>
  `,
  styleUrl: './localised-field.scss',
})
export class LocalisedField {
  private readonly language = inject(Language);
  protected readonly t = useTexts(editorTexts);
  protected readonly writing = inject(WritingLanguage);
  protected readonly languages = languages;
  readonly of = input.required<FieldTree<Localised>>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Lines of it; one is an ordinary field. */
  readonly rows = input(1);

  protected readonly field = computed(() => this.of()[this.writing.current()]);
  private readonly texts = computed(() => this.of()().value());
  protected readonly labelled = computed(
    () => `${this.label()} (${this.nameOf(this.writing.current())})`,
  );
  protected readonly most = longest.text;
  protected readonly typed = computed(() => this.texts()[this.writing.current()]);
  /** What is wrong with it; of the languages that one doesn't see now, which are too long. */
  protected readonly faults = computed(() => {
    const state = this.of()();
    const long = languages
      .filter((language) => language !== this.writing.current())
      .filter((language) => this.texts()[language].trim().length > this.most)
      .map((language) => this.t('fault.longIn', { language: this.nameOf(language) }));
    return [...(state.touched() ? faultsOf(state) : []), ...long];
  });
  /** What is shown to readers of this language while it is empty. */
  protected readonly instead = computed(() => {
    const writing = this.writing.current();
    const shown = inLanguage(this.texts(), writing);
    const isLong = shown.text.length > 80;
    return shown.language === writing || shown.text === ''
      ? null
      : { ...shown, text: isLong ? `${shown.text.slice(0, 80)}…` : shown.text };
  });

  protected isMissing(language: (typeof languages)[number]): boolean {
    return this.texts()[language].trim() === '';
  }

  protected nameOf(language: (typeof languages)[number]): string {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return names.of(language) ?? language;
  }

  protected named(language: (typeof languages)[number]): string {
    const name = this.nameOf(language);
    return this.isMissing(language) ? this.t('writing.missing', { language: name }) : name;
  }
}
