import { Component, computed, effect, inject, Injector, input, resource } from '@angular/core';
import { inLanguage } from '@luotsi/platform/model';
import { CalendarClient } from '../calendar-client';
import { EnrolmentPanel } from '../enrolment/enrolment-panel';
import { EnrolmentStore } from '../enrolment/enrolment.store';
import { InterestPanel } from '../interest/interest-panel';
import { calendarTexts } from '../texts';
import {
  BackLink,
  ContentBlock,
  Format,
  Language,
  LocalisedText,
  PageHeader,
  ProblemPage,
  Skeleton,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { OwnAttendance } from '../attendance/own-attendance';
import { ForEnrolledPart } from './for-enrolled';
import { AfterSession } from '../feedback/after-session';
import { MeetingList } from './meeting-list';
import { SessionAnswer } from './session-answer';
import { SessionFacts } from './session-facts';
import { SessionShare } from './session-share';
import { whenNoticed } from './when-noticed';

const HALF_A_DAY = 12 * 3_600_000;

/** A session's own page: how it stands, enrolling, and everything that is known of it. */
@Component({
  selector: 'lu-session-page',
  imports: [
    AfterSession,
    BackLink,
    ContentBlock,
    EnrolmentPanel,
    ForEnrolledPart,
    InterestPanel,
    LocalisedText,
    MeetingList,
    OwnAttendance,
    PageHeader,
    ProblemPage,
    SessionFacts,
    SessionShare,
    Skeleton,
    StatusWord,
  ],
  providers: [EnrolmentStore],
  templateUrl: './session.page.html',
  styleUrl: './session.page.scss',
})
export class SessionPage {
  protected readonly t = useTexts(calendarTexts);
  protected readonly format = inject(Format);
  protected readonly enrolment = inject(EnrolmentStore);
  private readonly language = inject(Language);
  private readonly answers = inject(SessionAnswer);
  readonly id = input.required<string>();

  protected readonly session = inject(CalendarClient).session(() => this.id(), inject(Injector));
  /** The session that is asked for; while its seats are read again, as it was. */
  protected readonly shown = computed(() => {
    const latest = this.session.latest();
    return latest?.id === this.id() ? latest : undefined;
  });
  protected readonly answer = computed(() => {
    const session = this.shown();
    return session && this.answers.of(session, this.enrolment.state(), Date.now());
  });
  /** Whether there may be attendance to note, or some noted: from the morning of its first day on. */
  protected readonly attends = computed(() => {
    const [first] = this.shown()?.meetings ?? [];
    const isIn = this.enrolment.state()?.status === 'confirmed';
    return isIn && first !== undefined && Date.parse(first.start) - Date.now() < HALF_A_DAY;
  });
  private readonly written = computed(() => {
    const description = this.shown()?.description;
    return description && inLanguage(description, this.language.current());
  });
  protected readonly description = resource({
    params: () => this.written(),
    loader: async ({ params }) => {
      const { markdownToHtml } = await import('./markdown');
      return { html: markdownToHtml(params.text), language: params.language };
    },
  });

  constructor() {
    effect(() => this.enrolment.of(this.id()));
    effect(() => {
      if (this.enrolment.changes() > 0) this.session.reload();
    });
    whenNoticed(this.id, () => this.again());
  }

  /** Reads the session and where one stands again. */
  protected again(): void {
    this.session.reload();
    void this.enrolment.check();
  }
}
