import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { getOwnAttendance } from '@luotsi/calendar/model';
import { CurrentPerson } from '@luotsi/identity/web';
import { ApiClient, Format, StatusWord, useTexts, type StatusKind } from '@luotsi/platform/web';
import { attendanceTexts } from './texts';

/**
 * One's own attendance in a session, small: the way to enter the code while a meeting goes on, then
 * where one was, and how it came to be so. Nothing is shown before there is anything to say.
 * `<lu-own-attendance [sessionId]="id()" />`
 */
@Component({
  selector: 'lu-own-attendance',
  imports: [MatButton, RouterLink, StatusWord],
  templateUrl: './own-attendance.html',
  styleUrl: './own-attendance.scss',
})
export class OwnAttendance {
  protected readonly t = useTexts(attendanceTexts);
  protected readonly format = inject(Format);
  private readonly current = inject(CurrentPerson);
  readonly sessionId = input.required<string>();

  private readonly own = inject(ApiClient).resource(getOwnAttendance, () =>
    this.current.may('enrolment.own') ? { params: { id: this.sessionId() } } : undefined,
  );
  private readonly held = computed(() =>
    (this.own.value()?.meetings ?? []).filter(({ cancelled }) => !cancelled),
  );
  /** Whether a meeting goes on whose code one has yet to enter. */
  protected readonly canEnter = computed(() => {
    const now = Date.now();
    return (
      this.own.value()?.enrolled === true &&
      this.held().some(
        ({ opens, codeCloses, present }) =>
          present !== true && Date.parse(opens) <= now && now <= Date.parse(codeCloses),
      )
    );
  });
  /** Meetings that have begun and of which something is known. */
  protected readonly lines = computed(() =>
    this.held()
      .filter(({ present }) => present !== null)
      .map((meeting) => {
        const kind: StatusKind = meeting.present ? 'good' : 'quiet';
        return { ...meeting, kind };
      }),
  );
  protected readonly verdict = computed(() => {
    const own = this.own.value();
    if (!own || this.lines().length === 0) return '';
    const needed = Math.min(own.rule ?? this.held().length, this.held().length);
    const facts = {
      been: this.format.number(this.held().filter(({ present }) => present).length),
      needed: this.format.number(needed),
    };
    switch (own.attended) {
      case 'attended':
        return this.t('own.attended');
      case 'under-way':
        return this.t('own.underWay', facts);
      case 'missed':
        return this.t('own.missed', facts);
    }
  });
}
