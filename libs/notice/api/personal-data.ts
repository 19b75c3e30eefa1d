import { rowsGone, type PersonalData, type RetentionRule } from '@luotsi/platform/api';

/** What people are told and how they want to be told, as a person's own data. */
export const noticeData: PersonalData = {
  columns: ['notice.notice.person_id', 'notice.choice.person_id', 'notice.rhythm.person_id'],
  words: {
    notice: { fi: 'Ilmoitukset', sv: 'Aviseringar', en: 'Notices' },
    notices: { fi: 'Sinulle kerrotut asiat', sv: 'Vad du har fått veta', en: 'What you were told' },
    choices: { fi: 'Valintasi', sv: 'Dina val', en: 'Your choices' },
    rhythm: { fi: 'Milloin sähköpostia tulee', sv: 'När e-post kommer', en: 'When mail comes' },
    kind: { fi: 'Laji', sv: 'Slag', en: 'Kind' },
    facts: { fi: 'Tiedot', sv: 'Uppgifter', en: 'Facts' },
    link: { fi: 'Linkki', sv: 'Länk', en: 'Link' },
    writtenAt: { fi: 'Kirjoitettu', sv: 'Skriven', en: 'Written' },
    readAt: { fi: 'Luettu', sv: 'Läst', en: 'Read' },
    app: { fi: 'Palvelussa', sv: 'I tjänsten', en: 'In the service' },
    mail: { fi: 'Sähköpostilla', sv: 'Per e-post', en: 'By mail' },
    bundleAt: { fi: 'Kooste kello', sv: 'Sammandrag klockan', en: 'Bundle at' },
    quietFrom: { fi: 'Hiljaista alkaen', sv: 'Tyst från', en: 'Quiet from' },
    quietUntil: { fi: 'Hiljaista asti', sv: 'Tyst till', en: 'Quiet until' },
  },
  async collect(manager, person) {
    const [row] = await manager.query<{ data: Record<string, unknown> }[]>(COLLECT, [person]);
    return row?.data ?? {};
  },
  async forget(manager, person) {
    await manager.query('DELETE FROM notice.choice WHERE person_id = $1', [person]);
    await manager.query('DELETE FROM notice.rhythm WHERE person_id = $1', [person]);
    // Others may have been told something about them.
    await manager.query(
      `DELETE FROM notice.notice WHERE person_id = $1::uuid
         OR strpos(facts::text, $1::text) > 0 OR strpos(link, $1::text) > 0`,
      [person],
    );
  },
};

/** How long notices are kept: those that have been read half as long as the rest. */
export const noticeRetention: readonly RetentionRule[] = [
  {
    name: 'notice.read',
    what: {
      fi: 'Ilmoitukset, jotka olet lukenut palvelussa',
      sv: 'Aviseringar som du har läst i tjänsten',
      en: 'Notices that you have read in the service',
    },
    keptFor: {
      fi: '12 kuukautta lukemisesta',
      sv: '12 månader efter läsningen',
      en: '12 months after reading',
    },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM notice.notice WHERE read_at < $1::timestamptz - interval '12 months'`,
        [now],
      ),
  },
  {
    name: 'notice.notice',
    what: {
      fi: 'Muut ilmoitukset sinulle palvelussa',
      sv: 'Övriga aviseringar till dig i tjänsten',
      en: 'Other notices to you in the service',
    },
    keptFor: { fi: '24 kuukautta', sv: '24 månader', en: '24 months' },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM notice.notice WHERE written_at < $1::timestamptz - interval '24 months'`,
        [now],
      ),
  },
];

const COLLECT = `
  SELECT json_build_object(
    'notices', coalesce((SELECT json_agg(json_build_object('kind', n.kind, 'facts', n.facts,
        'link', n.link, 'writtenAt', n.written_at, 'readAt', n.read_at) ORDER BY n.id)
      FROM notice.notice n WHERE n.person_id = $1), '[]'),
    'choices', coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'app', c.app,
        'mail', c.mail) ORDER BY c.kind) FROM notice.choice c WHERE c.person_id = $1), '[]'),
    'rhythm', coalesce((SELECT json_agg(json_build_object('bundleAt', r.bundle_at,
        'quietFrom', r.quiet_from, 'quietUntil', r.quiet_until))
      FROM notice.rhythm r WHERE r.person_id = $1), '[]')
  ) AS data`;
