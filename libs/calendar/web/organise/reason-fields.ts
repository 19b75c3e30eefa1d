import { Component, computed, inject, model, signal } from '@angular/core';
import { languages, type Localised } from '@luotsi/platform/model';
import { Field, FieldControl, Language, useTexts } from '@luotsi/platform/web';
import { organiseTexts } from './texts';

/**
 * Why something is off, in each language, that of the page first; one of them is enough:
 * `<lu-reason-fields #why />`, and `why.given()` when it is sent.
 */
@Component({
  selector: 'lu-reason-fields',
  imports: [Field, FieldControl],
  host: { class: 'stack' },
  template: `
    @for (language of languages; track language) {
      <lu-field
        [label]="t('reason.label', { language: nameOf(language) })"
        [faults]="language === first() && isMissing() ? [t('reason.missing')] : []"
      >
        <textarea
          #reason
          luControl
          rows="2"
          maxlength="2000"
          [attr.lang]="language"
          [value]="reasons()[language]"
          (input)="set(language, reason.value)"
        ></textarea>
      </lu-field>
    }
  `,
  styles: `
    textarea {
      min-height: 4.5rem;
    }
  `,
})
export class ReasonFields {
  private readonly language = inject(Language);
  protected readonly t = useTexts(organiseTexts);
  readonly reasons = model<Localised>({ fi: '', sv: '', en: '' });

  protected readonly languages = [...languages].sort(
    (one, other) => this.rank(one) - this.rank(other),
  );
  protected readonly first = this.language.current;
  protected readonly isMissing = signal(false);
  private readonly isSaid = computed(() =>
    languages.some((language) => this.reasons()[language].trim() !== ''),
  );

  /** The reason; null, and said at the first field, when there is none in any language. */
  given(): Localised | null {
    this.isMissing.set(!this.isSaid());
    return this.isSaid() ? this.reasons() : null;
  }

  protected set(language: keyof Localised, reason: string): void {
    this.reasons.update((all) => ({ ...all, [language]: reason }));
    if (this.isSaid()) this.isMissing.set(false);
  }

  protected nameOf(language: keyof Localised): string {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return names.of(language) ?? language;
  }

  private rank(language: keyof Localised): number {
    return language === this.language.current() ? -1 : languages.indexOf(language);
  }
}
