import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { EnrolmentItem } from '@luotsi/calendar/model';
import {
  Confirm,
  Format,
  LocalisedText,
  ProblemNotice,
  StatusWord,
  useTexts,
  type StatusKind,
} from '@luotsi/platform/web';
import { heldMeetings } from '../agenda/agenda-days';
import { EnrolmentStore } from '../enrolment/enrolment.store';
import { SessionWords } from '../session/session-words';
import { calendarTexts } from '../texts';

/** One of one's own enrolments: when, what, where one stands; cancelling in place. */
@Component({
  selector: 'lu-my-enrolment',
  imports: [LocalisedText, MatButton, ProblemNotice, RouterLink, StatusWord],
  providers: [EnrolmentStore],
  templateUrl: './my-enrolment.html',
  styleUrl: './my-enrolment.scss',
})
export class MyEnrolment {
  protected readonly t = useTexts(calendarTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(SessionWords);
  protected readonly store = inject(EnrolmentStore);
  private readonly confirm = inject(Confirm);
  readonly item = input.required<EnrolmentItem>();
  readonly cancelled = output();

  protected readonly session = computed(() => this.item().session);
  protected readonly first = computed(() => heldMeetings(this.session())[0]);
  protected readonly state = computed<{ kind: StatusKind; word: string }>(() => {
    const { status, position, session, past } = this.item();
    if (session.status === 'cancelled') return { kind: 'bad', word: this.t('state.cancelled') };
    if (status === 'cancelled') return { kind: 'quiet', word: this.t('state.left') };
    if (session.status === 'postponed') return { kind: 'act', word: this.t('state.postponed') };
    if (past) return { kind: 'quiet', word: this.t('state.held') };
    if (status === 'confirmed') return { kind: 'good', word: this.t('state.confirmed') };
    return position
      ? { kind: 'waiting', word: this.t('state.inLine', { position }) }
      : { kind: 'waiting', word: this.t('state.waitlisted') };
  });
  protected readonly reason = computed(() => {
    const { status, cancellationReason } = this.session();
    return status === 'cancelled' && cancellationReason ? cancellationReason : undefined;
  });
  protected readonly mayCancel = computed(() => {
    const { status, past, session } = this.item();
    return status !== 'cancelled' && !past && session.status !== 'cancelled';
  });
  protected readonly wording = computed(() =>
    this.item().status === 'waitlisted' ? ('leave' as const) : ('cancel' as const),
  );
  protected readonly said = computed(() => {
    const outcome = this.store.outcome();
    return outcome?.kind === 'missed' || outcome?.kind === 'unsure'
      ? this.t(`enrolment.${outcome.kind}.cancel`)
      : '';
  });
  protected readonly refusal = computed(() => {
    const outcome = this.store.outcome();
    return outcome?.kind === 'refused' ? outcome.problem : undefined;
  });

  constructor() {
    effect(() => {
      if (this.store.outcome()?.kind === 'done') untracked(() => this.cancelled.emit());
    });
  }

  protected async cancel(): Promise<void> {
    const title = this.format.text(this.session().title);
    const sure = await this.confirm.ask({
      heading: this.t(`enrolment.${this.wording()}.heading`),
      text: this.t(`enrolment.${this.wording()}.text`, { title }),
      action: this.t(`enrolment.${this.wording()}.action`),
      cancel: this.t(`enrolment.${this.wording()}.keep`),
    });
    if (!sure) return;
    this.store.of(this.item().sessionId);
    await this.store.cancel();
  }
}
