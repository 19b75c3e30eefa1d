import { inject, Injectable } from '@angular/core';
import type { OwnEnrolment, SessionItem } from '@luotsi/calendar/model';
import { Format, useTexts } from '@luotsi/platform/web';
import { calendarTexts } from '../texts';
import { SessionWords } from './session-words';

type Own = Pick<OwnEnrolment, 'status' | 'position'> | undefined;

/** The one answer of a session's page: "Olet mukana. Torstai 11. maaliskuuta 2027 klo 9.00, Rovaniemi." */
@Injectable({ providedIn: 'root' })
export class SessionAnswer {
  private readonly t = useTexts(calendarTexts);
  private readonly format = inject(Format);
  private readonly words = inject(SessionWords);

  /** @param now milliseconds since the epoch */
  of(session: SessionItem, own: Own, now: number): string {
    return `${this.standing(session, own, now)} ${this.whenAndWhere(session)}`.trim();
  }

  private standing(session: SessionItem, own: Own, now: number): string {
    const isIn = own?.status === 'confirmed' || own?.status === 'waitlisted';
    switch (session.status) {
      case 'cancelled':
        return this.cancelled(session);
      case 'postponed':
        return this.t(isIn ? 'answer.postponedIn' : 'answer.postponed');
      case 'held':
        return this.t(own?.status === 'confirmed' ? 'answer.heldIn' : 'answer.held');
    }
    if (own?.status === 'confirmed') return this.t('answer.confirmed');
    if (own?.status === 'waitlisted')
      return own.position
        ? this.t('answer.inLine', { position: own.position })
        : this.t('answer.waitlisted');
    return session.enrolmentOpen ? this.seats(session) : this.shut(session, now);
  }

  private cancelled({ cancellationReason }: SessionItem): string {
    const reason = cancellationReason ? this.format.text(cancellationReason) : '';
    return reason === ''
      ? this.t('answer.cancelled')
      : this.t('answer.cancelledFor', { reason: reason.replace(/\.$/, '') });
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

  /** A postponed session has no time worth saying. */
  private whenAndWhere(session: SessionItem): string {
    if (session.status === 'postponed') return '';
    const begins = this.words.begins(session);
    return begins === '' ? '' : `${begins}, ${lowered(this.words.where(session), session)}.`;
  }
}

/** "Verkossa" in the middle of a sentence; a place keeps its capital. */
function lowered(where: string, { form, place }: SessionItem): string {
  return form === 'online' || place === null ? where.toLocaleLowerCase() : where;
}
