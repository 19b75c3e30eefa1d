import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NextSession } from '@luotsi/assessment/model';
import { EnrolButton } from '@luotsi/calendar/web';
import { Format, Icon, LocalisedText, SeatBar, StatusWord, useTexts } from '@luotsi/platform/web';
import { assessmentTexts } from '../texts';

/**
 * A session that develops a competence: when, where, seats, and enrolling in place. What the report
 * knows of one's own enrolment is shown until the line comes into view; then the calendar's own
 * button takes over, which also says what the session would overlap with.
 */
@Component({
  selector: 'lu-next-session',
  imports: [EnrolButton, Icon, LocalisedText, RouterLink, SeatBar, StatusWord],
  templateUrl: './next-session.html',
  styleUrl: './next-session.scss',
})
export class NextSessionLine {
  protected readonly t = useTexts(assessmentTexts);
  protected readonly format = inject(Format);
  readonly next = input.required<NextSession>();

  protected readonly session = computed(() => this.next().session);
  protected readonly meeting = computed(() =>
    this.session().meetings.find(({ cancelled }) => !cancelled),
  );
}
