import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Notice } from '@luotsi/notice/model';
import { Format, useTexts } from '@luotsi/platform/web';
import { noticeTexts } from '../texts';

/** One notice: what happened, what follows from it, the way to it. */
@Component({
  selector: 'lu-notice-line',
  imports: [MatButton, RouterLink],
  template: `
    <p class="when">
      <time [attr.datetime]="notice().at">{{ format.time(notice().at) }}</time>
      @if (isNew()) {
        <span class="new">{{ t('list.new') }}</span>
      }
    </p>
    <h3>
      @if (notice().link; as link) {
        <a [routerLink]="link" (click)="opened.emit()">{{ notice().title }}</a>
      } @else {
        {{ notice().title }}
      }
    </h3>
    <p>{{ notice().body }}</p>
    <button
      matButton
      type="button"
      [attr.aria-label]="markLabel() + ': ' + notice().title"
      (click)="marked.emit(isNew())"
    >
      {{ markLabel() }}
    </button>
  `,
  host: { '[class.unread]': 'isNew()' },
  styleUrl: './notice-line.scss',
})
export class NoticeLine {
  protected readonly t = useTexts(noticeTexts);
  protected readonly format = inject(Format);
  readonly notice = input.required<Notice>();
  /** Its link was followed. */
  readonly opened = output();
  /** To be marked read (true) or unread again. */
  readonly marked = output<boolean>();
  protected readonly isNew = computed(() => this.notice().readAt === null);
  protected readonly markLabel = computed(() =>
    this.t(this.isNew() ? 'list.read' : 'list.unreadAgain'),
  );
}
