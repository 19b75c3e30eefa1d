import { Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Field, FieldControl, Format, Icon, useTexts } from '@luotsi/platform/web';
import { Names } from '../names';
import { FieldFaults } from './field-faults';
import type { SessionForm } from './session-form';
import { beginsOf, closesOf } from './session-sent';
import { editorTexts } from './texts';

/** How many, and how one gets a seat: the number first, the rest for those who need it. */
@Component({
  selector: 'lu-enrolment-section',
  imports: [Field, FieldControl, FieldFaults, FormField, Icon, MatButton],
  templateUrl: './enrolment-section.html',
  styleUrl: './section.scss',
})
export class EnrolmentSection {
  protected readonly t = useTexts(editorTexts);
  protected readonly names = inject(Names);
  private readonly format = inject(Format);
  readonly form = input.required<SessionForm>();

  protected readonly value = computed(() => this.form()().value());
  protected readonly shareFaults = computed(() => {
    const state = this.form().regionalSeats();
    return state.touched() ? state.errors().map(({ message = '' }) => message) : [];
  });
  /** What stands of the rules now, in a sentence. */
  protected readonly inShort = computed(() => {
    const { approval, promotion, regionalSeats } = this.value();
    return [
      this.t(approval ? 'enrolment.shortApproval' : 'enrolment.shortOpen'),
      this.t(promotion === 'offer' ? 'enrolment.shortOffer' : 'enrolment.shortSeat'),
      ...(regionalSeats.length > 0 ? [this.t('enrolment.shortShares')] : []),
    ].join(' ');
  });
  /** When seats of regions are released; without a time of their own, as things stand. */
  protected readonly sharesHint = computed(() => {
    const released = this.t('enrolment.sharesUntilHint');
    if (this.value().sharesUntilDate) return released;
    const [closes, begins] = [closesOf(this.value()), beginsOf(this.value())];
    const kept = closes
      ? this.t('enrolment.sharesUntilCloses', { when: this.format.moment(closes) })
      : begins
        ? this.t('enrolment.sharesUntilBegins', { when: this.format.moment(begins) })
        : this.t('enrolment.sharesUntilUndated');
    return [released, kept, this.t('enrolment.sharesTooLate')].join(' ');
  });
  protected readonly isOpen = computed(() => {
    const { approval, promotion, regionalSeats } = this.value();
    return approval || promotion === 'offer' || regionalSeats.length > 0;
  });

  protected addShare(): void {
    this.form()
      .regionalSeats()
      .value.update((shares) => [...shares, { region: '', seats: null }]);
  }

  protected removeShare(place: number): void {
    this.form()
      .regionalSeats()
      .value.update((shares) => shares.filter((_, at) => at !== place));
  }
}
