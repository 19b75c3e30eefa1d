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
import { isActive, type SessionItem, type SessionPage } from '@luotsi/calendar/model';
import {
  Confirm,
  Format,
  KeepFocus,
  ProblemNotice,
  StatusWord,
  useTexts,
} from '@luotsi/platform/web';
import { RegionalSeats } from '../session/regional-seats';
import { takenSeats } from '../session/taken-seats';
import { calendarTexts } from '../texts';
import { EnrolmentHistory } from './enrolment-history';
import { EnrolmentStore, type Deed } from './enrolment.store';
import { Intention } from './intention';
import { Leaving, wayOutOf } from './leaving';
import { NeedsFields } from './needs-fields';
import { noNeeds } from './needs-words';
import { OwnNeeds } from './own-needs';
import { enrolmentTexts } from './texts';

/** What the panel shows of a session; what only its page tells is left out in lists. */
type Shown = SessionItem &
  Partial<
    Pick<
      SessionPage,
      'approval' | 'asksDiet' | 'asksAccessNeeds' | 'regionalSeats' | 'regionalSeatsUntil'
    >
  >;

/** Enrolling, answering an offer and cancelling in place. The store is provided by whoever shows it. */
@Component({
  selector: 'lu-enrolment-panel',
  imports: [
    EnrolmentHistory,
    MatButton,
    NeedsFields,
    OwnNeeds,
    ProblemNotice,
    RegionalSeats,
    RouterLink,
    StatusWord,
  ],
  templateUrl: './enrolment-panel.html',
  styleUrl: './enrolment-panel.scss',
  hostDirectives: [KeepFocus],
  host: { tabindex: '-1', class: 'no-print' },
})
export class EnrolmentPanel {
  protected readonly t = useTexts(enrolmentTexts);
  protected readonly state$ = useTexts(calendarTexts);
  protected readonly format = inject(Format);
  protected readonly store = inject(EnrolmentStore);
  private readonly confirm = inject(Confirm);
  private readonly leaving = inject(Leaving);
  private readonly intention = inject(Intention);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly session = input.required<Shown>();
  /** Whether it stands alone, with the state as a word; on the session's page the answer says it. */
  readonly alone = input(false);

  protected readonly title = computed(() => this.format.text(this.session().title));
  protected readonly state = this.store.state;
  protected readonly isIn = computed(() => isActive(this.state()?.status ?? 'none'));
  protected readonly mayEnrol = computed(() => !this.isIn() && this.session().enrolmentOpen);
  /** Where the session itself is over or off, there is nothing to leave. */
  protected readonly mayLeave = computed(() => {
    const { status } = this.session();
    return this.isIn() && status !== 'held' && status !== 'cancelled';
  });
  /** Where enrolling leads: to a seat, into the line, or to the organiser's desk. */
  private readonly leads = computed(() => {
    const { approval, capacity, waitlistCount } = this.session();
    const full = takenSeats(this.session()) >= capacity || waitlistCount > 0;
    return this.state()?.outlook ?? (approval ? 'applied' : full ? 'waitlisted' : 'confirmed');
  });
  protected readonly enrolWord = computed(() =>
    this.t(({ applied: 'apply', waitlisted: 'wait', confirmed: 'enrol' } as const)[this.leads()]),
  );
  protected readonly signInWord = computed(() =>
    this.t(
      ({ applied: 'signInApply', waitlisted: 'signInWait', confirmed: 'signIn' } as const)[
        this.leads()
      ],
    ),
  );
  /** A letter about a seat also leads visitors here, where all that they see is that it is full. */
  protected readonly mayBeKnown = computed(() => {
    const { status, enrolmentOpen } = this.session();
    const isOn = status === 'published' || status === 'postponed';
    const isFree = enrolmentOpen && this.leads() === 'confirmed';
    return this.store.visitor() === true && !this.alone() && isOn && !isFree;
  });
  protected readonly way = computed(() => wayOutOf(this.state()?.status ?? 'none'));
  /** What the session asks, on its page. */
  protected readonly asks = computed(() => {
    const { id, asksDiet = false, asksAccessNeeds = false } = this.session();
    return asksDiet || asksAccessNeeds ? { id, asksDiet, asksAccessNeeds } : null;
  });
  /** What is typed before the press; it stays until it has been kept. */
  protected readonly needs = signal(noNeeds);
  protected readonly refusal = computed(() => {
    const outcome = this.store.outcome();
    return outcome?.kind === 'refused' ? outcome.problem : undefined;
  });
  protected readonly said = computed(() => {
    const outcome = this.store.outcome();
    if (!outcome || outcome.kind === 'refused') return '';
    const { kind, deed } = outcome;
    if (kind === 'missed') return this.t(`missed.${deed}`);
    if (kind === 'unsure') return this.t(`unsure.${asksFor(deed)}`);
    if (deed !== 'enrol' && deed !== 'accept') return this.t(`done.${deed}`);
    switch (this.state()?.status) {
      case 'waitlisted':
        return this.t('done.wait');
      case 'applied':
        return this.t('done.apply');
      default:
        // On the session's page the answer has just said so.
        return this.alone() ? this.t('done.enrol') : '';
    }
  });

  constructor() {
    // The button that was pressed goes; what stands in its place takes the focus.
    effect(() => {
      const outcome = this.store.outcome();
      const panel = this.host.nativeElement;
      untracked(() => {
        if (outcome?.kind !== 'done' || !panel.contains(panel.ownerDocument.activeElement)) return;
        panel.focus();
        // The page's answer stands at its top, and by now one may have scrolled past it.
        if (!this.alone())
          panel.ownerDocument.querySelector('h1')?.scrollIntoView?.({ block: 'nearest' });
      });
    });
  }

  protected remember(): void {
    this.intention.keep(this.session().id);
  }

  protected here(): string {
    return this.alone() ? this.router.url : `/sessions/${this.session().id}`;
  }

  protected async enrol(): Promise<void> {
    const overlaps = this.state()?.overlaps ?? [];
    if (overlaps.length > 0) {
      const titles = this.format.list(overlaps.map(({ title }) => this.format.text(title)));
      const sure = await this.confirm.ask({
        heading: this.t('overlap.heading'),
        text: this.t('overlap.text', { titles }),
        action: this.t('overlap.action'),
        cancel: this.t('overlap.keep'),
      });
      if (!sure) return;
    }
    await this.store.enrol(this.asks() ? this.needs() : undefined);
  }

  protected async leave(): Promise<void> {
    const status = this.state()?.status;
    if (status === undefined || this.store.sending()) return;
    const left = await this.leaving.ask(this.session(), status);
    if (!left) return;
    await this.store.leave(left.way, left.reason);
    if (this.store.outcome()?.kind !== 'done') return;
    this.leaving.done(this.session().id);
    this.needs.set(noNeeds);
  }
}

/** Of a lost answer one asks whether one is in, or whether one is out. */
function asksFor(deed: Deed): 'enrol' | 'accept' | 'cancel' {
  return deed === 'enrol' || deed === 'accept' ? deed : 'cancel';
}
