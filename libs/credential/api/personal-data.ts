import { rowsGone, type PersonalData, type RetentionRule } from '@luotsi/platform/api';

/** Years for which it can be verified that a certificate was revoked. */
const YEARS = 6;

/**
 * Credentials as a person's own data. They go with the account: without the name a certificate
 * would vouch for whatever name is put on a copy of it, and a name alone is what was to be deleted.
 */
export const credentialData: PersonalData = {
  columns: ['credential.credential.person_id'],
  words: {
    credential: { fi: 'Todistukset', sv: 'Intyg', en: 'Certificates' },
    credentials: { fi: 'Saamasi todistukset', sv: 'Intyg du fått', en: 'Certificates you hold' },
    kind: { fi: 'Laji', sv: 'Slag', en: 'Kind' },
    attendance: { fi: 'osallistumisesta', sv: 'över deltagande', en: 'of attendance' },
    facts: { fi: 'Mitä siinä lukee', sv: 'Vad det säger', en: 'What it says' },
    code: { fi: 'Tarkistuskoodi', sv: 'Kontrollkod', en: 'Verification code' },
    issuedAt: { fi: 'Annettu', sv: 'Utfärdat', en: 'Issued' },
    revokedAt: { fi: 'Mitätöity', sv: 'Ogiltigt sedan', en: 'Revoked' },
    reason: { fi: 'Miksi', sv: 'Varför', en: 'Why' },
    corrected: {
      fi: 'osallistuminen korjattiin',
      sv: 'deltagandet rättades',
      en: 'attendance was corrected',
    },
    replaced: { fi: 'korvattiin uudella', sv: 'ersattes av ett nytt', en: 'replaced by a new one' },
  },
  async collect(manager, person) {
    const [row] = await manager.query<{ data: Record<string, unknown> }[]>(
      `SELECT json_build_object('credentials', coalesce(json_agg(json_build_object(
          'kind', c.kind, 'facts', c.facts, 'code', c.code, 'issuedAt', c.issued_at,
          'revokedAt', c.revoked_at, 'reason', c.revocation_reason) ORDER BY c.issued_at, c.id), '[]'))
         AS data
       FROM credential.credential c WHERE c.person_id = $1`,
      [person],
    );
    return row?.data ?? {};
  },
  async forget(manager, person) {
    await manager.query('DELETE FROM credential.credential WHERE person_id = $1', [person]);
  },
};

/** How long credentials are kept: as long as they can be of use to whom they were issued. */
export const credentialRetention: readonly RetentionRule[] = [
  {
    name: 'credential.credential',
    what: {
      fi: 'Todistuksesi',
      sv: 'Dina intyg',
      en: 'Your certificates',
    },
    keptFor: {
      fi: 'niin kauan kuin sinulla on tili; sen jälkeen niiden tarkistusosoitteet eivät toimi',
      sv: 'så länge du har ett konto; därefter fungerar deras kontrolladresser inte',
      en: 'as long as you have an account; after that their verification addresses no longer work',
    },
  },
  {
    name: 'credential.revoked',
    what: {
      fi: 'Mitätöidyt todistuksesi',
      sv: 'Dina ogiltiga intyg',
      en: 'Your revoked certificates',
    },
    keptFor: { fi: '6 vuotta mitätöinnistä', sv: '6 år från det', en: '6 years from then' },
    apply: (manager, now) =>
      rowsGone(
        manager,
        `DELETE FROM credential.credential
         WHERE revoked_at < $1::timestamptz - make_interval(years => $2)`,
        [now, YEARS],
      ),
  },
];
