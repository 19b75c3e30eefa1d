import type { NoticeSettings } from '@luotsi/notice/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { Notices } from '../writing/notices';

const path = '/api/me/notice-settings';

describe('how one is told', () => {
  let luotsi: TestApp;
  let person: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  beforeEach(async () => {
    person = await luotsi.as('counsellor');
  });
  afterAll(() => luotsi.close());

  const read = async () => (await person.get<NoticeSettings>(path)).body;
  const change = (body: unknown) => person.put<NoticeSettings & ProblemDetails>(path, body);

  it('is in Luotsi and by mail, at once, until chosen otherwise', async () => {
    const settings = await read();
    expect(settings).toMatchObject({ bundleAt: null, quiet: null });
    expect(settings.kinds.every(({ app, mail }) => app && mail)).toBe(true);
    const cancelled = settings.kinds.find(({ kind }) => kind === 'session-cancelled');
    expect(cancelled?.owed?.fi).toContain('aina');
    const confirmed = settings.kinds.find(({ kind }) => kind === 'enrolment-confirmed');
    expect(confirmed).toMatchObject({ owed: null, name: { fi: 'Ilmoittautumisesi vahvistus' } });
  });

  it('is changed part by part; what is left out stays', async () => {
    const quiet = { from: '21:00', until: '07:00' };
    expect((await change({ quiet })).body.quiet).toEqual(quiet);
    const kinds = [{ kind: 'enrolment-confirmed', app: true, mail: false }];
    await change({ kinds, bundleAt: '16:00' });
    const settings = await read();
    expect(settings).toMatchObject({ quiet, bundleAt: '16:00' });
    expect(settings.kinds.filter(({ mail }) => !mail).map(({ kind }) => kind)).toEqual([
      'enrolment-confirmed',
    ]);
    expect((await change({ bundleAt: null })).body).toMatchObject({ quiet, bundleAt: null });
    expect((await change({ quiet: null })).body.quiet).toBeNull();
  });

  it('keeps what is owed, and says why; nothing of a refused change is kept', async () => {
    const refused = await change({
      bundleAt: '08:00',
      kinds: [
        { kind: 'enrolment-confirmed', app: false, mail: false },
        { kind: 'session-cancelled', app: true, mail: false },
      ],
    });
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:luotsi:problem:notice-owed']);
    expect(refused.body.detail).toContain('Jotta et lähde turhaan');
    const unknown = await change({ kinds: [{ kind: 'no-such', app: true, mail: true }] });
    expect(unknown.body.type).toBe('urn:luotsi:problem:notice-kind-unknown');
    expect(await read()).toMatchObject({ bundleAt: null });
    expect((await read()).kinds.every(({ app, mail }) => app && mail)).toBe(true);
  });

  it.each([
    { bundleAt: '24:00' },
    { bundleAt: '7:30' },
    { quiet: { from: '21:00', until: '21:00' } },
    { quiet: { from: '21:00' } },
    { kinds: [{ kind: 'enrolment-confirmed', app: 'yes', mail: true }] },
  ])('refuses %j', async (body) => {
    expect((await change(body)).status).toBe(422);
  });

  it('hides from the list, and from the count, what one does not want there', async () => {
    const facts = { session: 'Kuulutukset', when: '', place: '' };
    await luotsi.database.transaction((manager) =>
      Notices.write(
        manager,
        { kind: 'enrolment-confirmed', people: [person.id ?? ''], facts, link: null },
        { kind: 'session-postponed', people: [person.id ?? ''], facts, link: null },
      ),
    );
    await change({ kinds: [{ kind: 'enrolment-confirmed', app: false, mail: true }] });
    const { body } = await person.get<{ items: { kind: string }[]; unread: number }>(
      '/api/me/notices',
    );
    expect(body.items.map(({ kind }) => kind)).toEqual(['session-postponed']);
    expect(body.unread).toBe(1);
  });
});
