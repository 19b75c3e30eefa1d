import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  EmptyState,
  Field,
  FieldControl,
  Format,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useTexts,
} from '@luotsi/platform/web';
import { AttendStore, type OwnMeeting } from './attend.store';
import { attendanceTexts } from './texts';

/** Refusals after which another code may do. */
const TRY_AGAIN = ['attendance-code-wrong', 'attendance-code-changed', 'attendance-code-paused'];

/** Saying that one is there: by the code on the screen, scanned (it is in the address) or typed. */
@Component({
  selector: 'lu-attend-page',
  imports: [
    EmptyState,
    Field,
    FieldControl,
    MatButton,
    PageHeader,
    ProblemNotice,
    RouterLink,
    Skeleton,
  ],
  providers: [AttendStore],
  templateUrl: './attend.page.html',
  styleUrl: './attend.page.scss',
})
export class AttendPage {
  protected readonly t = useTexts(attendanceTexts);
  protected readonly format = inject(Format);
  protected readonly store = inject(AttendStore);
  private readonly router = inject(Router);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly header = viewChild(PageHeader);

  /** The session; absent at the short address that the screen shows. */
  readonly id = input<string>();
  /** Which of the session's meetings, from 1: the screen's address is kept short. */
  readonly m = input<string>();
  readonly code = input<string>();

  protected readonly typed = linkedSignal(() => this.code() ?? '');
  protected readonly missing = signal(false);
  /** The meetings that may be meant: those that go on, or the one that the address names. */
  protected readonly choices = computed(() => {
    const named = this.id() && this.m() ? this.store.at(this.id(), Number(this.m())) : undefined;
    return named ? [named] : this.store.openNow(this.id());
  });
  private readonly chosenId = signal<string | undefined>(undefined);
  protected readonly chosen = computed<OwnMeeting | undefined>(
    () => this.choices().find(({ meeting }) => meeting.id === this.chosenId()) ?? this.choices()[0],
  );
  protected readonly isHere = computed(() => this.chosen()?.meeting.present === true);
  /** What the page says first; null while it is on its way. */
  protected readonly answer = computed(() => {
    if (!this.store.loaded()) return this.store.readProblem() ? '' : null;
    if (this.store.sending()) return this.t('attend.sending');
    if (this.isHere()) return this.t('attend.done');
    return this.chosen() ? this.t('attend.answer') : '';
  });
  /** Why there is nothing to enter at this address. */
  protected readonly notNow = computed(() => {
    const id = this.id();
    if (id === undefined || !this.store.loaded() || this.chosen()) return undefined;
    const own = this.store.of(id);
    if (!own.some(({ session }) => session.enrolled)) return this.t('attend.notEnrolled');
    const next = own.find(({ meeting }) => Date.parse(meeting.opens) > Date.now());
    if (!next) return this.t('attend.over');
    const { opens, timeZone } = next.meeting;
    return this.t('attend.early', { when: this.format.moment(opens, timeZone) });
  });
  /** Whether another code can be tried after what was answered. */
  protected readonly mayTry = computed(() => {
    const problem = this.store.problem();
    return !problem || problem.details.status === 0 || TRY_AGAIN.some((name) => problem.is(name));
  });

  constructor() {
    // Whoever has scanned the code has said everything: it is sent as soon as it is known for what.
    let sent: string | undefined;
    effect(() => {
      const code = this.code();
      const chosen = this.chosen();
      if (!code || !chosen || code === sent) return;
      sent = code;
      untracked(() => void this.enter(chosen, code));
    });
    // Who doesn't see the page hears first how it went.
    afterRenderEffect(() => {
      if (this.isHere()) this.header()?.focus();
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    const chosen = this.chosen();
    const code = this.typed().replace(/\s/g, '');
    this.missing.set(!/^\d{6}$/.test(code));
    if (this.missing()) {
      // One fault at a time: what became of the code before is past.
      this.store.forget();
      this.field()?.nativeElement.focus();
    } else if (chosen) void this.enter(chosen, code);
  }

  protected choose(meeting: string): void {
    this.chosenId.set(meeting);
  }

  protected when({ meeting: { start, end, timeZone } }: OwnMeeting): string {
    return this.format.meeting(start, end, timeZone);
  }

  private async enter({ session, meeting }: OwnMeeting, code: string): Promise<void> {
    await this.store.enter(session.sessionId, meeting.id, code);
    const problem = this.store.problem();
    // A code that didn't get through may still be the right one, unlike one that was refused.
    if (!problem || problem.lostConnection) return;
    this.typed.set('');
    // An old code in the address would be sent again by whoever reloads the page.
    if (this.code())
      await this.router.navigate([], {
        queryParams: { code: null },
        queryParamsHandling: 'merge',
        replaceUrl: true,
      });
    this.field()?.nativeElement.focus();
  }
}
