import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { longest, readClock } from '@luotsi/calendar/model';
import { Field, FieldControl, Format, Icon, useTexts } from '@luotsi/platform/web';
import { ClockQuestion } from './clock-question';
import { FieldFaults } from './field-faults';
import { LocalisedField } from './localised-field';
import { endOf, startOf, type MeetingModel, type SessionModel } from './session-model';
import { editorTexts } from './texts';

/** Zones of places where the network meets; another one that is there already stays. */
const zones = ['Europe/Helsinki', 'Europe/Stockholm', 'Europe/Tallinn', 'Europe/Brussels'];

/**
 * One meeting of a session: its day and times first; another place, room or day of its end only for
 * those who need them. A time that does not exist, or twice, is asked about here.
 */
@Component({
  selector: 'lu-meeting-fields',
  imports: [
    ClockQuestion,
    Field,
    FieldControl,
    FieldFaults,
    FormField,
    Icon,
    LocalisedField,
    MatButton,
  ],
  templateUrl: './meeting-fields.html',
  styleUrl: './meeting-fields.scss',
})
export class MeetingFields {
  protected readonly t = useTexts(editorTexts);
  protected readonly format = inject(Format);
  protected readonly longest = longest;
  readonly of = input.required<FieldTree<MeetingModel>>();
  /** Its number among the meetings, from one. */
  readonly number = input.required<number>();
  readonly form = input.required<SessionModel['form']>();
  readonly isOnly = input(false);
  readonly removed = output();

  protected readonly value = computed(() => this.of()().value());
  protected readonly zones = computed(() => [...new Set([...zones, this.value().timeZone])]);
  protected readonly starts = computed(() => this.readingsOf(startOf(this.value())));
  protected readonly ends = computed(() => this.readingsOf(endOf(this.value())));
  /** "torstai 11. maaliskuuta 2027", so that a slip in the date is seen. */
  protected readonly day = computed(() => {
    const { date } = this.value();
    return date ? this.format.longDay(date) : '';
  });
  /** Whether anything that is usually hidden has been said. */
  protected readonly isOpen = computed(() => {
    const { endDate, link, place, timeZone } = this.value();
    const isElsewhere = Object.values(place).some((text) => text !== '');
    return Boolean(endDate || link) || isElsewhere || timeZone !== zones[0];
  });

  protected cityOf(zone: string): string {
    return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  }

  private readingsOf(wall: string) {
    const readings = wall === '' ? [] : readClock(wall, this.value().timeZone);
    return readings.length === 2 ? { wall, readings } : null;
  }
}
