import type { EnrolmentStep } from '@luotsi/calendar/model';
import type { NewNotice } from '@luotsi/notice/api';
import type { NoticeFacts } from '@luotsi/platform/model';
import type { CalendarNoticeKind } from './notice-kinds';
import { sessionFacts, sessionNotice, type ToldRow } from './session-facts';

/** The steps that were taken in a session. */
export interface SessionSteps {
  readonly row: ToldRow & { readonly id: string };
  readonly steps: readonly EnrolmentStep[];
}

/**
 * What those concerned by steps in several sessions are told: each step once, save that whom an
 * organiser has moved from one to another is told so in one notice.
 */
export function noticesOf(sessions: readonly SessionSteps[]): NewNotice[] {
  const moves = sessions.flatMap((to) =>
    to.steps.flatMap((coming) => {
      if (coming.reason !== 'added') return [];
      const from = sessions.find(({ row, steps }) => row !== to.row && steps.some(isLeft(coming)));
      const leaving = from?.steps.find(isLeft(coming));
      return from && leaving ? [{ from: from.row, to: to.row, leaving, coming }] : [];
    }),
  );
  const told = new Set(moves.flatMap(({ leaving, coming }) => [leaving, coming]));
  return [
    ...sessions.flatMap(({ row, steps }) =>
      enrolmentNotices(
        row,
        steps.filter((step) => !told.has(step)),
      ),
    ),
    ...moves.map(({ from, to, coming }) => {
      const [was, { more, until }] = [sessionFacts(from), factsOf(coming, to)];
      const facts = {
        ...sessionFacts(to),
        from: was['session'] ?? null,
        before: was['when'] ?? null,
      };
      const starts = [until, from.first_start, to.first_start].filter((start) => start !== null);
      const [soonest = null] = starts.sort((one, other) => one.getTime() - other.getTime());
      const who = [coming.personId];
      return sessionNotice('enrolment-moved', who, to.id, { ...facts, ...more }, soonest);
    }),
  ];
}

/** Whether a step is how an organiser took out the one who comes. */
const isLeft =
  ({ personId }: EnrolmentStep) =>
  (step: EnrolmentStep): boolean =>
    step.personId === personId && step.reason === 'removed';

/**
 * What those concerned by steps of enrolments are told: each step once. People who are told the same
 * are told in one notice.
 */
export function enrolmentNotices(
  session: ToldRow & { readonly id: string },
  steps: readonly EnrolmentStep[],
): NewNotice[] {
  if (steps.length === 0) return [];
  const facts = sessionFacts(session);
  const alike = new Map<string, { kind: CalendarNoticeKind; step: EnrolmentStep; who: string[] }>();
  for (const step of steps) {
    const kind = kindOf(step);
    if (kind === null) continue;
    // The same person is told twice only by two notices.
    const own = step.position ?? step.offerExpires ?? step.note;
    const key = `${kind} ${String(own)}${own === null ? '' : ` ${step.personId}`}`;
    const told = alike.get(key);
    if (told && !told.who.includes(step.personId)) told.who.push(step.personId);
    else
      alike.set(told ? `${key} ${String(step.sequence)}` : key, {
        kind,
        step,
        who: [step.personId],
      });
  }
  return [...alike.values()].map(({ kind, step, who }) => {
    const { more, until } = factsOf(step, session);
    const soonest = until ?? session.first_start;
    return sessionNotice(kind, who, session.id, { ...facts, ...more }, soonest);
  });
}

function factsOf(
  { position, offerExpires, note, to }: EnrolmentStep,
  { first_meeting }: ToldRow,
): { more: NoticeFacts; until: Date | null } {
  const until = offerExpires === null ? null : new Date(offerExpires);
  const zone = first_meeting ? { timeZone: first_meeting[0] } : {};
  return {
    more: {
      ...(to === 'waitlisted' ? { position } : {}),
      ...(until ? { expires: { at: until.toISOString(), ...zone } } : {}),
      ...(note === null ? {} : { reason: note.replace(/[.\s]+$/, '') }),
    },
    until,
  };
}

/** What a step is told as; null: to nobody, since there is nobody. */
function kindOf({ to, reason, actor }: EnrolmentStep): CalendarNoticeKind | null {
  if (reason === 'account-deleted') return null;
  switch (to) {
    case 'applied':
      return 'enrolment-applied';
    case 'waitlisted':
      return 'enrolment-waitlisted';
    case 'offered':
      return 'enrolment-offered';
    case 'confirmed':
      if (reason === 'promoted' || reason === 'moved') return 'enrolment-promoted';
      return reason === 'added' ? 'enrolment-added' : 'enrolment-confirmed';
    case 'declined':
      if (reason === 'offer-expired') return 'enrolment-offer-expired';
      return reason === 'refused' ? 'enrolment-refused' : 'enrolment-cancelled';
    case 'cancelled':
      return actor === 'organiser' ? 'enrolment-removed' : 'enrolment-cancelled';
  }
}
