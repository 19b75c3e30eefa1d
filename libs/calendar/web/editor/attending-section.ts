import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { longest } from '@luotsi/calendar/model';
import { languages } from '@luotsi/platform/model';
import { Field, FieldControl, Language, useTexts } from '@luotsi/platform/web';
import { FieldFaults } from './field-faults';
import { LocalisedField } from './localised-field';
import type { SessionForm } from './session-form';
import { editorTexts } from './texts';

/** What those who come want to know, what they are asked, and when they have attended. */
@Component({
  selector: 'lu-attending-section',
  imports: [Field, FieldControl, FieldFaults, FormField, LocalisedField],
  templateUrl: './attending-section.html',
  styleUrl: './section.scss',
})
export class AttendingSection {
  private readonly language = inject(Language);
  protected readonly t = useTexts(editorTexts);
  protected readonly languages = languages;
  protected readonly longest = longest;
  readonly form = input.required<SessionForm>();

  protected readonly value = computed(() => this.form()().value());

  protected nameOf(language: (typeof languages)[number]): string {
    const names = new Intl.DisplayNames([this.language.locale()], { type: 'language' });
    return names.of(language) ?? language;
  }
}
