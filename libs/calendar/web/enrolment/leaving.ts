import {
  ApplicationRef,
  createComponent,
  EnvironmentInjector,
  inject,
  Injectable,
} from '@angular/core';
import type { OwnEnrolment, SessionItem } from '@luotsi/calendar/model';
import { Confirm, Format, useTexts, type Question } from '@luotsi/platform/web';
import { heldMeetings } from '../agenda/agenda-days';
import type { TypedReason } from './reason-dialog';
import { enrolmentTexts } from './texts';

/** Ways out, by where one stands: a seat, a place in line, an offer, an application. */
export type WayOut = 'cancel' | 'leave' | 'decline' | 'withdraw';

/** Shortly before, the organiser wants to know why. */
const LATE = 7 * 86_400_000;

type Session = Pick<SessionItem, 'id' | 'title' | 'meetings'> & { readonly waitlistCount?: number };

/** The way out of where one stands. */
export function wayOutOf(status: OwnEnrolment['status']): WayOut {
  switch (status) {
    case 'waitlisted':
      return 'leave';
    case 'offered':
      return 'decline';
    case 'applied':
      return 'withdraw';
    default:
      return 'cancel';
  }
}

/** Asks before someone gives up where they stand; within a week of the start of a session also why. */
@Injectable({ providedIn: 'root' })
export class Leaving {
  private readonly t = useTexts(enrolmentTexts);
  private readonly format = inject(Format);
  private readonly confirm = inject(Confirm);
  private readonly application = inject(ApplicationRef);
  private readonly environmentInjector = inject(EnvironmentInjector);
  /** What has been typed by session, until it has been sent. */
  private readonly typed = new Map<string, TypedReason>();

  /** Null: they stay. Else they go, with the reason that was asked for. */
  async ask(
    session: Session,
    status: OwnEnrolment['status'],
  ): Promise<{ readonly way: WayOut; readonly reason?: string } | null> {
    const way = wayOutOf(status);
    const nobodyWaits = way === 'cancel' && session.waitlistCount === 0;
    const title = this.format.text(session.title);
    const question = {
      heading: this.t(`${way}.heading`),
      text: this.t(nobodyWaits ? 'cancel.textFree' : `${way}.text`, { title }),
      action: this.t(`${way}.action`),
      cancel: this.t(`${way}.keep`),
    };
    if (way !== 'cancel' || !isLate(session))
      return (await this.confirm.ask(question)) ? { way } : null;
    const reason = await this.askWhy(session.id, question);
    return reason === null ? null : { way, reason };
  }

  /** They are out: what they typed has served. */
  done(sessionId: string): void {
    this.typed.delete(sessionId);
  }

  private async askWhy(sessionId: string, question: Question): Promise<string | null> {
    const { ReasonDialog } = await import('./reason-dialog');
    const shown = createComponent(ReasonDialog, { environmentInjector: this.environmentInjector });
    shown.setInput('question', question);
    const before = this.typed.get(sessionId);
    if (before) shown.setInput('before', before);
    document.body.append(shown.location.nativeElement as Node);
    this.application.attachView(shown.hostView);
    shown.instance.kept.subscribe((typed) => this.typed.set(sessionId, typed));
    return new Promise((resolve) => {
      shown.instance.answered.subscribe((reason) => {
        shown.destroy();
        resolve(reason);
      });
    });
  }
}

function isLate({ meetings }: Session): boolean {
  const first = heldMeetings({ meetings })[0];
  return first !== undefined && Date.parse(first.start) - Date.now() < LATE;
}
