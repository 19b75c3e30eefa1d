import { Component, inject } from '@angular/core';
import { CurrentPerson } from '@luotsi/identity/web';
import { languages, type Language as LanguageCode } from '@luotsi/platform/model';
import { Connection, Language, platformTexts, useTexts } from '@luotsi/platform/web';

/** Changes the language in place; each language is named in itself. */
@Component({
  selector: 'lu-language-switch',
  template: `
    <div role="group" [attr.aria-label]="t('settings.language')">
      @for (one of all; track one) {
        <button
          type="button"
          [attr.lang]="one"
          [attr.aria-pressed]="one === language.current()"
          (click)="choose(one)"
        >
          {{ one }}<span class="unseen">, {{ names[one] }}</span>
        </button>
      }
    </div>
  `,
  styles: `
    :host,
    div {
      display: flex;
      align-items: center;
    }

    button {
      min-width: 40px;
      min-height: 44px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--lu-on-band-quiet);
      cursor: pointer;
      font: inherit;
      font-size: var(--lu-size-2);
      font-weight: 550;
      text-transform: uppercase;
    }

    button:hover {
      color: var(--lu-on-band);
    }

    button:focus-visible {
      outline-color: var(--lu-on-band);
      outline-offset: -4px;
    }

    button[aria-pressed='true'] {
      color: var(--lu-on-band);
      text-decoration: underline;
      text-decoration-thickness: 2px;
      text-underline-offset: 0.4em;
    }
  `,
})
export class LanguageSwitch {
  protected readonly t = useTexts(platformTexts);
  private readonly connection = inject(Connection);
  private readonly person = inject(CurrentPerson);
  protected readonly language = inject(Language);
  protected readonly all = languages;
  protected readonly names = { fi: 'Suomeksi', sv: 'På svenska', en: 'In English' } as const;

  protected choose(language: LanguageCode): void {
    this.person.speak(language).catch(() => this.connection.note(0));
  }
}
