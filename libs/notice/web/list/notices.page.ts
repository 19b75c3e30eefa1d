import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Notice } from '@luotsi/notice/model';
import {
  AgendaDay,
  EmptyState,
  Filter,
  Filters,
  Format,
  Notices,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { noticeTexts } from '../texts';
import { byDay } from './by-day';
import { NoticeLine } from './notice-line';
import { NoticeList } from './notice-list.store';

/** What one has been told, day by day, newest first. */
@Component({
  selector: 'lu-notices-page',
  imports: [
    AgendaDay,
    EmptyState,
    Filter,
    Filters,
    MatButton,
    NoticeLine,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
  ],
  providers: [NoticeList],
  templateUrl: './notices.page.html',
  styleUrl: './notices.page.scss',
})
export class NoticesPage {
  protected readonly t = useTexts(noticeTexts);
  protected readonly format = inject(Format);
  protected readonly list = inject(NoticeList);
  private readonly notices = inject(Notices);

  protected readonly days = computed(() => byDay(this.list.items() ?? []));
  protected readonly answer = computed(() => {
    const unread = this.list.unread();
    if (this.list.items() === undefined || unread === undefined) return '';
    if (unread > 0) return this.t('list.unread', { count: unread });
    return this.list.items()?.length === 0 ? '' : this.t('list.allRead');
  });
  protected readonly choices = computed(() => [
    { value: 'unread', label: this.t('list.onlyUnread') },
  ]);

  protected choose(value: string): void {
    this.list.onlyUnread.set(value === 'unread');
  }

  protected open(notice: Notice): void {
    if (notice.readAt === null) void this.list.mark(notice, true);
  }

  protected async readAll(): Promise<void> {
    if (await this.list.markAll()) this.notices.tell(this.t('list.doneAll'));
  }
}
