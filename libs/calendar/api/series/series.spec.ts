import type {
  getSeries,
  OrganisedSession,
  previewSeries,
  SeriesRule,
  SessionDraft,
} from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import type { Answer, ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { daysPass } from '../session-fixtures';

type Rule = Partial<SeriesRule>;
const monthly: Rule = { frequency: 'monthly', times: 4 };
const cafe: SessionDraft = {
  title: { fi: 'Oppimiskahvila', sv: 'Lärcafé', en: 'Learning café' },
  capacity: 20,
  meetings: [{ start: '2055-02-09T13:00', end: '2055-02-09T15:00' }],
};

describe('a series', () => {
  let luotsi: TestApp;
  let lapland: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
  });
  afterAll(() => luotsi.close());

  const preview = async (rule: Rule, start: string, end: string, answers: object[] = []) =>
    (
      await lapland.post<Answer<typeof previewSeries>>('/api/series/preview', {
        ...{ rule, answers, meetings: [{ start, end }] },
      })
    ).body;
  const dates = async (rule: Rule, start: string) =>
    (await preview(rule, `${start}T13:00`, `${start}T15:00`)).dates
      .filter(({ skipped }) => !skipped)
      .map(({ date }) => date);
  const create = (more: Partial<SessionDraft> = {}, rest: object = {}) =>
    lapland.post<{ id: string; sessions: string[] }>('/api/series', {
      ...{ rule: monthly, session: { ...cafe, ...more } },
      ...rest,
    });
  const organised = async (id: string) =>
    (await lapland.get<OrganisedSession>(`/api/organised-sessions/${id}`)).body;
  const starts = async (ids: readonly string[]) =>
    (await Promise.all(ids.map(organised))).map(({ meetings }) => meetings[0]?.start);
  const change = (id: string, body: object) =>
    lapland.patch<{ sessions: number; enrolled: number; kept: object[]; past: number }>(
      `/api/sessions/${id}/series`,
      body,
    );

  it('is not published where one of its sessions is over already; as drafts it may be kept', async () => {
    const past = { meetings: [{ start: '2026-01-13T13:00', end: '2026-01-13T15:00' }] };
    expect(await create(past, { publish: true })).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:session-past' },
    });
    expect(await create(past)).toMatchObject({ status: 201 });
  });

  it.each([
    ['each week', { frequency: 'weekly', times: 3 }, '2055-03-22', ['03-22', '03-29', '04-05']],
    [
      'every third week',
      { frequency: 'weekly', every: 3, times: 2 },
      '2055-01-05',
      ['01-05', '01-26'],
    ],
    ['the second Tuesday', monthly, '2055-02-09', ['02-09', '03-09', '04-13', '05-11']],
    [
      'the last Friday',
      { ...monthly, day: 'lastWeekday' },
      '2055-01-29',
      ['01-29', '02-26', '03-26', '04-30'],
    ],
    ['the 31st', { ...monthly, day: 'date' }, '2055-01-31', ['01-31', '03-31', '05-31', '07-31']],
    [
      'until a day, without one',
      { frequency: 'monthly', until: '2055-05-11', skip: ['2055-04-13'] },
      '2055-02-09',
      ['02-09', '03-09', '05-11'],
    ],
  ] as const)('is held on %s', async (_, rule, first, expected) => {
    expect(await dates({ ...rule } as Rule, first)).toEqual(expected.map((day) => `2055-${day}`));
  });

  it('is held each year on the same weekday of the month', async () => {
    expect(await dates({ frequency: 'yearly', times: 3 }, '2055-11-11')).toEqual([
      '2055-11-11',
      '2056-11-09',
      '2057-11-08',
    ]);
  });

  it('keeps the time of the day when the clocks change, and asks about an hour that is none or two', async () => {
    const weekly: Rule = { frequency: 'weekly', times: 3 };
    const night = await preview(weekly, '2055-03-21T03:30', '2055-03-21T09:00');
    expect(night.dates.map(({ date, trouble }) => [date, trouble])).toEqual([
      ['2055-03-21', null],
      ['2055-03-28', 'meeting-time-skipped'],
      ['2055-04-04', null],
    ]);
    const session = { ...cafe, meetings: [{ start: '2055-10-24T03:30', end: '2055-10-24T09:00' }] };
    expect(await lapland.post('/api/series', { rule: weekly, session })).toMatchObject({
      status: 422,
      body: { type: 'urn:luotsi:problem:meeting-time-twice' },
    });
    const answers = [{ date: '2055-10-31', take: 'later' }];
    const { body, status } = await lapland.post<{ sessions: string[] }>('/api/series', {
      ...{ rule: weekly, session, answers },
    });
    expect(status).toBe(201);
    const offsets = (await Promise.all(body.sessions.map(organised))).map(({ meetings }) => [
      meetings[0]?.start.slice(11),
      meetings[0]?.startOffset,
    ]);
    expect(offsets).toEqual([
      ['03:30', '+03:00'],
      ['03:30', '+02:00'],
      ['03:30', '+02:00'],
    ]);
  });

  it('is created in one go, as drafts or published; enrolment closes as many days before each', async () => {
    const { status, body } = await create({ enrolmentCloses: '2055-02-02T10:00:00Z' });
    expect(status).toBe(201);
    expect(await starts(body.sessions)).toEqual([
      '2055-02-09T13:00',
      '2055-03-09T13:00',
      '2055-04-13T13:00',
      '2055-05-11T13:00',
    ]);
    const third = await organised(body.sessions[2] ?? '');
    expect(third).toMatchObject({
      status: 'draft',
      seriesId: body.id,
      organiser: { id: groupId('elo-19') },
      // The same time of the day, in summer.
      enrolmentCloses: '2055-04-06T09:00:00.000Z',
    });
    const open = await create({}, { publish: true });
    const page = await luotsi.visitor().get(`/api/sessions/${open.body.sessions[3] ?? ''}`);
    expect(page).toMatchObject({ status: 200, body: { status: 'published', enrolmentOpen: true } });
  });

  it('says which of its sessions could not be enrolled in, also when all are moved', async () => {
    expect(await create({ enrolmentCloses: '2055-02-10T10:00:00Z' })).toMatchObject({
      status: 422,
      body: {
        type: 'urn:luotsi:problem:enrolment-closes-late',
        errors: [{ pointer: '/session/enrolmentCloses' }],
      },
    });
    const { body } = await create({ enrolmentCloses: '2055-02-07T10:00:00Z' });
    const [first = '', second = ''] = body.sessions;
    const meetings = [{ start: '2055-02-02T13:00', end: '2055-02-02T15:00' }];
    const moved = { meetings, enrolmentCloses: '2055-02-01T10:00:00Z' };
    expect(await change(first, { scope: 'all', change: moved })).toMatchObject({
      status: 422,
      body: { type: 'urn:luotsi:problem:enrolment-closes-late', session: { id: second } },
    });
    expect(await starts([first])).toEqual(['2055-02-09T13:00']);
  });

  it('is refused whole: too long, without dates, or in another’s name', async () => {
    const refused = async (rest: object, more: Partial<SessionDraft> = {}) =>
      ((await create(more, rest)).body as unknown as ProblemDetails).type;
    const name = (problem: string) => `urn:luotsi:problem:${problem}`;
    expect(await refused({ rule: { frequency: 'weekly', until: '2063-01-01' } })).toBe(
      name('series-too-long'),
    );
    expect(await refused({ rule: { frequency: 'weekly', times: 1, skip: ['2055-02-09'] } })).toBe(
      name('series-empty'),
    );
    expect(await refused({}, { organiser: { type: 'group', id: groupId('elo-06') } })).toBe(
      name('organiser-not-yours'),
    );
    expect((await create({}, { rule: { frequency: 'weekly' } })).status).toBe(422);
    const [{ count } = { count: 0 }] = await luotsi.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM calendar.series WHERE rule ->> 'until' = '2063-01-01'`,
    );
    expect(count).toBe(0);
  });

  it('is changed from here on: times move alike, and it is said whom that touches', async () => {
    const { sessions } = (await create({}, { publish: true })).body;
    const [, second = '', third = ''] = sessions;
    const people = await luotsi.crowd(3, 'counsellor');
    for (const person of people) await person.post(`/api/sessions/${third}/enrolment`);
    await people[0]?.post(`/api/sessions/${second}/enrolment`);
    const wanted = {
      scope: 'following',
      change: { meetings: [{ start: '2055-03-10T14:00', end: '2055-03-10T16:30' }] },
    };
    const counted = { sessions: 3, enrolled: 3, kept: [], past: 0 };
    expect((await change(second, { ...wanted, dryRun: true })).body).toEqual(counted);
    expect((await starts(sessions))[1]).toBe('2055-03-09T13:00');
    expect((await change(second, wanted)).body).toEqual(counted);
    expect(await starts(sessions)).toEqual([
      '2055-02-09T13:00',
      '2055-03-10T14:00',
      '2055-04-14T14:00',
      '2055-05-12T14:00',
    ]);
    const heard = await people[1]?.get<{ items: { kind: string }[] }>('/api/me/notices');
    expect(heard?.body.items.filter(({ kind }) => kind === 'session-moved')).toHaveLength(1);
  });

  it('keeps what was edited in one alone, unless told otherwise', async () => {
    const { sessions } = (await create()).body;
    const [first = '', second = ''] = sessions;
    const own = { fi: 'Oma nimi', sv: '', en: '' };
    await lapland.patch(`/api/sessions/${second}`, { title: own, contact: 'Eero' });
    const renamed = { fi: 'Aamukahvila', sv: 'Morgoncafé', en: 'Morning café' };
    expect((await change(first, { scope: 'all', change: { title: renamed } })).body).toEqual({
      ...{ sessions: 4, enrolled: 0, past: 0 },
      kept: [{ id: second, parts: ['title'] }],
    });
    expect(await organised(second)).toMatchObject({ title: own, contact: 'Eero' });
    expect((await organised(sessions[3] ?? '')).title).toEqual(renamed);
    const seen = await lapland.get<Answer<typeof getSeries>>(`/api/sessions/${first}/series`);
    expect(seen.body.series?.recurrence).toBe('FREQ=MONTHLY;BYDAY=2TU;COUNT=4');
    expect(seen.body.sessions.map(({ id, own }) => [id === second, own])).toEqual([
      [false, []],
      [true, ['title', 'contact']],
      [false, []],
      [false, []],
    ]);
    await change(first, { scope: 'all', keepOwn: false, change: { title: renamed } });
    expect(await organised(second)).toMatchObject({ title: renamed, contact: 'Eero' });
  });

  it('takes what was edited in one on to those after it: its words, and times as many days away', async () => {
    const { sessions } = (await create()).body;
    const [, second = '', third = ''] = sessions;
    const title = { fi: 'Iltakahvila', sv: '', en: '' };
    const meetings = [{ start: '2055-03-11T17:00', end: '2055-03-11T19:00' }];
    await lapland.patch(`/api/sessions/${second}`, { title, meetings, contact: 'Eero' });
    await lapland.patch(`/api/sessions/${third}`, { title: { fi: 'Oma', sv: '', en: '' } });
    const spread = (more: object) =>
      lapland.post<object>(`/api/sessions/${second}/series`, {
        ...{ scope: 'following', parts: ['title', 'meetings'] },
        ...more,
      });
    const told = { sessions: 2, enrolled: 0, past: 0, kept: [{ id: third, parts: ['title'] }] };
    expect((await spread({ dryRun: true })).body).toEqual(told);
    expect((await spread({})).body).toEqual(told);
    expect(await starts(sessions)).toEqual([
      '2055-02-09T13:00',
      '2055-03-11T17:00',
      '2055-04-15T17:00',
      '2055-05-13T17:00',
    ]);
    expect(await organised(third)).toMatchObject({ title: { fi: 'Oma' }, contact: '' });
    expect(await organised(sessions[3] ?? '')).toMatchObject({ title, contact: '' });
    const seen = await lapland.get<Answer<typeof getSeries>>(`/api/sessions/${second}/series`);
    expect(seen.body.sessions.map(({ own }) => own)).toEqual([[], ['contact'], ['title'], []]);
  });

  it('leaves what is over as it was, and one that has been changed meanwhile alone', async () => {
    const { sessions } = (await create({}, { publish: true })).body;
    const [first = '', second = ''] = sessions;
    await daysPass(luotsi, first, 12_000);
    const wanted = { scope: 'all', change: { contact: 'Aino', version: 1 } };
    expect((await change(second, wanted)).body).toMatchObject({ sessions: 3, past: 1 });
    expect((await organised(first)).contact).toBe('');
    expect(await change(second, wanted)).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:edited-meanwhile' },
    });
    const { body } = await lapland.post<{ id: string }>('/api/sessions', cafe);
    expect(await change(body.id, wanted)).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:session-without-series' },
    });
  });
});
