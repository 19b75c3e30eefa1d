import type { EnrolmentEntries, EnrolmentRequest, EnrolmentStep } from '@luotsi/calendar/model';
import type { NewNotice } from '@luotsi/notice/api';
import { isRefusal } from '@luotsi/platform/model';
import type { CalendarNoticeKind } from './notice-kinds';
import { sessionFacts, sessionNotice, type ToldRow } from './session-facts';

/**
 * What those concerned by enrolments and cancellations are told: each person the last step that was
 * taken, once.
 */
export function enrolmentNotices(
  session: ToldRow & { readonly id: string },
  requests: readonly EnrolmentRequest[],
  { steps, outcomes }: EnrolmentEntries,
): NewNotice[] {
  if (steps.length === 0) return [];
  const facts = sessionFacts(session);
  const last = [...new Map(steps.map((step) => [step.personId, step])).values()];
  const tell = (kind: CalendarNoticeKind, people: readonly string[], more = {}) =>
    sessionNotice(kind, people, session.id, { ...facts, ...more }, session.first_start);
  const together = (['enrolment-confirmed', 'enrolment-promoted', 'enrolment-cancelled'] as const)
    .map((kind) => {
      const people = last.filter((step) => kindOf(step) === kind);
      return tell(
        kind,
        people.map(({ personId }) => personId),
      );
    })
    .filter(({ people }) => people.length > 0);
  const waiting = last.filter((step) => kindOf(step) === 'enrolment-waitlisted');
  if (waiting.length === 0) return together;
  const positions = new Map(
    requests.flatMap(({ personId }, place) => {
      const position = positionIn(outcomes[place]);
      return position === null ? [] : [[personId, position] as const];
    }),
  );
  return [
    ...together,
    ...waiting.map(({ personId }) =>
      tell('enrolment-waitlisted', [personId], { position: positions.get(personId) ?? null }),
    ),
  ];
}

function positionIn(outcome: EnrolmentEntries['outcomes'][number] | undefined): number | null {
  return outcome === undefined || isRefusal(outcome) ? null : (outcome.position ?? null);
}

function kindOf({ to, reason }: EnrolmentStep): CalendarNoticeKind {
  if (to === 'cancelled') return 'enrolment-cancelled';
  if (to === 'waitlisted') return 'enrolment-waitlisted';
  return reason === 'promoted' ? 'enrolment-promoted' : 'enrolment-confirmed';
}
