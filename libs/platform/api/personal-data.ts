import { rowsGone } from './database/rows-gone';
import { JOBS_SCHEMA } from './jobs/schema';
import type { PersonalData, RetentionRule } from './slice';

/** What the platform keeps about people: letters to them, and work that they wait for. */
export const platformPersonalData: PersonalData = {
  columns: [
    'platform.job.person_id',
    'platform.mail.person_id',
    'platform.mail.recipient',
    'platform.mail.to_address',
    'platform.mail.to_name',
  ],
  words: {
    platform: {
      fi: 'Viestit ja taustatyöt',
      sv: 'Meddelanden och bakgrundsarbete',
      en: 'Messages and background work',
    },
    letters: { fi: 'Sinulle lähetetyt sähköpostit', sv: 'E-post till dig', en: 'E-mail to you' },
    jobs: { fi: 'Taustatyöt', sv: 'Bakgrundsarbete', en: 'Background work' },
    kind: { fi: 'Laji', sv: 'Slag', en: 'Kind' },
    address: { fi: 'Osoite', sv: 'Adress', en: 'Address' },
    subject: { fi: 'Aihe', sv: 'Ämne', en: 'Subject' },
    text: { fi: 'Teksti', sv: 'Text', en: 'Text' },
    state: { fi: 'Tila', sv: 'Läge', en: 'State' },
    postedAt: { fi: 'Kirjoitettu', sv: 'Skrivet', en: 'Written' },
    createdAt: { fi: 'Aloitettu', sv: 'Påbörjat', en: 'Begun' },
    endedAt: { fi: 'Päättynyt', sv: 'Avslutat', en: 'Ended' },
    waiting: { fi: 'odottaa', sv: 'väntar', en: 'waiting' },
    running: { fi: 'käynnissä', sv: 'pågår', en: 'running' },
    done: { fi: 'valmis', sv: 'klart', en: 'done' },
    failed: { fi: 'epäonnistui', sv: 'misslyckades', en: 'failed' },
    cancelled: { fi: 'keskeytetty', sv: 'avbrutet', en: 'called off' },
    sent: { fi: 'lähetetty', sv: 'skickat', en: 'sent' },
    refused: { fi: 'ei mennyt perille', sv: 'kom inte fram', en: 'not delivered' },
  },
  async collect(manager, person) {
    const letters = await manager.query<unknown[]>(
      `SELECT to_address AS address, subject, text, state, posted_at AS "postedAt"
       FROM platform.mail WHERE person_id = $1 ORDER BY number`,
      [person],
    );
    const jobs = await manager.query<unknown[]>(
      `SELECT kind, state, created_at AS "createdAt", ended_at AS "endedAt"
       FROM platform.job WHERE person_id = $1 ORDER BY created_at`,
      [person],
    );
    return JSON.parse(JSON.stringify({ letters, jobs })) as Record<string, unknown>;
  },
  async forget(manager, person) {
    await manager.query('DELETE FROM platform.mail WHERE person_id = $1', [person]);
    await manager.query('DELETE FROM platform.job WHERE person_id = $1', [person]);
    // What has been done is kept for a day by pg-boss, with what it was about.
    await manager.query(
      `DELETE FROM ${JOBS_SCHEMA}.job WHERE state > 'active' AND strpos(data::text, $1) > 0`,
      [person],
    );
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
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM platform.mail
         WHERE coalesce(ended_at, posted_at) < $1::timestamptz - interval '30 days'`,
        [now],
      ),
  },
  {
    name: 'platform.job',
    what: {
      fi: 'Taustalla tehdyt työt ja niiden tulokset',
      sv: 'Arbeten i bakgrunden och deras resultat',
      en: 'Work done in the background, and its results',
    },
    keptFor: month,
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM platform.job WHERE ended_at < $1::timestamptz - interval '30 days'`,
        [now],
      ),
  },
];
