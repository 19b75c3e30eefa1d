import { inject, Injectable } from '@angular/core';
import type { OwnEnrolment, SessionItem } from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import { Format, useTexts, type StatusKind } from '@luotsi/platform/web';
import { calendarTexts } from '../texts';
import { capital, SessionWords } from './session-words';

type Own = Pick<OwnEnrolment, 'status' | 'position'> | undefined;

/** How a session stands for the reader, and what there is to say of it. */
export interface Answer {
  /** A state as a word with its shape; none while seats are what matters. */
  readonly state?: { readonly kind: StatusKind; readonly word: string };
  /** Why it is off, in the organiser's own words. */
  readonly reason?: Localised;
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
        const reason = session.cancellationReason;
        const state = { kind: 'bad', word: this.t('state.cancelled') } as const;
        return { state, ...(reason ? { reason: asSentence(reason) } : {}), text: when };
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
    if (enrolmentCloses === null) return '';
    return this.t('answer.closed', { when: this.words.at(enrolmentCloses) });
  }
}

/** A reason as a sentence of its own, whether its writer ended it or not. */
function asSentence({ fi, sv, en }: Localised): Localised {
  const ended = (text: string) => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);
  return { fi: ended(fi), sv: ended(sv), en: ended(en) };
}
