import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { SessionItem } from '@luotsi/calendar/model';
import { Confirm, Format, ProblemNotice, StatusWord, useTexts } from '@luotsi/platform/web';
import { SessionWords } from '../session/session-words';
import { calendarTexts } from '../texts';
import { EnrolmentStore, isIn } from './enrolment.store';
import { Intention } from './intention';

/** Enrolling and cancelling in place. The store is provided by whoever shows it. */
@Component({
  selector: 'lu-enrolment-panel',
  imports: [MatButton, ProblemNotice, RouterLink, StatusWord],
  templateUrl: './enrolment-panel.html',
  styleUrl: './enrolment-panel.scss',
  host: { tabindex: '-1', class: 'no-print' },
})
export class EnrolmentPanel {
  protected readonly t = useTexts(calendarTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(SessionWords);
  protected readonly store = inject(EnrolmentStore);
  private readonly confirm = inject(Confirm);
  private readonly intention = inject(Intention);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly session = input.required<SessionItem>();
  /** Whether it stands alone, with the state as a word; on the session's page the answer says it. */
  readonly alone = input(false);

  protected readonly title = computed(() => this.format.text(this.session().title));
  protected readonly state = this.store.state;
  protected readonly isIn = computed(() => isIn(this.state() ?? { status: 'none' }));
  protected readonly full = computed(
    () =>
      this.session().confirmedCount >= this.session().capacity || this.session().waitlistCount > 0,
  );
  protected readonly mayCancel = computed(() => this.isIn() && this.session().status !== 'held');
  /** What was given up last: a seat, or a place in line. */
  private readonly gaveUp = signal<'cancel' | 'leave'>('cancel');
  protected readonly said = computed(() => {
    const outcome = this.store.outcome();
    if (!outcome || outcome.kind === 'refused') return '';
    if (outcome.kind !== 'done') return this.t(`enrolment.${outcome.kind}.${outcome.deed}`);
    if (outcome.deed === 'cancel') return this.t(`enrolment.done.${this.gaveUp()}`);
    const waits = this.state()?.status === 'waitlisted';
    if (waits) return this.t('enrolment.done.wait');
    // On the session's page the answer has just said so.
    return this.alone() ? this.t('enrolment.done.enrol') : '';
  });

  constructor() {
    // The button that was pressed goes; what stands in its place takes the focus.
    effect(() => {
      const outcome = this.store.outcome();
      const panel = this.host.nativeElement;
      untracked(() => {
        if (outcome?.kind === 'done' && panel.contains(panel.ownerDocument.activeElement))
          panel.focus();
      });
    });
  }

  protected remember(): void {
    this.intention.keep(this.session().id);
  }

  protected here(): string {
    return this.alone() ? this.router.url : `/sessions/${this.session().id}`;
  }

  protected async cancel(): Promise<void> {
    const waits = this.state()?.status === 'waitlisted';
    const kind = waits ? 'leave' : 'cancel';
    const queue = waits || this.session().waitlistCount > 0;
    const text = queue ? (`enrolment.${kind}.text` as const) : 'enrolment.cancel.textFree';
    this.gaveUp.set(kind);
    const sure = await this.confirm.ask({
      heading: this.t(`enrolment.${kind}.heading`),
      text: this.t(text, { title: this.title() }),
      action: this.t(`enrolment.${kind}.action`),
      cancel: this.t(`enrolment.${kind}.keep`),
    });
    if (sure) await this.store.cancel();
  }
}
