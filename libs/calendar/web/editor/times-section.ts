import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { longest, sessionForms, type OrganisedSession } from '@luotsi/calendar/model';
import { Field, FieldControl, Icon, Language, useTexts } from '@luotsi/platform/web';
import { FieldFaults } from './field-faults';
import { LocalisedField } from './localised-field';
import { MeetingFields } from './meeting-fields';
import type { SessionForm } from './session-form';
import { emptyMeeting, type MeetingModel } from './session-model';
import { editorTexts } from './texts';

const WEEK = 7 * 86_400_000;

/** When and where: several meetings, or only a year as long as there is no date. */
@Component({
  selector: 'lu-times-section',
  imports: [
    Field,
    FieldControl,
    FieldFaults,
    FormField,
    Icon,
    LocalisedField,
    MatButton,
    MeetingFields,
  ],
  templateUrl: './times-section.html',
  styleUrl: './section.scss',
})
export class TimesSection {
  private readonly language = inject(Language);
  protected readonly t = useTexts(editorTexts);
  protected readonly forms = sessionForms;
  protected readonly longest = longest;
  readonly form = input.required<SessionForm>();
  readonly session = input<OrganisedSession>();

  protected readonly value = computed(() => this.form()().value());
  protected readonly isPostponed = computed(() => this.session()?.status === 'postponed');
  /** Once it has been in the calendar with a date, it is postponed rather than planned again. */
  protected readonly mayBePlanned = computed(() => {
    const session = this.session();
    return !session || session.status === 'draft' || session.planned !== null;
  });
  protected readonly months = computed(() =>
    Array.from({ length: 12 }, (_, month) => ({
      number: String(month + 1),
      name: new Intl.DateTimeFormat(this.language.locale(), {
        month: 'long',
        timeZone: 'UTC',
      }).format(Date.UTC(2024, month, 1)),
    })),
  );

  protected setTiming(timing: 'meetings' | 'planned'): void {
    this.form().timing().value.set(timing);
    if (timing === 'meetings' && this.value().meetings.length === 0) this.add();
  }

  /** The next meeting, to begin with a week after the last, at the same time. */
  protected add(): void {
    const meetings = this.form().meetings().value;
    meetings.update((all) => [...all, nextAfter(all.at(-1))]);
  }

  protected remove(place: number): void {
    this.form()
      .meetings()
      .value.update((all) => all.filter((_, at) => at !== place));
  }
}

/** Made anew rather than copied: the form knows the items of a list by a mark of its own. */
function nextAfter(last: MeetingModel = emptyMeeting()): MeetingModel {
  const { from, to, timeZone, place, link } = last;
  const date = weekAfter(last.date);
  return { ...emptyMeeting(), date, from, to, timeZone, place: { ...place }, link };
}

function weekAfter(date: string): string {
  return date && new Date(Date.parse(`${date}T00:00:00Z`) + WEEK).toISOString().slice(0, 10);
}
