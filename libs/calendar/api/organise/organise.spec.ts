import type { OrganisedSession, SessionItem, SessionPage } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { aSession, daysPass, published } from '../session-fixtures';

const problem = (name: string) => ({ body: { type: `urn:luotsi:problem:${name}` } });

describe('an organiser', () => {
  let luotsi: TestApp;
  let national: Actor;
  let lapland: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    national = await luotsi.as('nationalCoordinator');
    lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
  });
  afterAll(() => luotsi.close());

  const create = (by: Actor, more: Parameters<typeof aSession>[0] = {}) =>
    by.post<{ id: string }>('/api/sessions', aSession(more));
  const page = async (id: string) =>
    (await luotsi.visitor().get<SessionPage>(`/api/sessions/${id}`)).body;

  it('creates a draft from title, seats and meetings alone; nobody else sees it', async () => {
    const { status, body } = await create(lapland);
    expect(status).toBe(201);
    expect(await luotsi.visitor().get(`/api/sessions/${body.id}`)).toMatchObject({ status: 404 });
    const { body: list } = await luotsi.visitor().get<{ items: SessionItem[] }>('/api/sessions');
    expect(list.items.map(({ id }) => id)).not.toContain(body.id);
    expect(await lapland.post(`/api/sessions/${body.id}/enrolment`)).toMatchObject({ status: 404 });
  });

  it('sees everything that can be written, its links, and what is missing', async () => {
    const { body } = await create(lapland, {
      title: { fi: 'Kuulutukset', sv: '', en: '' },
      form: 'hybrid',
      link: 'https://kokous.example/huone',
      approval: true,
      regionalSeats: [{ region: '19', seats: 8 }],
      regionalSeatsUntil: '2055-02-01T10:00:00Z',
      attendanceRule: 1,
    });
    const address = `/api/organised-sessions/${body.id}`;
    expect((await lapland.get<OrganisedSession>(address)).body).toMatchObject({
      status: 'draft',
      version: 1,
      link: 'https://kokous.example/huone',
      approval: true,
      promotion: 'seat',
      offerHours: 48,
      regionalSeats: [{ region: '19', seats: 8 }],
      attendanceRule: 1,
      materials: [],
      coaches: [],
      meetings: [{ timeZone: 'Europe/Helsinki', cancelled: false }],
      missing: expect.arrayContaining(['title.sv', 'title.en', 'summary', 'place', 'contact']),
    });
    const elsewhere = await luotsi.as('groupCoordinator', { type: 'region', id: '06' });
    expect(await elsewhere.get(address)).toMatchObject({ status: 404 });
    expect(await luotsi.visitor().get(address)).toMatchObject({ status: 401 });
  });

  it('plans a session that has no date yet: in the calendar it can be read, not enrolled in', async () => {
    const planned = { year: 2055, month: 10 };
    const id = await published(national, { meetings: [], planned });
    expect(await page(id)).toMatchObject({
      status: 'published',
      planned,
      meetings: [],
      enrolmentOpen: false,
      enrolmentCloses: null,
    });
    expect(await lapland.post(`/api/sessions/${id}/enrolment`)).toMatchObject({
      status: 409,
      ...problem('session-without-date'),
    });
    const { body: list } = await luotsi.visitor().get<{ items: SessionItem[] }>('/api/sessions');
    expect(list.items.map((item) => item.id)).not.toContain(id);
    expect((await luotsi.visitor().get(`/feeds/sessions/${id}.ics`)).status).toBe(200);
    expect((await luotsi.visitor().get('/feeds/calendar.ics')).status).toBe(200);
    expect(
      await national.post(`/api/sessions/${id}/cancellation`, { reason: 'Ei kysyntää' }),
    ).toMatchObject({ status: 200 });
  });

  it('gives a session to a coach, who sees and publishes it; shares out no more seats than there are', async () => {
    const coach = await luotsi.as('coach');
    const { body } = await create(national, { coaches: [coach.id ?? ''] });
    expect(await coach.get(`/api/organised-sessions/${body.id}`)).toMatchObject({
      status: 200,
      body: { coaches: [{ id: coach.id }] },
    });
    expect(await coach.post(`/api/sessions/${body.id}/publication`)).toMatchObject({ status: 200 });
    expect(
      await create(national, { capacity: 5, regionalSeats: [{ region: '19', seats: 6 }] }),
    ).toMatchObject({ status: 422, ...problem('regional-seats-too-many') });
  });

  it('has nothing to cancel or postpone before it is published', async () => {
    const { body } = await create(lapland);
    for (const [step, sent] of [
      ['cancellation', { reason: 'Ei ehditä' }],
      ['postponement', undefined],
    ] as const)
      expect(await lapland.post(`/api/sessions/${body.id}/${step}`, sent)).toMatchObject({
        status: 409,
        ...problem('session-draft'),
      });
  });

  it('publishes it in the name of the own ELO group', async () => {
    const id = await published(lapland, {
      competences: ['CIA', 'CC'],
      regions: ['19'],
      theme: 'dg3',
    });
    expect(await page(id)).toMatchObject({
      status: 'published',
      organiser: { type: 'group', id: groupId('elo-19') },
      competences: ['CC', 'CIA'],
      regions: ['19'],
      theme: 'dg3',
      enrolmentOpen: true,
      confirmedCount: 0,
    });
    expect(await lapland.post(`/api/sessions/${id}/publication`)).toMatchObject({ status: 200 });
  });

  it('may not act for another region, a coach or counsellor for nobody', async () => {
    const organiser = { type: 'group', id: groupId('elo-06') } as const;
    expect(await create(lapland, { organiser })).toMatchObject({
      status: 403,
      ...problem('organiser-not-yours'),
    });
    const theirs = await published(national, { organiser });
    for (const step of ['publication', 'postponement'])
      expect(await lapland.post(`/api/sessions/${theirs}/${step}`)).toMatchObject({ status: 403 });
    const { body: draft } = await create(national, { organiser });
    expect(await lapland.post(`/api/sessions/${draft.id}/publication`)).toMatchObject({
      status: 404,
    });
    const coach = await luotsi.as('coach');
    expect(await create(coach)).toMatchObject({ status: 403, ...problem('not-allowed') });
    expect(await coach.post(`/api/sessions/${theirs}/publication`)).toMatchObject({ status: 403 });
  });

  it('of a development group organises in every region', async () => {
    const developer = await luotsi.as('developmentGroupMember', {
      type: 'group',
      id: groupId('dg2'),
    });
    const id = await published(developer, { regions: ['06'] });
    expect((await page(id)).organiser?.id).toBe(groupId('dg2'));
  });

  it('keeps the wall clock across a clock change, and is asked about an hour that is not one', async () => {
    const meeting = (start: string, end: string, more = {}) => ({
      meetings: [{ start, end, timeZone: 'Europe/Helsinki', ...more }],
    });
    const id = await published(national, {
      meetings: [
        { start: '2056-03-25T09:00', end: '2056-03-25T16:00', timeZone: 'Europe/Helsinki' },
        { start: '2056-03-27T09:00', end: '2056-03-27T16:00', timeZone: 'Europe/Helsinki' },
      ],
    });
    expect((await page(id)).meetings.map(({ start }) => start)).toEqual([
      '2056-03-25T07:00:00.000Z',
      '2056-03-27T06:00:00.000Z',
    ]);
    expect(await create(national, meeting('2055-03-28T03:30', '2055-03-28T09:00'))).toMatchObject({
      status: 422,
      ...problem('meeting-time-skipped'),
    });
    const night = ['2055-10-31T03:30', '2055-10-31T09:00'] as const;
    expect(await create(national, meeting(...night))).toMatchObject({
      status: 422,
      body: {
        type: 'urn:luotsi:problem:meeting-time-twice',
        earlier: '+03:00',
        later: '+02:00',
      },
    });
    const told = await create(national, meeting(...night, { startOffset: '+02:00' }));
    expect(told.status).toBe(201);
    expect(await create(national, meeting('2055-05-01T09:00', '2055-05-01T09:00'))).toMatchObject({
      status: 422,
      ...problem('meeting-ends-first'),
    });
  });

  it('is told of a region, theme or competence that is not there, and of nothing to enrol in', async () => {
    expect(await create(national, { competences: ['XX'] })).toMatchObject({
      status: 422,
      ...problem('reference-unknown'),
    });
    expect(await create(national, { capacity: 0 })).toMatchObject({ status: 422 });
    expect(await create(national, { meetings: [] })).toMatchObject({ status: 422 });
    expect(await create(national, { title: { fi: '', sv: '', en: '' } })).toMatchObject({
      status: 422,
    });
  });

  it.each([
    ['2055-02-01T00:00:00Z', '2055-01-01T00:00:00Z', 'enrolment-closes-first', '/enrolmentCloses'],
    [null, '2055-05-02T22:00:00Z', 'enrolment-closes-late', '/enrolmentCloses'],
    ['2055-05-01T08:00:00Z', null, 'enrolment-opens-late', '/enrolmentOpens'],
  ])(
    'is told that one can’t enrol from %s to %s, and of what to correct',
    async (enrolmentOpens, enrolmentCloses, name, pointer) => {
      const day = (date: string) => ({ start: `${date}T09:00`, end: `${date}T16:00` });
      const meetings = [day('2055-05-01'), day('2055-05-02')];
      const answer = await create(national, { meetings, enrolmentOpens, enrolmentCloses });
      const detail = expect.stringMatching(/ klo \d/) as string;
      expect(answer).toMatchObject({
        status: 422,
        body: { type: `urn:luotsi:problem:${name}`, errors: [{ pointer, detail }] },
      });
    },
  );

  it('gives it a title that fits a line of a list', async () => {
    const long = 'k'.repeat(301);
    expect(await create(national, { title: { fi: long, sv: '', en: '' } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/title/fi', detail: expect.stringContaining('300') }] },
    });
    const title = { fi: long.slice(1), sv: '', en: '' };
    expect(await create(national, { title })).toMatchObject({ status: 201 });
  });

  it('cancels with a reason: it stays in the calendar, every meeting with a new revision', async () => {
    const id = await published(national);
    const reason = { fi: 'Kouluttaja sairastui', sv: 'Utbildaren blev sjuk', en: 'Trainer ill' };
    const cancel = () => national.post(`/api/sessions/${id}/cancellation`, { reason });
    expect(await cancel()).toMatchObject({ status: 200, body: { id, status: 'cancelled' } });
    expect(await cancel()).toMatchObject({ status: 200, body: { id, status: 'cancelled' } });
    expect(await page(id)).toMatchObject({
      status: 'cancelled',
      cancellationReason: reason,
      enrolmentOpen: false,
    });
    const [meeting] = await luotsi.query(
      `SELECT sequence FROM calendar.meeting WHERE session_id = $1`,
      [id],
    );
    expect(meeting).toEqual({ sequence: 1 });
    expect(await national.post(`/api/sessions/${id}/postponement`)).toMatchObject({
      status: 409,
      ...problem('session-cancelled'),
    });
  });

  it('publishes nothing that is over already, nor gives a postponed one a date gone by', async () => {
    const on = (...days: string[]) =>
      days.map((day) => ({ start: `${day}T09:00`, end: `${day}T12:00` }));
    const { body } = await create(national, { meetings: on('2026-01-12', '2026-01-13') });
    const publish = () => national.post(`/api/sessions/${body.id}/publication`);
    const refused = { status: 409, ...problem('session-past') };
    expect(await publish()).toMatchObject(refused);
    expect(await luotsi.visitor().get(`/api/sessions/${body.id}`)).toMatchObject({ status: 404 });
    const change = (id: string, ...days: string[]) =>
      national.patch(`/api/sessions/${id}`, { meetings: on(...days) });
    await change(body.id, '2026-01-12', '2060-01-13');
    expect(await publish()).toMatchObject({ status: 200 });
    await national.post(`/api/sessions/${body.id}/postponement`);
    expect(await change(body.id, '2026-01-12')).toMatchObject(refused);
    expect(await page(body.id)).toMatchObject({ status: 'postponed' });
  });

  it('postpones; what is over is over; what was published is never deleted', async () => {
    const id = await published(national);
    expect(await national.post(`/api/sessions/${id}/postponement`)).toMatchObject({
      body: { status: 'postponed' },
    });
    const past = await published(national);
    await daysPass(luotsi, past, 90);
    expect(await page(past)).toMatchObject({ status: 'held', enrolmentOpen: false });
    expect(
      await national.post(`/api/sessions/${past}/cancellation`, { reason: 'Myöhässä' }),
    ).toMatchObject({ status: 409, ...problem('session-past') });
    await expect(
      luotsi.query(`DELETE FROM calendar.session WHERE id = $1`, [past]),
    ).rejects.toThrow('never deleted');
  });
});
