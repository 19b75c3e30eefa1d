import { inject, Injectable } from '@angular/core';
import type { OwnEnrolment, SessionItem } from '@luotsi/calendar/model';
import type { Localised } from '@luotsi/platform/model';
import { Format, useTexts, type StatusKind } from '@luotsi/platform/web';
import { enrolmentTexts } from '../enrolment/texts';
import { PlannedWords } from '../interest/planned-words';
import { takenSeats } from './taken-seats';
import { calendarTexts } from '../texts';
import { capital, SessionWords } from './session-words';

type Own = OwnEnrolment | undefined;

/** How a session stands for the reader, and what there is to say of it. */
export interface Answer {
  /** A state as a word with its shape; none while seats are what matters. */
  readonly state?: { readonly kind: StatusKind; readonly word: string };
  /** Why, in the organiser's own words. */
  readonly reason?: Localised;
  readonly text: string;
}

/** The one answer of a session's page: [Olet mukana] "Torstaina 11. maaliskuuta klo 9.00, Rovaniemi." */
@Injectable({ providedIn: 'root' })
export class SessionAnswer {
  private readonly t = useTexts(calendarTexts);
  private readonly own = useTexts(enrolmentTexts);
  private readonly format = inject(Format);
  private readonly words = inject(SessionWords);
  private readonly planned = inject(PlannedWords);

  /** @param now milliseconds since the epoch */
  of(session: SessionItem, own: Own, now: number): Answer {
    const begins = capital(this.words.beginning(session));
    const when = begins === '' ? '' : `${begins}.`;
    switch (session.status) {
      case 'cancelled': {
        const reason = session.cancellationReason;
        const state = { kind: 'bad', word: this.t('state.cancelled') } as const;
        return { state, ...(reason ? { reason: asSentence(reason) } : {}), text: when };
      }
      case 'postponed': {
        const isIn = own?.status === 'confirmed' || own?.status === 'waitlisted';
        const text = this.t(isIn ? 'answer.postponedIn' : 'answer.postponed');
        return { state: { kind: 'act', word: this.t('state.postponed') }, text };
      }
      case 'held': {
        const text = own?.status === 'confirmed' ? `${when} ${this.t('answer.heldIn')}` : when;
        return { state: { kind: 'quiet', word: this.t('state.held') }, text };
      }
    }
    if (session.planned) return this.undated(session, own);
    const seats = session.enrolmentOpen ? this.seats(session, own) : this.shut(session, now);
    const standing = own && this.standing(own, when, `${seats} ${when}`.trim());
    return standing ?? { text: `${seats} ${when}`.trim() };
  }

  /** What has no date yet: when it may be, and how many are interested. */
  private undated({ planned, interestCount = 0 }: SessionItem, own: Own): Answer {
    const when = planned ? this.own('answer.planned', { when: this.planned.of(planned) }) : '';
    const many = interestCount > 0 ? this.own('answer.interested', { count: interestCount }) : '';
    const text = `${when} ${many}`.trim();
    if (!own?.interested) return { text };
    return { state: { kind: 'waiting', word: this.own('state.interested') }, text };
  }

  /** Where someone stands; undefined: nowhere, so that seats are what matters. */
  private standing(own: OwnEnrolment, when: string, seats: string): Answer | undefined {
    const [last] = own.history;
    const said = last?.by === 'organiser' && last.note ? { reason: inAll(last.note) } : {};
    switch (own.status) {
      case 'confirmed':
        return { state: { kind: 'good', word: this.t('state.confirmed') }, text: when };
      case 'waitlisted': {
        const { position } = own;
        const word = position
          ? this.t('state.youInLine', { position })
          : this.t('state.waitlisted');
        return { state: { kind: 'waiting', word }, ...said, text: when };
      }
      case 'applied':
        return {
          state: { kind: 'waiting', word: this.own('state.applied') },
          text: `${when} ${this.own('answer.applied')}`.trim(),
        };
      case 'offered': {
        const until = own.offerExpires
          ? this.own('answer.takeBy', { when: this.words.at(own.offerExpires) })
          : '';
        const text = `${when} ${until}`.trim();
        return { state: { kind: 'act', word: this.own('state.offered') }, text };
      }
    }
    switch (last?.reason) {
      case 'refused':
        return { state: { kind: 'bad', word: this.own('state.refused') }, ...said, text: seats };
      case 'removed':
        return { state: { kind: 'bad', word: this.own('state.removed') }, ...said, text: seats };
      case 'offer-expired': {
        const text = `${this.own('answer.passed')} ${seats}`;
        return { state: { kind: 'quiet', word: this.own('state.passed') }, text };
      }
      default:
        return undefined;
    }
  }

  private seats(session: SessionItem, own: Own): string {
    const { capacity, waitlistCount } = session;
    const left = Math.max(0, capacity - takenSeats(session));
    if (left > 0 && waitlistCount === 0)
      return own?.outlook === 'waitlisted'
        ? this.own('answer.kept', { count: left })
        : this.t('answer.seats', { count: left, capacity: this.format.number(capacity) });
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

/** What someone wrote in whatever language it is, as it is in all of them. */
function inAll(text: string): Localised {
  return asSentence({ fi: text, sv: text, en: text });
}
