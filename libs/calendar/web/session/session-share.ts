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
      @if (session().meetings.length > 0) {
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
