import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SessionItem } from '@luotsi/calendar/model';
import { Icon, Language, Notices, useTexts } from '@luotsi/platform/web';
import { sessionFeedPath } from '../subscribe/feed-links';
import { calendarTexts } from '../texts';

/** Taking a session along: into a calendar, to someone else. */
@Component({
  selector: 'lu-session-share',
  imports: [Icon, MatButton],
  template: `
    <div class="row">
      @if (isComing()) {
        <a matButton="outlined" download [href]="file()">
          <lu-icon name="calendar" /> {{ t('session.addToCalendar') }}
        </a>
      }
      <button matButton="outlined" type="button" (click)="copy()">
        <lu-icon name="copy" /> {{ t('session.copyLink') }}
      </button>
    </div>
  `,
  styles: `
    .row {
      gap: 8px;
    }
  `,
})
export class SessionShare {
  protected readonly t = useTexts(calendarTexts);
  private readonly notices = inject(Notices);
  private readonly language = inject(Language);
  private readonly origin = inject(DOCUMENT).location.origin;
  readonly session = input.required<SessionItem>();
  /** What is over, off or without its new date yet isn't put in anybody's calendar. */
  protected readonly isComing = computed(() => {
    const { meetings, status } = this.session();
    return meetings.length > 0 && status === 'published';
  });
  protected readonly file = computed(() =>
    sessionFeedPath(this.session().id, this.language.current()),
  );

  protected async copy(): Promise<void> {
    const address = `${this.origin}/sessions/${this.session().id}`;
    try {
      await navigator.clipboard.writeText(address);
      this.notices.tell(this.t('session.copied'));
    } catch {
      this.notices.tell(this.t('session.notCopied', { address }));
    }
  }
}
