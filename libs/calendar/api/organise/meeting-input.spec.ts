import type { ProblemDetails } from '@luotsi/platform/model';
import type { SessionDraft } from '@luotsi/calendar/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { aSession, published } from '../session-fixtures';

type Meeting = SessionDraft['meetings'][number];

describe('a meeting as it is written', () => {
  let luotsi: TestApp;
  let national: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    national = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const day: Meeting = { start: '2057-05-02T09:00', end: '2057-05-02T16:00' };
  const create = (more: Partial<Meeting>) =>
    national.post<ProblemDetails>('/api/sessions', aSession({ meetings: [{ ...day, ...more }] }));

  it.each([
    ['a day that is not', { start: '2057-02-30T09:00' }, '/start'],
    ['the year 0', { start: '0000-05-02T09:00' }, '/start'],
    ['a bare offset', { timeZone: '+03:00' }, '/timeZone'],
    ['a zone in another case', { timeZone: 'europe/helsinki' }, '/timeZone'],
    ['a zone that is not', { timeZone: 'Europe/Vantaa' }, '/timeZone'],
    ['a link that runs', { link: 'javascript:alert(1)' }, '/link'],
    ['a link with a space in it', { link: 'https://a.example/room 1' }, '/link'],
  ])('is refused with %s', async (_, more, place) => {
    const { status, body } = await create(more);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, `/meetings/0${place}`]);
  });

  it.each(['Europe/Helsinki', 'Europe/Mariehamn', 'Asia/Kolkata', 'US/Pacific'])(
    'in %s has the VTIMEZONE that its times name',
    async (timeZone) => {
      const id = await published(national, { meetings: [{ ...day, timeZone }] });
      const { text } = await luotsi.visitor().get(`/feeds/sessions/${id}.ics`);
      expect(text).toContain(`DTSTART;TZID=${timeZone}:20570502T090000`);
      expect(text.match(/^TZID:.*$/gm)?.map((line) => line.trim())).toEqual([`TZID:${timeZone}`]);
    },
  );

  it('is not kept when a name in it is misspelt: it says which, and which was meant', async () => {
    const title = { fi: 'Ei jää mitään', sv: '', en: '' };
    const sent = { ...aSession({ title }), enrollmentOpens: '2057-04-01T09:00:00Z' };
    const meetings = [{ ...day, timezone: 'Asia/Kolkata' }];
    const { status, body } = await national.post<ProblemDetails>('/api/sessions', {
      ...sent,
      meetings,
    });
    expect([status, body.type]).toEqual([422, 'urn:luotsi:problem:validation-failed']);
    expect(body.errors).toEqual([
      { pointer: '/meetings/0/timezone', detail: expect.stringContaining('timeZone') as string },
      { pointer: '/enrollmentOpens', detail: expect.stringContaining('enrolmentOpens') as string },
    ]);
    const [kept] = await luotsi.database.query<unknown[]>(
      `SELECT FROM calendar.session WHERE title ->> 'fi' = $1`,
      [title.fi],
    );
    expect(kept).toBeUndefined();
    const id = await published(national);
    const change = { capacity: 7, enrollmentOpens: null };
    expect(await national.patch(`/api/sessions/${id}`, change)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/enrollmentOpens' }] },
    });
    // What only it knows is a client's own affair.
    expect(
      await national.patch(`/api/sessions/${id}`, { capacity: 8, region: '19', myNote: 'x' }),
    ).toMatchObject({ status: 200 });
  });
});
