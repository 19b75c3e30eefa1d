import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeskItem } from '@luotsi/calendar/model';
import { Format, LocalisedText, SeatBar, useTexts } from '@luotsi/platform/web';
import { DeskWords } from './desk-words';
import { deskTexts } from './texts';

/** A session on the desk: when, what and where, how full, what it asks for. */
@Component({
  selector: 'lu-desk-session',
  imports: [LocalisedText, RouterLink, SeatBar],
  templateUrl: './desk-session.html',
  styleUrl: './desk-session.scss',
})
export class DeskSession {
  protected readonly t = useTexts(deskTexts);
  protected readonly words = inject(DeskWords);
  protected readonly format = inject(Format);
  readonly item = input.required<DeskItem>();
  /** Whether the organiser is said: where there is more than one. */
  readonly named = input(false);

  protected readonly taken = computed(() => this.item().confirmed + this.item().offered);
  protected readonly enrolled = computed(() => {
    const { confirmed, offered, applied, waitlisted } = this.item();
    return confirmed + offered + applied + waitlisted;
  });
  /** The drafts of a series that this line stands for; undefined for a session by itself. */
  protected readonly series = computed(() => {
    const { series } = this.item();
    return series && series.drafts > 1 ? series : undefined;
  });
  protected readonly isHeld = computed(() => this.item().status === 'held');
  protected readonly isDraft = computed(() => this.item().status === 'draft');
}
