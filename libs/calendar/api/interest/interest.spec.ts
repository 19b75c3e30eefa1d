import type { OwnEnrolment, SessionItem, SessionPage } from '@luotsi/calendar/model';
import { Retention } from '@luotsi/identity/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { published } from '../session-fixtures';

const problem = (status: number, name: string) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('a session without a date', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const undated = (more = {}) =>
    published(organiser, { meetings: [], planned: { year: 2056, month: 3 }, ...more });
  const page = async (id: string) =>
    (await luotsi.visitor().get<SessionPage>(`/api/sessions/${id}`)).body;
  const list = async (query = '') =>
    (await luotsi.visitor().get<{ items: SessionItem[] }>(`/api/undated-sessions${query}`)).body
      .items;
  const interest = (by: Actor, id: string) => by.put(`/api/sessions/${id}/interest`);

  it('is on its page and in a list of its own, the soonest first, narrowed like the calendar', async () => {
    const year = await undated({ planned: { year: 2056, month: null }, theme: 'dg3' });
    const march = await undated();
    const sooner = await undated({ planned: { year: 2055, month: 11 }, regions: ['19'] });
    expect((await list()).map(({ id }) => id)).toEqual([sooner, march, year]);
    expect((await list('?theme=dg3')).map(({ id }) => id)).toEqual([year]);
    expect((await list('?region=06')).map(({ id }) => id)).toEqual([march, year]);
    expect((await list('?q=kuulutus')).length).toBe(3);
    expect(await page(march)).toMatchObject({
      planned: { year: 2056, month: 3 },
      meetings: [],
      interestCount: 0,
      enrolmentOpen: false,
    });
    const { body } = await luotsi.visitor().get<{ items: SessionItem[] }>('/api/sessions');
    expect(body.items).toEqual([]);
  });

  it('breaks no feed: neither that of the calendar, nor its own', async () => {
    const id = await undated();
    for (const path of ['/feeds/calendar.ics', `/feeds/sessions/${id}.ics`]) {
      const { status, text } = await luotsi.visitor().get(path);
      expect(status).toBe(200);
      expect(text).toMatch(/^BEGIN:VCALENDAR[^]*END:VCALENDAR\r\n$/);
      expect(text).not.toContain('BEGIN:VEVENT');
    }
  });

  it('collects interest, once a person, for all to see', async () => {
    const id = await undated();
    const [one, other] = (await luotsi.crowd(2, 'counsellor')) as [Actor, Actor];
    expect(await interest(one, id)).toMatchObject({
      status: 200,
      body: { interested: true, interestCount: 1 },
    });
    await interest(one, id);
    await interest(other, id);
    expect((await page(id)).interestCount).toBe(2);
    const own = async (by: Actor) =>
      (await by.get<OwnEnrolment>(`/api/sessions/${id}/enrolment`)).body.interested;
    expect([await own(one), await own(await luotsi.as('counsellor'))]).toEqual([true, false]);
    const { body } = await one.get<{ items: SessionItem[] }>('/api/me/interests');
    expect(body.items.map((item) => item.id)).toEqual([id]);
    expect(await one.delete(`/api/sessions/${id}/interest`)).toMatchObject({
      body: { interested: false, interestCount: 1 },
    });
    await one.delete(`/api/sessions/${id}/interest`);
    expect((await page(id)).interestCount).toBe(1);
  });

  it('collects none where there is a date, or nothing', async () => {
    const person = await luotsi.as('counsellor');
    const dated = await published(organiser);
    expect(await interest(person, dated)).toMatchObject(problem(409, 'session-dated'));
    expect((await page(dated)).interestCount).toBeUndefined();
    const off = await undated();
    await organiser.post(`/api/sessions/${off}/cancellation`, { reason: 'Ei tarvetta' });
    expect(await interest(person, off)).toMatchObject(problem(409, 'session-cancelled'));
    expect((await list()).map(({ id }) => id)).not.toContain(off);
    expect(await interest(luotsi.visitor(), dated)).toMatchObject({ status: 401 });
    expect(await interest(await luotsi.as('administrator'), dated)).toMatchObject({ status: 403 });
  });

  describe('when its date is set', () => {
    const date = (id: string, more = {}) =>
      organiser.patch(`/api/sessions/${id}`, {
        meetings: [{ start: '2056-03-14T09:00', end: '2056-03-14T16:00' }],
        ...more,
      });
    const own = async (by: Actor, id: string) =>
      (await by.get<OwnEnrolment>(`/api/sessions/${id}/enrolment`)).body;
    const kinds = async (by: Actor) =>
      (await by.get<{ items: { kind: string }[] }>('/api/me/notices')).body.items.map(
        ({ kind }) => kind,
      );

    it('offers the seats to the interested, in order; whoever comes then goes behind them', async () => {
      const id = await undated({ capacity: 2 });
      const [third, first, second, late, left] = (await luotsi.crowd(
        5,
        'counsellor',
      )) as Actor[] as [Actor, Actor, Actor, Actor, Actor];
      for (const one of [left, first, second, third]) await interest(one, id);
      await left.delete(`/api/sessions/${id}/interest`);
      expect(await date(id)).toMatchObject({ status: 200 });
      for (const one of [first, second])
        expect(await own(one, id)).toMatchObject({
          status: 'offered',
          offerExpires: expect.any(String),
          history: [{ status: 'offered', occasion: 'date-set' }],
        });
      expect(await own(third, id)).toMatchObject({ status: 'waitlisted', position: 1 });
      expect(await own(left, id)).toMatchObject({ status: 'none' });
      expect((await late.post(`/api/sessions/${id}/enrolment`, {})).body).toMatchObject({
        status: 'waitlisted',
        position: 2,
      });
      await first.post(`/api/sessions/${id}/enrolment/acceptance`);
      await second.delete(`/api/sessions/${id}/enrolment/acceptance`);
      expect(await own(first, id)).toMatchObject({ status: 'confirmed' });
      expect(await own(third, id)).toMatchObject({ status: 'offered' });
      expect(await own(late, id)).toMatchObject({ status: 'waitlisted', position: 1 });
      expect((await page(id)).interestCount).toBeUndefined();
      const { body } = await third.get<{ items: SessionItem[] }>('/api/me/interests');
      expect(body.items).toEqual([]);
    });

    it('tells each of the interested once, and nobody else', async () => {
      const id = await undated({ capacity: 1 });
      const [first, second, left] = (await luotsi.crowd(3, 'counsellor')) as [Actor, Actor, Actor];
      for (const one of [first, second, left]) await interest(one, id);
      await left.delete(`/api/sessions/${id}/interest`);
      await date(id);
      expect(await kinds(first)).toEqual(['enrolment-offered']);
      expect(await kinds(second)).toEqual(['enrolment-waitlisted']);
      expect(await kinds(left)).toEqual([]);
    });

    it('leaves free what nobody was interested in', async () => {
      const id = await undated({ capacity: 2 });
      const [keen, late] = (await luotsi.crowd(2, 'counsellor')) as [Actor, Actor];
      await interest(keen, id);
      await date(id);
      expect((await late.post(`/api/sessions/${id}/enrolment`, {})).body).toEqual({
        status: 'confirmed',
      });
    });

    it('hands the interested to the organiser, where approval is asked for', async () => {
      const id = await undated({ approval: true });
      const keen = await luotsi.as('counsellor');
      await interest(keen, id);
      await date(id);
      expect(await own(keen, id)).toMatchObject({ status: 'applied' });
    });

    it('invites nobody to what is over already', async () => {
      const id = await undated();
      const keen = await luotsi.as('counsellor');
      await interest(keen, id);
      const meetings = [{ start: '2026-01-14T09:00', end: '2026-01-14T16:00' }];
      expect(await date(id, { meetings })).toMatchObject({ status: 200 });
      expect(await own(keen, id)).toMatchObject({ status: 'none' });
    });
  });

  it('keeps no interest past its year, nor past a cancellation', async () => {
    const person = await luotsi.as('counsellor');
    const [coming, off] = [await undated(), await undated()];
    await interest(person, coming);
    await interest(person, off);
    await organiser.post(`/api/sessions/${off}/cancellation`, { reason: 'Ei tarvetta' });
    const left = async () =>
      (await person.get<{ items: SessionItem[] }>('/api/me/interests')).body.items.length;
    await luotsi.app.get(Retention).run(new Date('2056-12-30T12:00:00Z'));
    expect(await left()).toBe(1);
    await luotsi.app.get(Retention).run(new Date('2057-01-02T12:00:00Z'));
    expect(await left()).toBe(0);
  });
});
