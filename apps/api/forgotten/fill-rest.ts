import { newId } from '@luotsi/platform/api';
import type { TestApp } from '@testing';
import { randomBytes } from 'node:crypto';
import { EMAIL, NAME } from './names';

/** What takes too long by the way of the pages: rows as the slices write them. */
export async function fillRest(luotsi: TestApp, id: string, other: string): Promise<void> {
  const bytes = () => randomBytes(32);
  const add = (table: string, row: Readonly<Record<string, unknown>>) => {
    const names = Object.keys(row);
    return luotsi.query(
      `INSERT INTO ${table} (${names.join(', ')})
       VALUES (${names.map((_, place) => `$${String(place + 1)}`).join(', ')})`,
      Object.values(row),
    );
  };
  const soon = new Date(Date.now() + 3_600_000);
  await add('identity.account', {
    id: newId(),
    person_id: id,
    account_id: id,
    provider_id: 'test',
  });
  await add('identity.known_browser', { person_id: id, browser: 'Firefox', system: 'Linux' });
  await add('identity.affiliation', {
    id: newId(),
    person_id: other,
    region_code: '01',
    region_confirmed_at: new Date(),
    region_confirmed_by: id,
    organisation_confirmed_by: id,
  });
  await add('identity.affiliation', { id: newId(), person_id: id, region_code: '19' });
  await luotsi.query(
    'UPDATE identity.role_grant SET given_by = $2, ended_by = $2 WHERE person_id = $1',
    [other, id],
  );
  const change = newId();
  await add('identity.address_change', {
    id: change,
    person_id: id,
    email: `new.${EMAIL}`,
    expires_at: soon,
  });
  await add('identity.link_token', {
    hash: bytes(),
    purpose: 'address-new',
    person_id: id,
    address_change_id: change,
    expires_at: soon,
  });
  await add('identity.sign_up', {
    id: newId(),
    name: NAME,
    email: EMAIL,
    language: 'fi',
    password_hash: 'x',
  });
  await add('identity.open_id_attempt', {
    state_hash: newId(),
    browser_hash: 'b',
    provider_id: 'p',
    nonce: 'n',
    code_verifier: 'v',
    redirect_uri: '/',
    return_to: '/',
    person_id: id,
    expires_at: soon,
  });
  await add('identity.waiting_link', {
    token_hash: newId(),
    person_id: id,
    issuer: 'i',
    subject: 's',
    expires_at: soon,
  });
  const factor = { id: newId(), person_id: id };
  await add('identity.totp', { ...factor, secret: bytes() });
  await add('identity.recovery_code', { ...factor, salt: randomBytes(16), hash: bytes() });
  await add('identity.passkey', {
    ...factor,
    credential_id: 'c',
    public_key: bytes(),
    counter: 0,
    synced: false,
    name: `Puhelin ${NAME}`,
  });
  await add('identity.passkey_challenge', {
    hash: bytes(),
    purpose: 'add',
    person_id: id,
    expires_at: soon,
  });
  await add('identity.half_sign_in', {
    hash: bytes(),
    person_id: id,
    way: 'password',
    expires_at: soon,
  });
  await add('identity.accessibility_feedback', {
    id: newId(),
    message: 'Kontrasti on heikko',
    contact: `Soita tai kirjoita ${EMAIL.toUpperCase()}`,
    language: 'fi',
    answered_at: new Date(),
    answered_by: id,
  });
  await add('identity.invitation', {
    id: newId(),
    email: EMAIL,
    language: 'fi',
    token_hash: bytes(),
    invited_by: other,
    expires_at: soon,
    accepted_at: new Date(),
    accepted_by: id,
  });
  await add('identity.invitation', {
    id: newId(),
    email: 'somebody.else@example.org',
    language: 'fi',
    token_hash: bytes(),
    invited_by: id,
    expires_at: soon,
  });
  const title = { fi: 'Runko', sv: '', en: '' };
  const content = { title, slots: [{ day: 1, start: '09:00', end: '10:00', title }] };
  const outline = newId();
  await add('calendar.outline', { id: outline, content, created_by: id, changed_by: id });
  await add('calendar.outline_version', {
    outline_id: outline,
    number: 1,
    content,
    note: title,
    published_by: id,
  });
  await luotsi.query(
    `INSERT INTO calendar.feedback_asked (session_id, person_id)
     SELECT session_id, person_id FROM calendar.enrolment WHERE person_id = $1 LIMIT 1`,
    [id],
  );
  await add('credential.credential', {
    id: newId(),
    person_id: id,
    kind: 'attendance',
    about: newId(),
    facts: JSON.stringify({ name: NAME }),
    code: '00000-00000-00000-00000',
  });
  await luotsi.query(
    `UPDATE planning.plan SET state = 'published', published_at = now(), published_by = $1
     WHERE submitted_by = $1`,
    [id],
  );
}
