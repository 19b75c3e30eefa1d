import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { longest } from '@luotsi/calendar/model';
import { languages } from '@luotsi/platform/model';
import { Field, FieldControl, Language, useTexts } from '@luotsi/platform/web';
import { faultsOf } from './field-faults';
import { LocalisedField } from './localised-field';
import type { SessionForm } from './session-form';
import { editorTexts } from './texts';

/** What the session is called, in all languages at a glance, and what it is in short. */
@Component({
  selector: 'lu-name-section',
  imports: [Field, FieldControl, FormField, LocalisedField],
  template: `
    <h2 id="part-title">{{ t('name.heading') }}</h2>
    <div class="stack titles">
      @for (language of languages; track language) {
        <lu-field
          [label]="t('name.title', { language: nameOf(language) })"
          [hint]="hintFor(language)"
          [typed]="form().title[language]().value()"
          [most]="longest.title"
          [faults]="language === 'fi' ? faults() : []"
        >
          <input
            luControl
            autocomplete="off"
            [attr.lang]="language"
            [formField]="form().title[language]"
          />
        </lu-field>
      }
    </div>
    <lu-localised-field
      id="part-summary"
      [label]="t('name.summary')"
      [hint]="t('name.summaryHint')"
      [rows]="3"
      [of]="form().summary"
    />
  `,
  styleUrl: './section.scss',
})
export class NameSection {
  private readonly language = inject(Language);
  protected readonly t = useTexts(editorTexts);
  protected readonly languages = languages;
  protected readonly longest = longest;
  readonly form = input.required<SessionForm>();

  protected readonly faults = computed(() => {
    const state = this.form().title();
    return state.touched() ? faultsOf(state) : [];
  });

  protected nameOf(language: (typeof languages)[number]): string {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return names.of(language) ?? language;
  }

  /** What is shown instead of a name that is missing. */
  protected hintFor(language: (typeof languages)[number]): string {
    const title = this.form().title().value();
    if (title[language].trim() !== '') return '';
    const instead = languages.find((other) => title[other].trim() !== '');
    return instead
      ? this.t('name.instead', { language: this.nameOf(instead), title: title[instead] })
      : '';
  }
}
