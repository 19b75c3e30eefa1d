import { Notices } from '@luotsi/notice/api';
import type { NoticeKinds } from '@luotsi/platform/model';
import type { EntityManager } from 'typeorm';
import { sessionFacts, TOLD_COLUMNS, type ToldRow } from '../notices/session-facts';

/** What those are told whose needs a new organiser doesn't get. */
export const needsNoticeKinds = {
  'needs-asked-anew': {
    name: {
      fi: 'Kerro tarpeesi uudelle järjestäjälle',
      sv: 'Berätta dina behov för den nya arrangören',
      en: 'Tell the new organiser what you need',
    },
    title: {
      fi: 'Kerro tarpeesi uudelleen: {session}',
      sv: 'Berätta dina behov på nytt: {session}',
      en: 'Say again what you need: {session}',
    },
    body: {
      fi: 'Koulutuksella on uusi järjestäjä. Ruokavaliosi ja esteettömyystarpeesi oli kerrottu vain entiselle, joten ne poistettiin. Kerro ne uudelleen koulutuksen sivulla.',
      sv: 'Utbildningen har en ny arrangör. Din kost och dina tillgänglighetsbehov var berättade bara för den förra och har raderats. Berätta dem på nytt på utbildningens sida.',
      en: 'The session has a new organiser. Your diet and access needs were told to the former one alone and have been deleted. Say them again on the session’s page.',
    },
    action: { fi: 'Avaa koulutus', sv: 'Öppna utbildningen', en: 'Open the session' },
    owed: {
      fi: 'Uusi järjestäjä ei muuten tietäisi tarpeistasi, joten kerromme siitä aina.',
      sv: 'Annars skulle den nya arrangören inte känna till dina behov, så vi meddelar dig alltid.',
      en: 'The new organiser would not know what you need otherwise, so we always tell you.',
    },
  },
} as const satisfies NoticeKinds;

/**
 * Forgets what people told the former organiser of a session, who alone was to read it, and asks them
 * to say it again. Otherwise taking a session over would be a way to read it.
 */
export async function forgetNeedsOfFormer(manager: EntityManager, session: string): Promise<void> {
  const told = await manager.query<[{ person_id: string | null }[], number]>(
    `DELETE FROM calendar.enrolment_needs n USING calendar.enrolment e
     WHERE e.id = n.enrolment_id AND e.session_id = $1 RETURNING e.person_id`,
    [session],
  );
  const people = told[0].flatMap(({ person_id }) => person_id ?? []);
  const [row] = await manager.query<ToldRow[]>(
    `SELECT ${TOLD_COLUMNS} FROM calendar.session s WHERE s.id = $1`,
    [session],
  );
  if (!row || people.length === 0) return;
  await Notices.write(manager, {
    kind: 'needs-asked-anew',
    people,
    facts: sessionFacts(row),
    link: `/sessions/${session}`,
  });
}
