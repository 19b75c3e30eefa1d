/** The rows of a table as JSON, in an order; `[]` where there are none. */
const rows = (members: string, rest: string, order: string) =>
  `coalesce((SELECT json_agg(json_build_object(${members}) ORDER BY ${order}) FROM identity.${rest}), '[]')`;

/** Everything that identity keeps about $1, except secrets and their hashes, as one JSON object. */
export const COLLECT = `
  SELECT json_build_object(
    'account', json_build_object('id', p.id, 'name', p.name, 'email', p.email,
      'emailConfirmed', p.email_verified, 'language', p.language, 'languages', p.languages,
      'createdAt', p.created_at, 'changedAt', p.updated_at,
      'lastSignInAt', p.last_sign_in_at, 'demonstration', p.demonstration),
    'affiliations', ${rows(
      `'region', region_code, 'organisation', organisation_id,
       'organisationNamed', organisation_named, 'sector', sector,
       'practitionerType', practitioner_type, 'validFrom', valid_from, 'validTo', valid_to,
       'regionConfirmedAt', region_confirmed_at,
       'organisationConfirmedAt', organisation_confirmed_at`,
      'affiliation WHERE person_id = p.id',
      'valid_from',
    )},
    'roles', ${rows(
      `'role', role, 'scope', scope_type, 'place', scope_id, 'validFrom', valid_from,
       'validTo', valid_to`,
      'role_grant WHERE person_id = p.id',
      'valid_from, id',
    )},
    'waysToSignIn', ${rows(
      `'way', provider_id, 'since', created_at`,
      'account WHERE person_id = p.id',
      'created_at',
    )},
    'oneTimeCodes', ${rows(
      `'confirmedAt', confirmed_at`,
      'totp WHERE person_id = p.id',
      'confirmed_at',
    )},
    'passkeys', ${rows(
      `'name', name, 'createdAt', created_at`,
      'passkey WHERE person_id = p.id',
      'created_at',
    )},
    'recoveryCodesLeft', (SELECT count(*) FROM identity.recovery_code
      WHERE person_id = p.id AND used_at IS NULL),
    'signIns', ${rows(
      `'createdAt', created_at, 'lastSeenAt', last_seen_at, 'browser', browser, 'system', system,
       'expiresAt', expires_at`,
      'session WHERE person_id = p.id',
      'created_at',
    )},
    'knownBrowsers', ${rows(
      `'browser', browser, 'system', system, 'lastAt', last_at`,
      'known_browser WHERE person_id = p.id',
      'last_at',
    )},
    'addressChanges', ${rows(
      `'email', email, 'askedAt', asked_at, 'expiresAt', expires_at`,
      'address_change WHERE person_id = p.id',
      'asked_at',
    )},
    'invitations', ${rows(
      `'sentAt', sent_at, 'acceptedAt', accepted_at, 'own', invited_by IS NOT DISTINCT FROM p.id`,
      'invitation WHERE email = p.email OR accepted_by = p.id OR invited_by = p.id',
      'sent_at, id',
    )},
    'deletion', ${rows(
      `'askedAt', asked_at, 'dueAt', due_at, 'reason', reason`,
      'deletion WHERE person_id = p.id',
      'asked_at',
    )},
    'copies', ${rows(
      `'askedAt', asked_at, 'expiresAt', expires_at`,
      'data_copy WHERE person_id = p.id',
      'asked_at',
    )},
    'log', ${rows(
      `'at', e.at, 'action', e.action, 'own', e.actor_id IS NOT DISTINCT FROM p.id,
       'by', (SELECT name FROM identity.person WHERE id = e.actor_id), 'facts', e.facts`,
      `audit_entry e WHERE e.actor_id = p.id OR e.subject_ids @> ARRAY[p.id]`,
      'e.at, e.id',
    )}
  ) AS data FROM identity.person p WHERE p.id = $1`;
