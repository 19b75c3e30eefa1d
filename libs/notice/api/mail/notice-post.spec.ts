import type { NoticeSettings } from '@luotsi/notice/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { Notices, type NewNotice } from '../writing/notices';
import { NoticePost } from './notice-post';

describe('the mail about notices', () => {
  let luotsi: TestApp;
  let post: NoticePost;
  let person: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    post = luotsi.app.get(NoticePost);
  });
  beforeEach(async () => {
    person = await luotsi.as('counsellor');
  });
  afterAll(() => luotsi.close());

  const session = { fi: 'Kuulutukset', sv: 'Kungörelser', en: 'Announcements' };
  const notice = (kind: string, more: Partial<NewNotice> = {}): NewNotice => ({
    kind,
    people: [person.id ?? ''],
    facts: { session, when: { at: '2055-03-11T07:00:00Z' }, place: null, reason: session },
    link: '/sessions/7',
    ...more,
  });
  const tell = (...notices: NewNotice[]) =>
    luotsi.database.transaction((manager) => Notices.write(manager, ...notices));
  /** As if it had been written then. */
  const tellAt = async (at: string, ...notices: NewNotice[]) => {
    await tell(...notices);
    await luotsi.query(
      `UPDATE notice.notice SET written_at = $2, mail_at = $2
       WHERE person_id = $1 AND mail_at IS NOT NULL AND written_at > now() - interval '1 minute'`,
      [person.id, at],
    );
  };
  const letters = async () => {
    const [row] = await luotsi.query<{ email: string }>(
      `SELECT email FROM identity.person WHERE id = $1`,
      [person.id],
    );
    return luotsi.letters(row?.email ?? '');
  };
  const settle = (body: object) => person.put('/api/me/notice-settings', body);
  const quiet = { from: '21:00', until: '07:00' };

  it('goes at once, in the person’s language, with the way to the thing', async () => {
    await person.patch('/api/me', { language: 'sv' });
    await tell(notice('enrolment-confirmed'));
    await post.post();
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'enrolment-confirmed',
      language: 'sv',
      subject: 'Du är med: Kungörelser',
      person: person.id,
    });
    expect(letter?.text).toContain('Torsdag 11.3.2055 kl. 9');
    expect(letter?.link).toMatch(/^http:\/\/localhost:\d+\/sessions\/7$/);
  });

  it('is posted once, however often and from however many processes it is looked for', async () => {
    await tell(notice('enrolment-confirmed'), notice('session-postponed'));
    await Promise.all([post.post(), post.post(), luotsi.doJobs()]);
    await post.post();
    const subjects = (await letters()).map(({ subject }) => subject);
    expect(subjects).toEqual(['Olet mukana: Kuulutukset', 'Koulutus siirtyy: Kuulutukset']);
  });

  it('is not sent of what one has turned off, nor to an address that isn’t confirmed', async () => {
    await settle({ kinds: [{ kind: 'enrolment-confirmed', app: true, mail: false }] });
    await tell(notice('enrolment-confirmed'));
    await post.post();
    await luotsi.query(`UPDATE identity.person SET email_verified = false WHERE id = $1`, [
      person.id,
    ]);
    await tell(notice('session-cancelled'));
    await post.post();
    expect(await letters()).toEqual([]);
  });

  it('waits for quiet hours to end; what is owed and can’t wait does not', async () => {
    await settle({ quiet });
    const evening = '2055-01-11T19:30:00Z';
    await tellAt(
      evening,
      notice('enrolment-confirmed', { urgent: true }),
      notice('session-postponed'),
      notice('session-cancelled', { urgent: true }),
    );
    await post.post(new Date(evening));
    expect((await letters()).map(({ kind }) => kind)).toEqual(['session-cancelled']);
    await post.post(new Date('2055-01-12T04:59:00Z'));
    expect(await letters()).toHaveLength(1);
    await post.post(new Date('2055-01-12T05:00:00Z'));
    expect((await letters()).map(({ kind }) => kind)).toEqual([
      'session-cancelled',
      'enrolment-confirmed',
      'session-postponed',
    ]);
  });

  it('is one letter a day where that is wished', async () => {
    await settle({ bundleAt: '16:00' });
    await tellAt('2055-01-11T08:00:00Z', notice('enrolment-confirmed'));
    await tellAt('2055-01-11T12:00:00Z', notice('session-postponed'));
    await post.post(new Date('2055-01-11T13:59:00Z'));
    expect(await letters()).toEqual([]);
    await post.post(new Date('2055-01-11T14:00:00Z'));
    const [bundle, ...more] = await letters();
    expect(more).toEqual([]);
    expect(bundle?.subject).toBe('Luotsin kooste: 2 ilmoitusta');
    expect(bundle?.text).toMatch(/Olet mukana: Kuulutukset[^]*Koulutus siirtyy: Kuulutukset/);
    expect(bundle?.link).toMatch(/\/notices$/);
    await tellAt('2055-01-11T14:30:00Z', notice('enrolment-waitlisted'));
    await post.post(new Date('2055-01-12T14:00:00Z'));
    expect((await letters()).at(-1)?.subject).toContain('Olet jonossa');
  });

  it('follows a change of mind: what waits goes when it would have', async () => {
    await settle({ bundleAt: '16:00' });
    await tellAt('2055-01-11T08:00:00Z', notice('enrolment-confirmed'));
    await post.post(new Date('2055-01-11T09:00:00Z'));
    await settle({ bundleAt: null });
    await post.post(new Date('2055-01-11T09:01:00Z'));
    expect(await letters()).toHaveLength(1);
  });

  it('has a way out of its own kind, and none where the service owes it', async () => {
    await tell(notice('enrolment-confirmed'), notice('session-cancelled'));
    await post.post();
    const [confirmed, cancelled] = await letters();
    expect(cancelled?.unsubscribe).toBeNull();
    const address = new URL(confirmed?.unsubscribe ?? '');
    expect(address.pathname).toBe('/unsubscribe');
    const click = await luotsi
      .visitor()
      .post(`${address.pathname}${address.search}`, 'List-Unsubscribe=One-Click', {
        'content-type': 'application/x-www-form-urlencoded',
      });
    expect(click.status).toBe(204);
    const { body } = await person.get<NoticeSettings>('/api/me/notice-settings');
    expect(body.kinds.filter(({ mail }) => !mail).map(({ kind }) => kind)).toEqual([
      'enrolment-confirmed',
    ]);
  });

  it('of one who has no usable address does not keep others waiting', async () => {
    const other = person;
    person = await luotsi.as('counsellor');
    await luotsi.query(`UPDATE identity.person SET email = 'nowhere' WHERE id = $1`, [other.id]);
    await tell(notice('enrolment-confirmed', { people: [other.id ?? '', person.id ?? ''] }));
    await post.post();
    expect(await letters()).toHaveLength(1);
  });
});
