import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { isActive, type EnrolmentItem } from '@luotsi/calendar/model';
import { downloadCertificate } from '@luotsi/credential/model';
import { addressOf } from '@luotsi/platform/model';
import {
  Format,
  Language,
  LocalisedText,
  ProblemNotice,
  StatusWord,
  useTexts,
  type StatusKind,
} from '@luotsi/platform/web';
import { heldMeetings } from '../agenda/agenda-days';
import { EnrolmentStore, type Deed } from '../enrolment/enrolment.store';
import { Leaving, wayOutOf } from '../enrolment/leaving';
import { enrolmentTexts } from '../enrolment/texts';
import { SessionWords } from '../session/session-words';
import { calendarTexts } from '../texts';

/** How it looks, how it stands with having attended. */
const STANDS = { attended: 'good', missed: 'quiet', unnoted: 'waiting' } as const;
/** The words for being out by something else than one's own cancellation. */
const OUT = {
  'offer-expired': 'state.passed',
  declined: 'state.declined',
  refused: 'state.refused',
  removed: 'state.removed',
} as const;

/** One of one's own enrolments: when, what, where one stands; answering and cancelling in place. */
@Component({
  selector: 'lu-my-enrolment',
  imports: [LocalisedText, MatButton, ProblemNotice, RouterLink, StatusWord],
  providers: [EnrolmentStore],
  templateUrl: './my-enrolment.html',
  styleUrl: './my-enrolment.scss',
})
export class MyEnrolment {
  protected readonly t = useTexts(calendarTexts);
  protected readonly own = useTexts(enrolmentTexts);
  protected readonly format = inject(Format);
  protected readonly words = inject(SessionWords);
  protected readonly store = inject(EnrolmentStore);
  private readonly leaving = inject(Leaving);
  private readonly language = inject(Language);
  readonly item = input.required<EnrolmentItem>();
  /** What was done, once it is. */
  readonly changed = output<Deed>();

  protected readonly session = computed(() => this.item().session);
  protected readonly first = computed(() => heldMeetings(this.session())[0]);
  protected readonly state = computed<{ kind: StatusKind; word: string }>(() => {
    const { status, position, session, past, out, afterwards } = this.item();
    if (session.status === 'cancelled') return { kind: 'bad', word: this.t('state.cancelled') };
    if (afterwards) {
      const { attended } = afterwards;
      return { kind: STANDS[attended], word: this.own(`after.${attended}`) };
    }
    if (out) return { kind: 'quiet', word: this.own(OUT[out]) };
    if (status === 'cancelled') return { kind: 'quiet', word: this.t('state.left') };
    if (status === 'declined') return { kind: 'quiet', word: this.own('state.out') };
    if (session.status === 'postponed') return { kind: 'act', word: this.t('state.postponed') };
    if (past) return { kind: 'quiet', word: this.t('state.held') };
    if (status === 'confirmed') return { kind: 'good', word: this.t('state.confirmed') };
    if (status === 'applied') return { kind: 'waiting', word: this.own('state.applied') };
    if (status === 'offered') return { kind: 'act', word: this.own('state.offered') };
    return position
      ? { kind: 'waiting', word: this.t('state.inLine', { position }) }
      : { kind: 'waiting', word: this.t('state.waitlisted') };
  });
  /** What was attended, where it was part of it, and that it was without a seat. */
  protected readonly came = computed(() => {
    const { status, session, afterwards } = this.item();
    if (!afterwards?.been) return '';
    const held = heldMeetings(session).length;
    return [
      status === 'none' ? this.own('after.noSeat') : '',
      held > 1 ? this.own('after.been', { been: afterwards.been, held }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  });
  /** The paper that says so, in the language of the page. */
  protected readonly certificate = computed(() => {
    const id = this.item().afterwards?.certificate?.id;
    const query = { lang: this.language.current() };
    return id && addressOf(downloadCertificate, { params: { id }, query });
  });
  protected readonly reason = computed(() => {
    const { status, cancellationReason } = this.session();
    return status === 'cancelled' && cancellationReason ? cancellationReason : undefined;
  });
  protected readonly mayLeave = computed(() => {
    const { status, past, session } = this.item();
    return isActive(status) && !past && session.status !== 'cancelled';
  });
  protected readonly offered = computed(() => this.mayLeave() && this.item().status === 'offered');
  /** What is waited for: the person's answer, or the organiser's. */
  protected readonly awaited = computed(() => {
    const { status, offerExpires } = this.item();
    if (!this.mayLeave()) return '';
    if (status === 'applied') return this.own('answer.applied');
    return status === 'offered' && offerExpires
      ? this.own('answer.takeBy', { when: this.words.at(offerExpires) })
      : '';
  });
  protected readonly way = computed(() => wayOutOf(this.item().status));
  protected readonly said = computed(() => {
    const outcome = this.store.outcome();
    if (outcome?.kind === 'missed') return this.own(`missed.${outcome.deed}`);
    if (outcome?.kind !== 'unsure') return '';
    return this.own(outcome.deed === 'accept' ? 'unsure.accept' : 'unsure.cancel');
  });
  protected readonly refusal = computed(() => {
    const outcome = this.store.outcome();
    return outcome?.kind === 'refused' ? outcome.problem : undefined;
  });

  constructor() {
    effect(() => {
      const outcome = this.store.outcome();
      if (outcome?.kind === 'done') untracked(() => this.changed.emit(outcome.deed));
    });
  }

  protected async accept(): Promise<void> {
    this.store.of(this.item().sessionId);
    await this.store.accept();
  }

  protected async leave(): Promise<void> {
    if (this.store.sending()) return;
    const { id } = this.session();
    const left = await this.leaving.ask(this.session(), this.item().status);
    if (!left) return;
    this.store.of(id);
    await this.store.leave(left.way, left.reason);
    if (this.store.outcome()?.kind === 'done') this.leaving.done(id);
  }
}
