import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EnrolmentItem, SessionItem } from '@luotsi/calendar/model';
import { Format, Icon, LocalisedText, useTexts } from '@luotsi/platform/web';
import { heldMeetings } from '../agenda/agenda-days';
import { calendarTexts } from '../texts';
import { SessionState } from './session-state';
import { SessionWords } from './session-words';

/**
 * A session as one line: time, title, place and organiser, and how it stands. The whole line opens
 * the session's page. `dated` shows the day too, for lists that have no days.
 */
@Component({
  selector: 'lu-session-line',
  imports: [Icon, LocalisedText, RouterLink, SessionState],
  template: `
    @if (first(); as meeting) {
      <p class="time">
        @if (dated()) {
          <span class="day">{{ format.day(meeting.start, meeting.timeZone) }}</span>
        }
        {{ words.times(meeting) }}
      </p>
    }
    <div class="what">
      <h3>
        <a [routerLink]="['/sessions', session().id]"><lu-text [of]="session().title" /></a>
      </h3>
      <p class="meta">
        <span
          ><lu-icon [name]="session().form === 'online' ? 'online' : 'place'" />{{ where() }}</span
        >
        @if (session().organiser; as organiser) {
          <span>{{ format.text(organiser.name) }}</span>
        }
        @if (more(); as more) {
          <span>{{ more }}</span>
        }
        @if (clock(); as clock) {
          <span>{{ clock }}</span>
        }
      </p>
    </div>
    <lu-session-state [session]="session()" [own]="own()" />
  `,
  styleUrl: './session-line.scss',
  host: { '[class.off]': 'off()', '[class.dated]': 'dated()' },
})
export class SessionLine {
  protected readonly t = useTexts(calendarTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(SessionWords);
  readonly session = input.required<SessionItem>();
  readonly own = input<Pick<EnrolmentItem, 'status' | 'position'> | undefined>();
  readonly dated = input(false);

  private readonly meetings = computed(() => heldMeetings(this.session()));
  protected readonly first = computed(() => this.meetings()[0]);
  protected readonly where = computed(() => this.words.where(this.session()));
  protected readonly off = computed(() => this.session().status === 'cancelled');
  protected readonly clock = computed(() => {
    const first = this.first();
    return first ? this.words.otherClock(first) : '';
  });
  /** "3 tapaamista, viimeinen ke 12.5.2027" */
  protected readonly more = computed(() => {
    const last = this.meetings().at(-1);
    const count = this.meetings().length;
    if (count < 2 || !last) return '';
    return this.t('line.meetings', { count, last: this.format.day(last.start, last.timeZone) });
  });
}
