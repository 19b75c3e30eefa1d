import { Component, computed, inject, input } from '@angular/core';
import type { OrganisedSession } from '@luotsi/calendar/model';
import { Language, useTexts } from '@luotsi/platform/web';
import { editorTexts } from './texts';

/** What a session still lacks, as ways to it. None of it keeps anyone from publishing. */
@Component({
  selector: 'lu-missing-list',
  template: `
    @if (items().length > 0) {
      <details>
        <summary>{{ t('missing.heading', { count: items().length }) }}</summary>
        <p class="quiet small">{{ t('missing.text') }}</p>
        <ul>
          @for (item of items(); track item.field) {
            <li>
              <button type="button" (click)="go(item.part)">{{ item.name }}</button>
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    summary {
      display: list-item;
      min-height: 44px;
      padding-block: 10px;
      cursor: pointer;
    }

    ul {
      padding-inline-start: 1.2em;
    }

    button {
      min-height: 32px;
      padding: 4px 0;
      border: 0;
      background: none;
      color: var(--lu-fairway);
      font: inherit;
      text-align: start;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class MissingList {
  private readonly language = inject(Language);
  protected readonly t = useTexts(editorTexts);
  readonly session = input.required<OrganisedSession>();

  protected readonly items = computed(() => {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return this.session().missing.map((field) => {
      const [part = '', language] = field.split('.');
      const name = this.t(`lacks.${part}` as 'lacks.title');
      return {
        field,
        part,
        name: language
          ? this.t('missing.inLanguage', { name, language: names.of(language) ?? language })
          : name,
      };
    });
  });

  protected go(part: string): void {
    const place = document.getElementById(`part-${part}`);
    const around = place?.closest('details');
    if (around) around.open = true;
    place?.scrollIntoView({ block: 'start' });
    place?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
  }
}
