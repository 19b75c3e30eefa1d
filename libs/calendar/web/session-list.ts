import { Component, computed, inject, Injector, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, ProblemNotice, Skeleton, useTexts } from '@luotsi/platform/web';
import { CalendarClient } from './calendar-client';
import { OwnEnrolments } from './enrolment/own-enrolments.store';
import { SessionLine } from './session/session-line';
import { calendarTexts } from './texts';

/**
 * The next sessions of a region, a group or a competence, with the way to all of them:
 * `<lu-session-list region="19" />`.
 */
@Component({
  selector: 'lu-session-list',
  imports: [EmptyState, ProblemNotice, RouterLink, SessionLine, Skeleton],
  template: `
    @if (list.problem(); as problem) {
      <lu-problem [of]="problem" [canRetry]="true" (retry)="list.reload()" />
    } @else if (list.latest(); as page) {
      @if (page.items.length > 0) {
        <ul class="bare-list" role="list">
          @for (session of page.items; track session.id) {
            <li>
              <lu-session-line [session]="session" [own]="own.of(session.id)" [dated]="true" />
            </li>
          }
        </ul>
      } @else {
        <lu-empty [heading]="t('list.empty')" [text]="t('list.emptyText')" />
      }
      @if (page.items.length === 0 || page.nextCursor !== null) {
        <p class="all">
          <a routerLink="/calendar" [queryParams]="address()">{{
            page.items.length > 0 ? t('list.all') : t('list.calendar')
          }}</a>
        </p>
      }
    } @else {
      <lu-skeleton [lines]="3" />
    }
  `,
  styles: `
    li {
      border-top: 1px solid var(--lu-line);
    }

    .all {
      padding-top: 12px;
      border-top: 1px solid var(--lu-line);
    }
  `,
})
export class SessionList {
  protected readonly t = useTexts(calendarTexts);
  protected readonly own = inject(OwnEnrolments);
  readonly region = input<string>();
  readonly group = input<string>();
  readonly theme = input<string>();
  readonly competence = input<string>();
  readonly limit = input(5);

  private readonly narrowing = computed(() => {
    const given = {
      region: this.region(),
      group: this.group(),
      theme: this.theme(),
      competence: this.competence(),
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as Record<
      string,
      string
    >;
  });
  protected readonly list = inject(CalendarClient).sessions(
    () => ({ ...this.narrowing(), limit: this.limit() }),
    inject(Injector),
  );
  /** The agenda can't be narrowed to a group, and an empty list leads to the whole of it. */
  protected readonly address = computed(() => {
    if ((this.list.latest()?.items.length ?? 0) === 0) return {};
    const narrowing = Object.entries(this.narrowing()).filter(([name]) => name !== 'group');
    return Object.fromEntries(narrowing);
  });
}
