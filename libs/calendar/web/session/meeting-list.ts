import { Component, computed, inject, input } from '@angular/core';
import type { SessionItem } from '@luotsi/calendar/model';
import { Format, Icon, StatusWord, useTexts } from '@luotsi/platform/web';
import { calendarTexts } from '../texts';
import { capital, SessionWords } from './session-words';

/** When and where a session meets, on the clocks of the place. Cancelled meetings stay, as such. */
@Component({
  selector: 'lu-meeting-list',
  imports: [Icon, StatusWord],
  template: `
    <h2>
      {{
        t(session().status === 'postponed' ? 'session.meetingsWere' : 'session.meetings', {
          count: session().meetings.length,
        })
      }}
    </h2>
    <ol class="bare-list" role="list">
      @for (meeting of session().meetings; track meeting.id) {
        <li [class.off]="meeting.cancelled || off()">
          <p class="day">{{ day(meeting.start, meeting.timeZone) }}</p>
          <p class="fact">
            <lu-icon name="clock" />
            <span>
              <span class="unseen">{{ t('session.time') }}: </span>{{ words.times(meeting) }}
              @if (words.otherClock(meeting); as clock) {
                <span class="quiet small">({{ clock }})</span>
              }
            </span>
          </p>
          <p class="fact">
            <lu-icon [name]="session().form === 'online' ? 'online' : 'place'" />
            <span>
              <span class="unseen">{{ t('session.place') }}: </span
              >{{
                words.where({
                  form: session().form,
                  place: meeting.place ?? session().place,
                  meetings: [],
                })
              }}
            </span>
          </p>
          @if (meeting.cancelled && session().status !== 'cancelled') {
            <lu-status kind="bad">{{ t('state.cancelled') }}</lu-status>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    h2 {
      font-size: var(--lu-size-4);
      margin-bottom: 4px;
    }

    li {
      display: grid;
      gap: 2px;
      padding-block: 10px;
      border-top: 1px solid var(--lu-line);
    }

    .day {
      font-weight: 600;
    }

    .fact {
      display: flex;
      gap: 8px;
    }

    lu-icon {
      margin-block-start: 2px;
      color: var(--lu-quiet);
    }

    .off {
      color: var(--lu-quiet);
    }

    .off .day {
      font-weight: 430;
      text-decoration: line-through;
    }
  `,
})
export class MeetingList {
  protected readonly t = useTexts(calendarTexts);
  protected readonly words = inject(SessionWords);
  private readonly format = inject(Format);
  readonly session = input.required<SessionItem>();

  /** Whether none of its times hold. */
  protected readonly off = computed(() => {
    const { status } = this.session();
    return status === 'cancelled' || status === 'postponed';
  });

  protected day(start: string, zone: string): string {
    return capital(this.format.longDay(start, zone));
  }
}
