import { whyNotWhole, type Span, type Whole, type WholeRefusal } from '@luotsi/calendar/model';
import { momentWords } from '@luotsi/notice/model';
import { ProblemException, type ProblemFault } from '@luotsi/platform/api';
import { languages, type Language, type Localised, type Refusal } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import type { MeetingRecord } from './meeting-times';

/**
 * Makes sure that the parts of a session go together.
 * @param span of its meetings; null: not looked at
 * @param at where in the request the session stands: `/session`
 * @throws ProblemException why they don't, with the part of it that has to be corrected
 */
export function requireWhole(
  session: Whole,
  isSometime: boolean,
  span: Span | null,
  at = '',
): void {
  const refusal = whyNotWhole(session, isSometime, span);
  if (refusal) throw new ProblemException(refusal.refused, refusal.facts, faultsOf(refusal, at));
}

/** From when to when meetings are that are about to be kept; null: there are none. */
export function spanOf(
  meetings: readonly Pick<MeetingRecord, 'start_at' | 'end_at'>[],
): Span | null {
  const starts = meetings.map(({ start_at }) => start_at).sort()[0];
  const ends = meetings
    .map(({ end_at }) => end_at)
    .sort()
    .at(-1);
  return starts !== undefined && ends !== undefined ? { starts, ends } : null;
}

/** From when to when the meetings of a session are, as they stand now. */
export async function spanNow(manager: EntityManager, id: string): Promise<Span | null> {
  const meetings = await manager.query<{ start_at: Date; end_at: Date }[]>(
    `SELECT start_at, end_at FROM calendar.meeting WHERE session_id = $1 AND NOT cancelled`,
    [id],
  );
  return spanOf(
    meetings.map(({ start_at, end_at }) => ({
      start_at: start_at.toISOString(),
      end_at: end_at.toISOString(),
    })),
  );
}

/** What is to be corrected of when enrolment is, beside the moment that it goes against. */
const windowFaults: Readonly<Partial<Record<WholeRefusal, WindowFault>>> = {
  'enrolment-closes-first': {
    part: '/enrolmentCloses',
    against: 'opens',
    words: {
      fi: 'Ilmoittautuminen avautuu {when}.',
      sv: 'Anmälan öppnar {when}.',
      en: 'Enrolment opens on {when}.',
    },
  },
  'enrolment-closes-late': {
    part: '/enrolmentCloses',
    against: 'ends',
    words: {
      fi: 'Koulutus päättyy {when}.',
      sv: 'Utbildningen slutar {when}.',
      en: 'The session ends on {when}.',
    },
  },
  'enrolment-opens-late': {
    part: '/enrolmentOpens',
    against: 'closes',
    words: {
      fi: 'Ilmoittautuminen päättyy {when}.',
      sv: 'Anmälan stänger {when}.',
      en: 'Enrolment closes on {when}.',
    },
  },
};

interface WindowFault {
  readonly part: string;
  readonly against: string;
  readonly words: Localised;
}

function faultsOf(
  { refused, facts }: Refusal<WholeRefusal>,
  at: string,
): ProblemFault[] | undefined {
  const fault = windowFaults[refused];
  if (!fault) return undefined;
  const when = String(facts[fault.against]);
  const told = (language: Language) =>
    fault.words[language].replace('{when}', momentWords(when, language, 'Europe/Helsinki'));
  const detail = Object.fromEntries(languages.map((one) => [one, told(one)])) as Localised;
  return [{ pointer: `${at}${fault.part}`, detail }];
}
