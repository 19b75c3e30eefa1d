import { inject, Injectable } from '@angular/core';
import type { OwnEnrolment, SessionItem } from '@luotsi/calendar/model';
import { Format, useTexts, type StatusKind } from '@luotsi/platform/web';
import { calendarTexts } from '../texts';
import { capital, SessionWords } from './session-words';

type Own = Pick<OwnEnrolment, 'status' | 'position'> | undefined;

/** How a session stands for the reader, and what there is to say of it. */
export interface Answer {
  /** A state as a word with its shape; none while seats are what matters. */
  readonly state?: { readonly kind: StatusKind; readonly word: string };
  readonly text: string;
}

/** The one answer of a session's page: [Olet mukana] "Torstaina 11. maaliskuuta klo 9.00, Rovaniemi." */
@Injectable({ providedIn: 'root' })
export class SessionAnswer {
  private readonly t = useTexts(calendarTexts);
  private readonly format = inject(Format);
  private readonly words = inject(SessionWords);

  /** @param now milliseconds since the epoch */
  of(session: SessionItem, own: Own, now: number): Answer {
    const isIn = own?.status === 'confirmed' || own?.status === 'waitlisted';
    const begins = capital(this.words.beginning(session));
    const when = begins === '' ? '' : `${begins}.`;
    switch (session.status) {
      case 'cancelled': {
        const text = `${this.reason(session)} ${when}`.trim();
        return { state: { kind: 'bad', word: this.t('state.cancelled') }, text };
      }
      case 'postponed': {
        const text = this.t(isIn ? 'answer.postponedIn' : 'answer.postponed');
        return { state: { kind: 'act', word: this.t('state.postponed') }, text };
      }
      case 'held': {
        const text = own?.status === 'confirmed' ? `${when} ${this.t('answer.heldIn')}` : when;
        return { state: { kind: 'quiet', word: this.t('state.held') }, text };
      }
    }
    if (own && isIn) return { state: this.standing(own), text: when };
    const seats = session.enrolmentOpen ? this.seats(session) : this.shut(session, now);
    return { text: `${seats} ${when}`.trim() };
  }

  private standing(own: NonNullable<Own>): NonNullable<Answer['state']> {
    if (own.status === 'confirmed') return { kind: 'good', word: this.t('state.confirmed') };
    const { position } = own;
    const word = position ? this.t('state.youInLine', { position }) : this.t('state.waitlisted');
    return { kind: 'waiting', word };
  }

  private reason({ cancellationReason }: SessionItem): string {
    const reason = cancellationReason ? this.format.text(cancellationReason) : '';
    return reason === '' || /[.!?]$/.test(reason) ? reason : `${reason}.`;
  }

  private seats({ capacity, confirmedCount, waitlistCount }: SessionItem): string {
    const left = Math.max(0, capacity - confirmedCount);
    if (left > 0 && waitlistCount === 0)
      return this.t('answer.seats', { count: left, capacity: this.format.number(capacity) });
    return waitlistCount > 0
      ? this.t('answer.fullWaiting', { count: waitlistCount })
      : this.t('answer.full');
  }

  private shut({ enrolmentOpens, enrolmentCloses }: SessionItem, now: number): string {
    if (enrolmentOpens !== null && Date.parse(enrolmentOpens) > now)
      return this.t('answer.opens', { when: this.words.at(enrolmentOpens) });
    return this.t('answer.closed', { when: this.words.at(enrolmentCloses) });
  }
}
