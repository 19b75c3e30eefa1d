import type { EnrolmentItem, OwnEnrolment, SessionPage } from '@luotsi/calendar/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { aSession, daysPass, published } from '../session-fixtures';

const problem = (status: number, name: string) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('enrolling', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const enrol = (by: Actor, id: string) => by.post(`/api/sessions/${id}/enrolment`);
  const cancel = (by: Actor, id: string) => by.delete(`/api/sessions/${id}/enrolment`);
  const own = async (by: Actor, id: string) =>
    (await by.get<OwnEnrolment>(`/api/sessions/${id}/enrolment`)).body;

  it('gives a seat; pressing again is the same enrolment', async () => {
    const id = await published(organiser);
    const person = await luotsi.as('counsellor');
    expect(await own(person, id)).toEqual({
      ...{ status: 'none', outlook: 'confirmed', overlaps: [], history: [] },
    });
    expect(await enrol(person, id)).toMatchObject({ status: 201, body: { status: 'confirmed' } });
    expect(await enrol(person, id)).toMatchObject({ status: 200, body: { status: 'confirmed' } });
    const { body } = await luotsi.visitor().get<SessionPage>(`/api/sessions/${id}`);
    expect(body.confirmedCount).toBe(1);
  });

  it('is the same session when its id comes in capitals', async () => {
    const id = await published(organiser);
    const capitals = id.toUpperCase();
    const person = await luotsi.as('counsellor');
    expect(await enrol(person, capitals)).toMatchObject({ status: 201 });
    expect(await enrol(person, id)).toMatchObject({ status: 200 });
    expect(await cancel(person, capitals)).toMatchObject({ status: 204 });
    expect((await own(person, id)).status).toBe('cancelled');
  });

  it('puts people in line when it is full, and promotes the first when a seat becomes free', async () => {
    const id = await published(organiser, { capacity: 1 });
    const [first, second, third] = (await luotsi.crowd(3, 'counsellor')) as [Actor, Actor, Actor];
    await enrol(first, id);
    expect(await enrol(second, id)).toMatchObject({
      status: 201,
      body: { status: 'waitlisted', position: 1 },
    });
    expect((await enrol(third, id)).body).toEqual({ status: 'waitlisted', position: 2 });
    expect((await enrol(third, id)).body).toEqual({ status: 'waitlisted', position: 2 });
    expect(await cancel(first, id)).toMatchObject({ status: 204 });
    expect(await cancel(first, id)).toMatchObject({ status: 204 });
    expect(await own(second, id)).toMatchObject({
      status: 'confirmed',
      history: [
        { status: 'confirmed', reason: 'promoted' },
        { status: 'waitlisted', reason: 'enrolled' },
      ],
    });
    expect(await own(third, id)).toMatchObject({ status: 'waitlisted', position: 1 });
    expect((await enrol(first, id)).body).toEqual({ status: 'waitlisted', position: 2 });
  });

  it('lists the current enrolment in each session: what comes first, then what was', async () => {
    const [later, past, sooner] = [
      await published(organiser),
      await published(organiser),
      await published(organiser),
    ];
    await daysPass(luotsi, sooner, 10);
    const person = await luotsi.as('coach');
    for (const id of [later, past, sooner]) await enrol(person, id);
    await cancel(person, later);
    await daysPass(luotsi, past, 100);
    const { body } = await person.get<{ items: EnrolmentItem[] }>('/api/me/enrolments');
    expect(body.items.map(({ sessionId, status, past }) => [sessionId, status, past])).toEqual([
      [sooner, 'confirmed', false],
      [later, 'cancelled', false],
      [past, 'confirmed', true],
    ]);
    expect(body.items[0]?.session.title.fi).toBe('Kuulutukset haltuun');
  });

  it('says beforehand what it would overlap with', async () => {
    const [one, other] = [await published(organiser), await published(organiser)];
    const person = await luotsi.as('counsellor');
    await enrol(person, one);
    expect((await own(person, other)).overlaps).toMatchObject([{ sessionId: one }]);
    expect((await own(person, one)).overlaps).toEqual([]);
  });

  it('is refused by name, and nothing is kept of it', async () => {
    const person = await luotsi.as('counsellor');
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const early = await published(organiser, { enrolmentOpens: day(1) });
    expect(await enrol(person, early)).toMatchObject(problem(409, 'enrolment-not-open'));
    const late = await published(organiser, { enrolmentCloses: day(5) });
    await daysPass(luotsi, late, 6);
    expect(await enrol(person, late)).toMatchObject(problem(409, 'enrolment-closed'));
    await daysPass(luotsi, late, 90);
    expect(await enrol(person, late)).toMatchObject(problem(409, 'session-past'));
    const off = await published(organiser);
    await organiser.post(`/api/sessions/${off}/postponement`);
    expect(await enrol(person, off)).toMatchObject(problem(409, 'session-postponed'));
    await organiser.post(`/api/sessions/${off}/cancellation`, { reason: 'Ei osallistujia' });
    expect(await enrol(person, off)).toMatchObject(problem(409, 'session-cancelled'));
    const { body: draft } = await organiser.post<{ id: string }>('/api/sessions', aSession());
    expect(await enrol(person, draft.id)).toMatchObject(problem(404, 'not-found'));
    expect(await enrol(person, 'no-such')).toMatchObject(problem(404, 'not-found'));
    const { body } = await person.get<{ items: unknown[] }>('/api/me/enrolments');
    expect(body.items).toEqual([]);
  });

  it('is for those who may: not for visitors, not for the administrator', async () => {
    const id = await published(organiser);
    expect(await enrol(luotsi.visitor(), id)).toMatchObject({ status: 401 });
    expect(await enrol(await luotsi.as('administrator'), id)).toMatchObject({ status: 403 });
  });

  it('cannot be taken back once the session is over', async () => {
    const id = await published(organiser);
    const person = await luotsi.as('counsellor');
    await enrol(person, id);
    await daysPass(luotsi, id, 100);
    expect(await cancel(person, id)).toMatchObject(problem(409, 'session-past'));
  });
});
