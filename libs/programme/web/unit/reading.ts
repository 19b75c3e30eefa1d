import { Component, computed, inject, input } from '@angular/core';
import { inLanguage, type Localised } from '@luotsi/platform/model';
import { ContentBlock, Language, useTexts } from '@luotsi/platform/web';
import { programmeTexts } from '../texts';

/** A reading in the reader's language; where there is none, in one that it has, and says so. */
@Component({
  selector: 'lu-reading',
  imports: [ContentBlock],
  template: `
    @if (shown().text === '') {
      <p>{{ t('unit.noReading') }}</p>
    } @else {
      @if (isFallback()) {
        <p class="fallback">{{ onlyIn() }}</p>
      }
      <lu-content [html]="shown().text" [attr.lang]="isFallback() ? shown().language : null" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 24px;
    }

    .fallback {
      padding: 8px 12px;
      border-inline-start: 3px solid var(--lu-edge);
      background: var(--lu-sunk);
    }
  `,
})
export class Reading {
  protected readonly t = useTexts(programmeTexts);
  private readonly language = inject(Language);
  readonly texts = input.required<Localised | null>();

  protected readonly shown = computed(() =>
    inLanguage(this.texts() ?? { fi: '', sv: '', en: '' }, this.language.current()),
  );
  protected readonly isFallback = computed(() => this.shown().language !== this.language.current());
  protected readonly onlyIn = computed(() => this.t(`unit.onlyIn.${this.shown().language}`));
}
