import { Component, computed, inject, input } from '@angular/core';
import { inLanguage, type Localised } from '@luotsi/platform/model';
import { Language } from './language.store';

/**
 * A localised text in the current language: `<lu-text [of]="session.title" />`. Where it has not
 * been translated it shows what there is, with the right `lang` and a mark of that language.
 */
@Component({
  selector: 'lu-text',
  template: `<span [attr.lang]="foreign()">{{ shown().text }}</span>
    @if (foreign() && !plain()) {
      <abbr class="mark" [title]="name()">{{ shown().language }}</abbr>
    }`,
  styles: `
    .mark {
      margin-inline-start: 0.35em;
      padding: 0 0.3em;
      border: 1px solid var(--lu-line);
      border-radius: var(--lu-radius);
      color: var(--lu-quiet);
      font-size: var(--lu-size-1);
      font-weight: 500;
      text-decoration: none;
      text-transform: uppercase;
      vertical-align: 0.1em;
    }
  `,
})
export class LocalisedText {
  private readonly language = inject(Language);
  readonly of = input.required<Localised>();
  /** Without the mark of the language, where there is no room for it. */
  readonly plain = input(false);

  protected readonly shown = computed(() => inLanguage(this.of(), this.language.current()));
  protected readonly foreign = computed(() =>
    this.shown().language === this.language.current() || this.shown().text === ''
      ? null
      : this.shown().language,
  );
  protected readonly name = computed(() =>
    new Intl.DisplayNames([this.language.locale()], { type: 'language' }).of(this.shown().language),
  );
}
