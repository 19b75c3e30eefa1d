import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { languages, type Localised } from '@luotsi/platform/model';
import { Field, FieldControl, Language, useTexts } from '@luotsi/platform/web';
import { editorTexts } from './texts';

/**
 * Asks why a session is cancelled, and says how many will be told:
 * `<lu-cancel-dialog [told] (answered)>`, null when it is not cancelled after all.
 */
@Component({
  selector: 'lu-cancel-dialog',
  imports: [Field, FieldControl, MatButton],
  template: `
    <dialog #dialog aria-labelledby="lu-cancel-heading" (close)="close()">
      <form class="stack" novalidate (submit)="$event.preventDefault(); send()">
        <h2 id="lu-cancel-heading">{{ t('cancel.heading') }}</h2>
        <p>{{ t('cancel.text') }} {{ told() }}</p>
        @for (language of languages; track language) {
          <lu-field
            [label]="t('cancel.reason', { language: nameOf(language) })"
            [faults]="language === first() && isMissing() ? [t('cancel.reasonMissing')] : []"
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
        <div class="row">
          <button matButton="filled" type="submit">{{ t('cancel.action') }}</button>
          <button matButton="outlined" type="button" (click)="dialog.close()">
            {{ t('cancel.back') }}
          </button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(36rem, 100vw - 32px);
    }

    textarea {
      min-height: 4.5rem;
    }
  `,
})
export class CancelDialog {
  private readonly language = inject(Language);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly t = useTexts(editorTexts);
  readonly told = input.required<string>();
  readonly answered = output<Localised | null>();

  /** The language of the page first: one is enough. */
  protected readonly languages = [...languages].sort(
    (one, other) => this.rank(one) - this.rank(other),
  );
  protected readonly first = this.language.current;
  protected readonly reasons = signal<Localised>({ fi: '', sv: '', en: '' });
  protected readonly isMissing = signal(false);
  private readonly isSaid = computed(() =>
    languages.some((language) => this.reasons()[language].trim() !== ''),
  );
  private hasAnswered = false;

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected set(language: keyof Localised, reason: string): void {
    this.reasons.update((all) => ({ ...all, [language]: reason }));
    if (this.isSaid()) this.isMissing.set(false);
  }

  protected send(): void {
    this.isMissing.set(!this.isSaid());
    if (this.isSaid()) this.answer(this.reasons());
  }

  protected close(): void {
    this.answer(null);
  }

  protected nameOf(language: keyof Localised): string {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return names.of(language) ?? language;
  }

  private answer(reason: Localised | null): void {
    if (!this.hasAnswered) this.answered.emit(reason);
    this.hasAnswered = true;
  }

  private rank(language: keyof Localised): number {
    return language === this.language.current() ? -1 : languages.indexOf(language);
  }
}
