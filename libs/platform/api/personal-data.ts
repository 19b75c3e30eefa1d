import type { Language } from '@luotsi/platform/model';
import type { PersonalData, RetentionRule } from './slice';

const words = {
  letters: {
    fi: 'Sinulle lähetetyt viestit',
    sv: 'Meddelanden som skickats till dig',
    en: 'Messages sent to you',
  },
  jobs: { fi: 'Taustalla tehdyt työt', sv: 'Arbeten i bakgrunden', en: 'Work in the background' },
} satisfies Record<string, Record<Language, string>>;

/** What the platform keeps about people: letters to them, and work that they have asked for. */
export const platformPersonalData: PersonalData = {
  columns: ['platform.mail.person_id', 'platform.job.person_id'],
  async collect(manager, person, language) {
    const letters = await manager.query<unknown[]>(
      `SELECT posted_at AS at, to_address AS to, kind, subject, text, state
       FROM platform.mail WHERE person_id = $1 ORDER BY number`,
      [person],
    );
    const jobs = await manager.query<unknown[]>(
      `SELECT created_at AS at, kind, state, done, total, ended_at AS ended
       FROM platform.job WHERE person_id = $1 ORDER BY created_at, id`,
      [person],
    );
    return { [words.letters[language]]: letters, [words.jobs[language]]: jobs };
  },
  async forget(manager, person) {
    await manager.query(`DELETE FROM platform.mail WHERE person_id = $1`, [person]);
    await manager.query(`DELETE FROM platform.job WHERE person_id = $1`, [person]);
  },
};

const month = { fi: '30 päivää', sv: '30 dagar', en: '30 days' };

/** How long letters and work that has ended are kept. */
export const platformRetention: readonly RetentionRule[] = [
  {
    name: 'platform.mail',
    what: {
      fi: 'Lähetetyt viestit ja niiden osoitteet',
      sv: 'Skickade meddelanden och deras adresser',
      en: 'Messages that have been sent, and their addresses',
    },
    keptFor: month,
    // What could not be sent for so long, nobody waits for any more.
    apply: async (manager, now) => {
      const [, gone] = await manager.query<[unknown[], number]>(
        `DELETE FROM platform.mail
         WHERE coalesce(ended_at, posted_at) < $1::timestamptz - interval '30 days'`,
        [now],
      );
      return gone;
    },
  },
  {
    name: 'platform.job',
    what: {
      fi: 'Taustalla tehdyt työt ja niiden tulokset',
      sv: 'Arbeten i bakgrunden och deras resultat',
      en: 'Work done in the background, and its results',
    },
    keptFor: month,
    apply: async (manager, now) => {
      const [, gone] = await manager.query<[unknown[], number]>(
        `DELETE FROM platform.job WHERE ended_at < $1::timestamptz - interval '30 days'`,
        [now],
      );
      return gone;
    },
  },
];
