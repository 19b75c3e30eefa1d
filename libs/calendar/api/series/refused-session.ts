import { momentWords } from '@luotsi/notice/model';
import { ProblemException } from '@luotsi/platform/api';
import { inLanguage, type Language } from '@luotsi/platform/model';
import type { SeriesMember } from './read-series';

/**
 * Does a work on a session of a series. What keeps it from being done is said of that session, by its
 * date and name; programs get them as the problem's `session`.
 * @throws ProblemException the work's
 */
export async function inSession<Result>(
  member: SeriesMember,
  work: () => Promise<Result>,
): Promise<Result> {
  return work().catch((thrown: unknown) => refusedIn(member, thrown));
}

/** Whether what was thrown is said of this session. */
export function isOf(id: string, thrown: unknown): boolean {
  const of = thrown instanceof ProblemException ? thrown.facts['session'] : null;
  return typeof of === 'object' && of !== null && 'id' in of && of.id === id;
}

/** Throws on what was thrown; a refusal as one of this session. */
export function refusedIn({ session, start }: SeriesMember, thrown: unknown): never {
  if (!(thrown instanceof ProblemException)) throw thrown;
  const { id, title, meetings } = session;
  const zone = meetings.find(({ cancelled }) => !cancelled)?.timeZone ?? 'Europe/Helsinki';
  const name = (language: Language) => {
    const { text } = inLanguage(title, language);
    return start ? `${momentWords(start.toISOString(), language, zone)}, ${text}` : text;
  };
  throw thrown.of(
    {
      fi: `Kyse on kerrasta ${name('fi')}.`,
      sv: `Det gäller tillfället ${name('sv')}.`,
      en: `This is about the session ${start ? 'on ' : ''}${name('en')}.`,
    },
    { session: { id, title, start: start?.toISOString() ?? null } },
  );
}
