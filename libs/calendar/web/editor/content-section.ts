import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Field, FieldControl, useTexts } from '@luotsi/platform/web';
import { Names } from '../names';
import { CheckList } from './check-list';
import { LocalisedField } from './localised-field';
import type { SessionForm } from './session-form';
import { editorTexts } from './texts';

/** What it is about, for whom, and what it develops. */
@Component({
  selector: 'lu-content-section',
  imports: [CheckList, Field, FieldControl, FormField, LocalisedField],
  template: `
    <h2>{{ t('content.heading') }}</h2>
    <lu-localised-field
      [label]="t('content.description')"
      [hint]="t('content.descriptionHint')"
      [rows]="8"
      [of]="form().description"
    />
    <lu-localised-field [label]="t('content.targetGroup')" [rows]="2" [of]="form().targetGroup" />
    <lu-field id="part-theme" [label]="t('content.theme')">
      <select luControl [formField]="form().theme">
        <option value="">{{ t('content.noTheme') }}</option>
        @for (theme of names.themes(); track theme.code) {
          <option [value]="theme.code">{{ theme.name }}</option>
        }
      </select>
    </lu-field>
    <lu-check-list
      id="part-competences"
      [label]="t('content.competences')"
      [options]="names.competences()"
      [of]="form().competences"
    />
    <details [open]="form().regions().value().length > 0">
      <summary>
        {{ t('content.regions') }} <span class="quiet">{{ regions() }}</span>
      </summary>
      <lu-check-list
        [label]="t('content.regionsLabel')"
        [hint]="t('content.regionsHint')"
        [options]="names.regions()"
        [of]="form().regions"
      />
    </details>
  `,
  styleUrl: './section.scss',
})
export class ContentSection {
  protected readonly t = useTexts(editorTexts);
  protected readonly names = inject(Names);
  readonly form = input.required<SessionForm>();

  protected readonly regions = computed(() => {
    const codes = this.form().regions().value();
    return codes.length === 0
      ? this.t('content.wholeCountry')
      : codes.map((code) => this.names.region(code)).join(', ');
  });
}
