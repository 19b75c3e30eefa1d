import type { Enrolled, EnrolmentItem, OwnEnrolment } from '@luotsi/calendar/model';
import type { Notice } from '@luotsi/notice/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { SessionWriter } from '../organise/session-writer';
import { daysPass, published } from '../session-fixtures';
import { DueSeats } from './due-seats';
import { Enrolments } from './enrolments';

const problem = (status: number, name: string) => ({
  status,
  body: { type: `urn:luotsi:problem:${name}` },
});

describe('seats that are approved, offered or shared out', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const path = (id: string) => `/api/sessions/${id}/enrolment`;
  const enrol = (by: Actor, id: string) => by.post<Enrolled>(path(id));
  const own = async (by: Actor, id: string) => (await by.get<OwnEnrolment>(path(id))).body;
  const told = async (by: Actor) =>
    (await by.get<{ items: Notice[] }>('/api/me/notices')).body.items.toReversed();
  const kinds = async (by: Actor) => (await told(by)).map(({ kind }) => kind);
  const crowd = async (count: number, region?: string) => {
    const scope = region === undefined ? undefined : ({ type: 'region', id: region } as const);
    return luotsi.crowd(count, 'counsellor', scope);
  };
  const place = (session: string, by: Actor) => ({ session, person: by.id ?? '' });
  const organise = <Result>(
    work: (manager: Parameters<typeof Enrolments.approve>[0], by: string) => Promise<Result>,
  ) => luotsi.app.get(SessionWriter).work((manager) => work(manager, organiser.id ?? ''));
  /** Seats kept for Lapland for ten days. */
  const shares = (seats: number) => ({
    regionalSeats: [{ region: '19', seats }],
    regionalSeatsUntil: new Date(Date.now() + 10 * 86_400_000).toISOString(),
  });
  const hoursPass = (id: string, hours: number) =>
    luotsi.query(
      `WITH later AS (UPDATE calendar.session SET due_at = due_at - make_interval(hours => $2),
           shared_until = shared_until - make_interval(hours => $2) WHERE id = $1)
       UPDATE calendar.enrolment SET offer_expires = offer_expires - make_interval(hours => $2)
       WHERE session_id = $1`,
      [id, hours],
    );

  it('are not got round approval by way of the line, when it is asked for while people wait', async () => {
    const id = await published(organiser, { capacity: 1 });
    const people = (await crowd(3)) as [Actor, Actor, Actor];
    const [first, second, third] = people;
    for (const one of people) await enrol(one, id);
    expect((await own(second, id)).status).toBe('waitlisted');
    const change = { approval: true, capacity: 2 };
    expect((await organiser.patch(`/api/sessions/${id}`, change)).status).toBe(200);
    expect((await own(first, id)).status).toBe('confirmed');
    expect((await own(second, id)).history[0]).toMatchObject({
      ...{ status: 'applied', reason: 'moved', by: 'organiser' },
    });
    expect((await kinds(second)).at(-1)).toBe('enrolment-applied');
    await organise((manager, by) => Enrolments.approve(manager, place(id, third), by));
    expect((await own(third, id)).status).toBe('confirmed');
    await organise((manager, by) => Enrolments.approve(manager, place(id, second), by));
    expect(await own(second, id)).toMatchObject({ status: 'waitlisted', position: 1 });
    // Who has been approved keeps the place in line, whatever else is changed.
    expect((await organiser.patch(`/api/sessions/${id}`, { capacity: 3 })).status).toBe(200);
    expect((await own(second, id)).status).toBe('confirmed');
  });

  it('are applied for, then approved to a seat or a place in line, or refused with a reason', async () => {
    const id = await published(organiser, { capacity: 1, approval: true });
    const people = (await crowd(3)) as [Actor, Actor, Actor];
    const [first, second, third] = people;
    expect((await own(first, id)).outlook).toBe('applied');
    for (const one of people)
      expect(await enrol(one, id)).toMatchObject({ status: 201, body: { status: 'applied' } });
    expect((await enrol(first, id)).status).toBe(200);
    await organise((manager, by) => Enrolments.approve(manager, place(id, first), by));
    await organise((manager, by) => Enrolments.approve(manager, place(id, second), by));
    await organise((manager, by) =>
      Enrolments.refuse(manager, place(id, third), by, 'Toinen kohderyhmä.'),
    );
    expect(await own(first, id)).toMatchObject({ status: 'confirmed' });
    expect(await own(second, id)).toMatchObject({ status: 'waitlisted', position: 1 });
    const refused = await own(third, id);
    expect(refused).toMatchObject({ status: 'declined', outlook: 'applied' });
    expect(refused.history[0]).toMatchObject({
      ...{ status: 'declined', reason: 'refused', by: 'organiser', note: 'Toinen kohderyhmä.' },
    });
    expect((await told(third)).at(-1)?.body).toContain(
      'perustelu: Toinen kohderyhmä. Kalenterissa',
    );
    expect(await kinds(second)).toEqual(['enrolment-applied', 'enrolment-waitlisted']);
    await first.delete(path(id));
    expect((await own(second, id)).status).toBe('confirmed');
    expect((await enrol(first, id)).body).toEqual({ status: 'applied' });
    await expect(
      organise((manager, by) => Enrolments.approve(manager, place(id, third), by)),
    ).rejects.toMatchObject({ name: expect.anything() as string });
  });

  it('are offered, and taken, declined or lost when their time is over, each told once', async () => {
    const id = await published(organiser, { capacity: 1, promotion: 'offer', offerHours: 24 });
    const [first, second, third, fourth] = (await crowd(4)) as [Actor, Actor, Actor, Actor];
    for (const one of [first, second, third, fourth]) await enrol(one, id);
    await first.delete(path(id), { reason: 'Sairastuin' });
    expect((await own(first, id)).history[0]).toMatchObject({ by: 'self', note: 'Sairastuin' });
    const offer = await own(second, id);
    expect(offer).toMatchObject({
      status: 'offered',
      history: [{ status: 'offered', reason: 'offered', by: 'system', occasion: 'seat-freed' }, {}],
    });
    const left = Date.parse(offer.offerExpires ?? '') - Date.now();
    expect(Math.round(left / 3_600_000)).toBe(24);
    expect((await told(second)).at(-1)?.title).toMatch(/^Sinulle on paikka, vastaa viimeistään /);
    expect(await third.post(`${path(id)}/acceptance`)).toMatchObject(problem(409, 'no-offer'));
    expect((await second.delete(`${path(id)}/acceptance`)).status).toBe(204);

    // The third doesn't answer; a job does what nobody else has done.
    await hoursPass(id, 25);
    await luotsi.app.get(DueSeats).settle();
    expect(await own(third, id)).toMatchObject({
      status: 'declined',
      history: [{ reason: 'offer-expired', by: 'system' }, {}, {}],
    });
    expect(await kinds(third)).toEqual([
      ...['enrolment-waitlisted', 'enrolment-offered', 'enrolment-offer-expired'],
    ]);
    expect(await third.post(`${path(id)}/acceptance`)).toMatchObject(problem(409, 'offer-expired'));

    const { body } = await fourth.post<Enrolled>(`${path(id)}/acceptance`);
    expect(body).toEqual({ status: 'confirmed' });
    expect((await fourth.post(`${path(id)}/acceptance`)).status).toBe(200);
    expect(await kinds(fourth)).toEqual([
      ...['enrolment-waitlisted', 'enrolment-offered', 'enrolment-confirmed'],
    ]);
    const mine = await fourth.get<{ items: EnrolmentItem[] }>('/api/me/enrolments');
    expect(mine.body.items[0]).toMatchObject({ status: 'confirmed' });
  });

  it('are nobody’s any more when an offer is over, also before the job comes', async () => {
    const id = await published(organiser, { capacity: 1, promotion: 'offer' });
    const people = (await crowd(5)) as [Actor, Actor, Actor, Actor, Actor];
    const [first, second, third, , last] = people;
    for (const one of people) await enrol(one, id);
    await first.delete(path(id));
    await hoursPass(id, 49);
    // On their own list, too; reading it is enough for the next in line to have the offer.
    const { body } = await second.get<{ items: EnrolmentItem[] }>('/api/me/enrolments');
    expect(body.items).toMatchObject([{ status: 'declined', out: 'offer-expired' }]);
    expect(body.items[0]).not.toHaveProperty('offerExpires');
    expect(await own(second, id)).toMatchObject({ status: 'declined', outlook: 'waitlisted' });
    expect(await own(third, id)).toMatchObject({ status: 'offered' });
    await hoursPass(id, 49);
    expect(await third.post(`${path(id)}/acceptance`)).toMatchObject(problem(409, 'offer-expired'));
    expect(await own(third, id)).toMatchObject({ status: 'declined' });
    await hoursPass(id, 49);
    expect(await own(last, id)).toMatchObject({ status: 'offered' });
  });

  it('are offered within 48 hours of the start, though the session gives them at once', async () => {
    const id = await published(organiser, { capacity: 1 });
    const [first, second] = (await crowd(2)) as [Actor, Actor];
    for (const one of [first, second]) await enrol(one, id);
    await daysPass(luotsi, id, 59);
    await first.delete(path(id));
    expect(await own(second, id)).toMatchObject({ status: 'offered' });
  });

  it('are kept for people whose confirmed region it is, and released to all at their time', async () => {
    const id = await published(organiser, { capacity: 2, ...shares(1) });
    const [lapland] = (await crowd(1, '19')) as [Actor];
    const [one, two, three] = (await crowd(3, '01')) as [Actor, Actor, Actor];
    const [claims] = (await crowd(1, '19')) as [Actor];
    await luotsi.query(
      'UPDATE identity.affiliation SET region_confirmed_at = NULL WHERE person_id = $1',
      [claims.id],
    );
    expect((await enrol(one, id)).body).toEqual({ status: 'confirmed' });
    expect((await own(two, id)).outlook).toBe('waitlisted');
    expect((await enrol(two, id)).body).toEqual({ status: 'waitlisted', position: 1 });
    // What nobody has confirmed doesn't count.
    expect((await own(claims, id)).outlook).toBe('waitlisted');
    expect((await enrol(claims, id)).body).toEqual({ status: 'waitlisted', position: 2 });
    expect((await own(lapland, id)).outlook).toBe('confirmed');
    expect((await enrol(lapland, id)).body).toEqual({ status: 'confirmed' });
    await lapland.delete(path(id));
    expect((await own(two, id)).status).toBe('waitlisted');
    await hoursPass(id, 241);
    await luotsi.app.get(DueSeats).settle();
    expect(await own(two, id)).toMatchObject({
      status: 'confirmed',
      history: [{ reason: 'promoted', by: 'system', occasion: 'seats-released' }, {}],
    });
    expect((await enrol(three, id)).body).toEqual({ status: 'waitlisted', position: 2 });
  });

  it('are released to whoever waits and looks at that time, also before the job comes', async () => {
    const [here, there] = [
      await published(organiser, { capacity: 1, ...shares(1) }),
      await published(organiser, { capacity: 1, ...shares(1) }),
    ];
    const [one, two] = (await crowd(2, '01')) as [Actor, Actor];
    expect((await enrol(one, here)).body).toEqual({ status: 'waitlisted', position: 1 });
    expect((await enrol(two, there)).body).toEqual({ status: 'waitlisted', position: 1 });
    for (const id of [here, there]) await hoursPass(id, 241);
    expect(await own(one, here)).toMatchObject({ status: 'confirmed' });
    const { body } = await two.get<{ items: EnrolmentItem[] }>('/api/me/enrolments');
    expect(body.items).toMatchObject([{ status: 'confirmed' }]);
  });

  it('go by where people were when they came, when shares are set afterwards', async () => {
    const id = await published(organiser, { capacity: 2 });
    const [lapland, other] = (await crowd(2, '19')) as [Actor, Actor];
    const [uusimaa] = (await crowd(1, '01')) as [Actor];
    await enrol(lapland, id);
    expect((await organiser.patch(`/api/sessions/${id}`, shares(1))).status).toBe(200);
    expect((await own(uusimaa, id)).outlook).toBe('confirmed');
    await enrol(other, id);
    expect((await enrol(uusimaa, id)).body).toEqual({ status: 'waitlisted', position: 1 });
  });

  it('are as many as the organiser says: more promote as many as fit, too few are refused', async () => {
    const id = await published(organiser, { capacity: 1 });
    const people = await crowd(4);
    for (const one of people) await enrol(one, id);
    await organiser.patch(`/api/sessions/${id}`, { capacity: 3 });
    const standings = await Promise.all(people.map(async (one) => (await own(one, id)).status));
    expect(standings).toEqual(['confirmed', 'confirmed', 'confirmed', 'waitlisted']);
    expect((await own(people[1] as Actor, id)).history[0]).toMatchObject({
      occasion: 'seats-added',
    });
    const fewer = await organiser.patch(`/api/sessions/${id}`, { capacity: 2 });
    expect(fewer).toMatchObject({
      ...problem(409, 'capacity-below-confirmed'),
      body: { taken: 3 },
    });
  });

  it('are given and taken by the organiser with a reason, to one or a group', async () => {
    const id = await published(organiser, { capacity: 2 });
    const elsewhere = await published(organiser, { capacity: 2 });
    const [first, second, third] = (await crowd(3)) as [Actor, Actor, Actor];
    const people = [first, second, third].map(({ id }) => id ?? '');
    const outcomes = await organise((manager, by) =>
      Enrolments.addGroup(manager, id, people, by, 'Koko ryhmä tulee'),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    expect((await told(first))[0]?.body).toContain('Syy: Koko ryhmä tulee. Paikka on sinun');
    await organise((manager, by) =>
      Enrolments.move(manager, place(id, first), { session: elsewhere }, by, 'Sopi paremmin'),
    );
    expect((await own(first, id)).status).toBe('cancelled');
    expect((await own(first, elsewhere)).status).toBe('confirmed');
    expect((await own(third, id)).status).toBe('confirmed');
    await organise((manager, by) =>
      Enrolments.remove(manager, place(id, second), by, 'Esteen vuoksi'),
    );
    expect(await kinds(second)).toEqual(['enrolment-added', 'enrolment-removed']);
  });

  it('are moved by nobody for those who have left, or are there already, this very moment', async () => {
    const [here, there] = [await published(organiser), await published(organiser)];
    const [left, both] = (await crowd(2)) as [Actor, Actor];
    await enrol(left, here);
    await left.delete(path(here));
    for (const id of [here, there]) await enrol(both, id);
    const move = (who: Actor) =>
      organise((manager, by) =>
        Enrolments.move(manager, place(here, who), { session: there }, by, 'Sopi paremmin'),
      );
    await expect(move(left)).rejects.toMatchObject({ problem: 'enrolment-moved-on' });
    await expect(move(both)).rejects.toMatchObject({ problem: 'already-in-other-session' });
    expect((await own(left, there)).status).toBe('none');
    expect((await own(both, here)).status).toBe('confirmed');
    expect(await kinds(both)).toEqual(['enrolment-confirmed', 'enrolment-confirmed']);
  });

  it('cost as many statements however many are promoted', async () => {
    const statements = async (waiting: number) => {
      const id = await published(organiser, { capacity: 1 });
      for (const one of await crowd(waiting + 1)) await enrol(one, id);
      await luotsi.query('UPDATE calendar.session SET capacity = 100 WHERE id = $1', [id]);
      let count = 0;
      await organise((manager, by) => {
        const query = manager.query.bind(manager);
        manager.query = <Rows>(text: string, values?: unknown[]) => {
          count += 1;
          return query<Rows>(text, values);
        };
        return Enrolments.changeSeats(manager, id, by);
      });
      return count;
    };
    expect(await statements(12)).toBe(await statements(1));
  });
});
