import type { RetentionKind, RetentionRun } from '@luotsi/identity/model';
import { newId } from '@luotsi/platform/api';
import { testApp, type TestApp } from '@testing';
import { randomBytes } from 'node:crypto';
import { retentionRules } from '../retention-rules';
import { Retention } from './retention';

const DAY = 86_400_000;

describe('retention times', () => {
  let luotsi: TestApp;
  let person: string;
  beforeAll(async () => {
    luotsi = await testApp();
    person = (await luotsi.as('counsellor')).id ?? '';
  });
  afterAll(() => luotsi.close());

  const after = (days: number) => luotsi.app.get(Retention).run(new Date(Date.now() + days * DAY));

  it('are told to everyone, in every language', async () => {
    const { body } = await luotsi.visitor().get<{ items: RetentionKind[] }>('/api/retention');
    expect(body.items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['platform.mail', 'identity.audit_entry', 'calendar.enrolment']),
    );
  });

  /** Per rule: how something of its kind comes to be now, and the days until it has to be there. */
  const kinds: [name: string, days: number, make: () => Promise<unknown>][] = [
    [
      'identity.sign_up',
      7,
      () =>
        luotsi.query(
          `INSERT INTO identity.sign_up (id, name, email, language, password_hash)
           VALUES ($1, 'x', 'x@y.fi', 'fi', 'x')`,
          [newId()],
        ),
    ],
    [
      'identity.invitation',
      30 + 7,
      () =>
        luotsi.query(
          `INSERT INTO identity.invitation (id, email, language, token_hash, expires_at)
           VALUES ($1, 'x@y.fi', 'fi', $2, now() + interval '7 days')`,
          [newId(), randomBytes(32)],
        ),
    ],
    [
      'identity.session',
      7,
      () =>
        luotsi.query(
          `INSERT INTO identity.session (id, person_id, token, expires_at)
           VALUES ($1, $2, 'x', now() + interval '7 days')`,
          [newId(), person],
        ),
    ],
    [
      'identity.known_browser',
      365,
      () =>
        luotsi.query(
          `INSERT INTO identity.known_browser (person_id, browser, system)
           VALUES ($1, 'Firefox', 'Linux')`,
          [person],
        ),
    ],
    [
      'identity.link',
      1,
      () =>
        luotsi.query(
          `INSERT INTO identity.link_token (hash, purpose, person_id, expires_at)
           VALUES ($1, 'reset', $2, now())`,
          [randomBytes(32), person],
        ),
    ],
    [
      'identity.failure',
      0,
      () =>
        luotsi.query(
          `INSERT INTO identity.sign_in_failure (key, points, expire) VALUES ('x', 1, $1)`,
          [Date.now() + 1_000],
        ),
    ],
    [
      'identity.role_grant',
      730,
      () =>
        luotsi.query(
          `INSERT INTO identity.role_grant
             (id, person_id, role, scope_type, valid_from, valid_to)
           VALUES ($1, $2, 'coach', 'country', now() - interval '1 day', now())`,
          [newId(), person],
        ),
    ],
    [
      'identity.data_copy',
      7,
      () =>
        luotsi.query(
          `INSERT INTO identity.data_copy (id, person_id, job_id, language, expires_at)
           VALUES ($1, $2, $3, 'fi', now() + interval '7 days')`,
          [newId(), person, newId()],
        ),
    ],
    [
      'identity.last_letter',
      7,
      () =>
        luotsi.query(
          `INSERT INTO platform.mail (id, message_id, kind, language, recipient, to_address,
             subject, text, html)
           VALUES ($1, $2, 'identity.account-deleted', 'fi', 'x@y.fi', 'x@y.fi', '', '', '')`,
          [newId(), newId()],
        ),
    ],
    [
      'identity.accessibility_feedback',
      730,
      () =>
        luotsi.query(
          `INSERT INTO identity.accessibility_feedback (id, message, language, answered_at)
           VALUES ($1, 'x', 'fi', now())`,
          [newId()],
        ),
    ],
  ];

  it.each(kinds)('%s: kept %s days, and gone after that', async (name, days, make) => {
    await make();
    if (days > 0) expect((await after(days - 0.01)).get(name)).toBe(0);
    expect((await after(days + 1.01)).get(name)).toBe(1);
  });

  it('keep nothing of which no test sees it go', () => {
    const elsewhere = ['identity.audit_entry', 'identity.retention_run'];
    const applied = retentionRules.filter(({ apply }) => apply).map(({ name }) => name);
    expect(applied.filter((name) => !elsewhere.includes(name))).toEqual(
      kinds.map(([name]) => name),
    );
  });

  it('of the log go by the clock of the database alone', async () => {
    await luotsi.query(
      `INSERT INTO identity.audit_entry (id, at, action) VALUES
         ($1, now() - interval '731 days', 'sign-in'), ($2, now(), 'sign-in')`,
      [newId(), newId()],
    );
    expect((await after(10_000)).get('identity.audit_entry')).toBe(1);
  });

  it('leave of an enrolment its number when six years have gone', async () => {
    const organiser = await luotsi.as('nationalCoordinator');
    const day = new Date(Date.now() + 10 * DAY).toISOString().slice(0, 10);
    const { body } = await organiser.post<{ id: string }>('/api/sessions', {
      title: { fi: 'Vanha', sv: '', en: '' },
      capacity: 3,
      meetings: [{ start: `${day}T09:00`, end: `${day}T16:00`, timeZone: 'Europe/Helsinki' }],
    });
    await organiser.post(`/api/sessions/${body.id}/publication`);
    const guest = await luotsi.as('counsellor');
    await organiser.post(`/api/sessions/${body.id}/enrolments`, {
      person: guest.id,
      reason: 'Sovittu puhelimessa',
    });
    expect((await after(6 * 365)).get('calendar.enrolment')).toBe(0);
    expect((await after(6 * 366 + 11)).get('calendar.enrolment')).toBe(1);
    const rows = await luotsi.query(
      `SELECT e.person_id, t.by_person_id, s.confirmed_count
       FROM calendar.enrolment e JOIN calendar.session s ON s.id = e.session_id
       JOIN calendar.enrolment_transition t ON t.enrolment_id = e.id WHERE s.id = $1`,
      [body.id],
    );
    expect(rows).toEqual([{ person_id: null, by_person_id: null, confirmed_count: 1 }]);
  });

  it('are reported to administrators, and to nobody else', async () => {
    await luotsi.query(
      `INSERT INTO identity.retention_run (id, rule, at, gone)
       VALUES ($1, 'identity.session', now() - interval '3 days', 4)`,
      [newId()],
    );
    const administrator = await luotsi.as('administrator');
    const { body } = await administrator.get<{ items: RetentionRun[] }>('/api/retention/runs');
    expect(body.items.map(({ name }) => name)).toContain('identity.session');
    const coordinator = await luotsi.as('groupCoordinator');
    expect((await coordinator.get('/api/retention/runs')).status).toBe(403);
  });

  it('that fail are told as failed, and hold no other up', async () => {
    await luotsi.query('ALTER TABLE identity.known_browser RENAME TO known_browser_gone');
    const outcome = await after(1);
    await luotsi.query('ALTER TABLE identity.known_browser_gone RENAME TO known_browser');
    expect(outcome.get('identity.known_browser')).toBeNull();
    expect(outcome.get('identity.retention_run')).not.toBeNull();
    const [last] = await luotsi.query(
      `SELECT gone FROM identity.retention_run WHERE rule = 'identity.known_browser'
       ORDER BY id DESC LIMIT 1`,
    );
    expect(last).toEqual({ gone: null });
  });
});
