import { Component, computed, effect, ElementRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  EmptyState,
  Notices,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { isActive } from '@luotsi/calendar/model';
import type { Deed } from '../enrolment/enrolment.store';
import { enrolmentTexts } from '../enrolment/texts';
import { OwnInterests } from '../interest/own-interests';
import { OwnEnrolments } from '../enrolment/own-enrolments.store';
import { FeedbackRequests } from '../feedback/feedback-requests';
import { SessionWords } from '../session/session-words';
import { SubscribeButton } from '../subscribe/subscribe-button';
import { calendarTexts } from '../texts';
import { MyEnrolment } from './my-enrolment';

/** How long somebody may look at the page, in milliseconds. */
const LOOKED_AT_MOST = 24 * 3_600_000;

/** One's own enrolments: what is coming, what has been, what was cancelled. */
@Component({
  selector: 'lu-my-page',
  imports: [
    EmptyState,
    FeedbackRequests,
    MatButton,
    MyEnrolment,
    OwnInterests,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
    SubscribeButton,
  ],
  templateUrl: './my.page.html',
  styleUrl: './my.page.scss',
})
export class MyPage {
  protected readonly t = useTexts(calendarTexts);
  protected readonly words$ = useTexts(enrolmentTexts);
  protected readonly own = inject(OwnEnrolments);
  private readonly words = inject(SessionWords);

  private readonly items = computed(() => this.own.items() ?? []);
  protected readonly coming = computed(() =>
    this.items().filter(({ past, status }) => !past && isActive(status) && status !== 'offered'),
  );
  /** What waits for the person's answer. */
  protected readonly offered = computed(() =>
    this.items().filter(({ past, status }) => !past && status === 'offered'),
  );
  protected readonly past = computed(() =>
    this.items().filter(
      ({ past, status, afterwards }) => past && (status === 'confirmed' || afterwards),
    ),
  );
  protected readonly cancelled = computed(() =>
    this.items().filter(({ status, afterwards }) => !isActive(status) && !afterwards),
  );
  protected readonly answer = computed(() => {
    if (this.own.visitor() !== false || this.own.items() === undefined) return '';
    const [offer] = this.offered();
    if (offer) return this.words$('my.answerBy', { when: this.words.at(offer.offerExpires ?? '') });
    const next = this.coming().find(
      ({ status, session }) => status === 'confirmed' && session.status === 'published',
    );
    if (!next) return this.t(this.coming().length > 0 ? 'my.noneSure' : 'my.none');
    return this.t('my.next', { when: this.words.beginning(next.session) });
  });

  private readonly notices = inject(Notices);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    if (this.own.items() !== undefined) this.own.reload();
    // An offer whose time is over while one looks is no offer any more.
    effect((onCleanup) => {
      const ends = this.offered().map(({ offerExpires }) => Date.parse(offerExpires ?? ''));
      const left = Math.min(...ends) - Date.now();
      if (left < 0 || left > LOOKED_AT_MOST) return;
      const timer = setTimeout(() => this.own.reload(), left + 1_000);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Says it, and takes the focus from the line that goes to the head of the page. */
  protected tell(deed: Deed): void {
    this.notices.tell(this.words$(`done.${deed}`));
    this.host.nativeElement.querySelector<HTMLElement>('h1')?.focus();
  }
}
