import type { SessionPatch } from '@luotsi/calendar/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { published } from '../session-fixtures';
import { changesOf, day, problem } from './change-fixtures';

describe('a session that is changed', () => {
  let luotsi: TestApp;
  let national: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    national = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const { draft, change, refused, organised, meetings, heard, two } = changesOf(() => ({
    luotsi,
    national,
  }));

  it('keeps what the change leaves out, and takes whatever part it says', async () => {
    const id = await draft({ ...two, regions: ['19'], contact: 'Aino' });
    const before = await organised(id);
    const { status, body } = await change(id, { capacity: 30, competences: ['CC'] });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      capacity: 30,
      competences: ['CC'],
      regions: ['19'],
      contact: 'Aino',
      meetings: before.meetings,
      version: 2,
    });
    expect((await change(id, { regions: [], place: null, theme: 'dg3' })).body).toMatchObject({
      regions: [],
      theme: 'dg3',
      capacity: 30,
    });
    expect(await refused(id, { theme: 'nothing' })).toMatchObject(problem('reference-unknown'));
    expect((await organised(id)).theme).toBe('dg3');
  });

  it('is found by its new words', async () => {
    const id = await published(national);
    await change(id, { title: { fi: 'Tilaisuus majakoista', sv: '', en: '' } });
    const { body } = await luotsi
      .visitor()
      .get<{ items: { id: string }[] }>('/api/sessions?q=majakka');
    expect(body.items.map((item) => item.id)).toEqual([id]);
  });

  it('is not written over by whoever has seen an older version', async () => {
    const id = await draft();
    expect((await change(id, { version: 1, capacity: 30 })).status).toBe(200);
    expect(await refused(id, { version: 1, capacity: 40 })).toMatchObject({
      status: 409,
      body: { type: 'urn:luotsi:problem:edited-meanwhile', version: 2 },
    });
    expect((await organised(id)).capacity).toBe(30);
    const together = await Promise.all(
      [50, 60, 70].map((capacity) => change(id, { version: 2, capacity })),
    );
    expect(together.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('keeps each meeting by its id, else by its place; one left out is cancelled', async () => {
    const id = await published(national, two);
    const before = await meetings(id);
    const [first, second] = (await organised(id)).meetings;
    await change(id, {
      meetings: [
        { id: second?.id ?? '', ...day('2057-05-16') },
        { id: first?.id ?? '', ...day('2057-05-02') },
        day('2057-05-23'),
      ],
    });
    const after = await meetings(id);
    expect(after.map(({ uid }) => uid)).toEqual(
      expect.arrayContaining(before.map(({ uid }) => uid)),
    );
    const sequenceOf = (meeting: string | undefined) =>
      after.find((one) => one.id === meeting)?.sequence;
    expect([sequenceOf(first?.id), sequenceOf(second?.id)]).toEqual([0, 1]);
    expect(after).toHaveLength(3);
    await change(id, { meetings: [day('2057-05-02')] });
    expect((await meetings(id)).map(({ cancelled }) => cancelled).sort()).toEqual([
      false,
      true,
      true,
    ]);
    expect((await luotsi.visitor().get(`/feeds/sessions/${id}.ics`)).text).toContain(
      'STATUS:CANCELLED',
    );
    const other = (await organised(await draft())).meetings[0]?.id ?? '';
    expect(await refused(id, { meetings: [{ id: other, ...day('2057-06-02') }] })).toMatchObject({
      status: 422,
      ...problem('meeting-unknown'),
    });
  });

  it('keeps a meeting’s place, room and zone where nothing is said of them', async () => {
    const place = { fi: 'Turku', sv: 'Åbo', en: 'Turku' };
    const link = 'https://kokous.example/1';
    const id = await draft({
      meetings: [{ ...day('2057-05-02'), place, link, timeZone: 'Europe/Mariehamn' }],
    });
    const moved = await change(id, { meetings: [day('2057-05-03')] });
    expect(moved.body.meetings).toMatchObject([
      { start: '2057-05-03T09:00', place, link, timeZone: 'Europe/Mariehamn' },
    ]);
    const bare = await change(id, {
      meetings: [{ ...day('2057-05-03'), place: null, link: null }],
    });
    expect(bare.body.meetings).toMatchObject([{ place: null, link: null }]);
  });

  it('is at nine on both sides of a clock change, and asks about an hour that is none or two', async () => {
    const id = await draft({ meetings: [day('2055-03-27')] });
    const moved = await change(id, { meetings: [day('2055-03-29')] });
    expect(moved.body.meetings).toMatchObject([
      { start: '2055-03-29T09:00', startOffset: '+03:00' },
    ]);
    expect(await refused(id, { meetings: [day('2055-03-28', '03:30', '09:00')] })).toMatchObject({
      status: 422,
      ...problem('meeting-time-skipped'),
    });
    const night = day('2055-10-31', '03:30', '09:00');
    expect(await refused(id, { meetings: [night] })).toMatchObject({
      status: 422,
      ...problem('meeting-time-twice'),
    });
    const later = await change(id, { meetings: [{ ...night, startOffset: '+02:00' }] });
    expect(later.body.meetings).toMatchObject([{ startOffset: '+02:00', endOffset: '+02:00' }]);
  });

  it('tells the enrolled of a new time once, of other texts not at all', async () => {
    const id = await published(national, two);
    const person = await luotsi.as('counsellor');
    await person.post(`/api/sessions/${id}/enrolment`);
    await change(id, { title: { fi: 'Uusi nimi', sv: '', en: '' }, contact: 'Eero' });
    await change(id, { meetings: two.meetings, capacity: 21 });
    await change(id, { link: 'https://kokous.example/huone' });
    expect(await heard(person)).toEqual(['enrolment-confirmed']);
    await change(id, {
      meetings: [day('2057-05-03'), day('2057-05-10')],
      place: { fi: 'Oulu', sv: 'Uleåborg', en: 'Oulu' },
    });
    expect(await heard(person)).toEqual(['enrolment-confirmed', 'session-moved']);
    await change(id, { link: 'https://kokous.example/toinen' });
    expect(await heard(person)).toHaveLength(3);
  });

  it('gives the seats that were added to those who wait', async () => {
    const id = await published(national, { ...two, capacity: 1 });
    const people = await luotsi.crowd(3, 'counsellor');
    for (const person of people) await person.post(`/api/sessions/${id}/enrolment`);
    await change(id, { capacity: 2 });
    const counts = await organised(id);
    expect([counts.confirmedCount, counts.waitlistCount]).toEqual([2, 1]);
    expect(await refused(id, { capacity: 1 })).toMatchObject({
      status: 409,
      ...problem('capacity-below-confirmed'),
    });
    expect((await organised(id)).capacity).toBe(2);
  });

  it('that was postponed is in the calendar again with its new date', async () => {
    const id = await published(national, two);
    const person = await luotsi.as('counsellor');
    await person.post(`/api/sessions/${id}/enrolment`);
    await national.post(`/api/sessions/${id}/postponement`);
    expect((await change(id, { contact: 'Eero' })).body.status).toBe('postponed');
    const { body } = await change(id, { meetings: [day('2057-09-05')] });
    expect(body).toMatchObject({ status: 'published', confirmedCount: 1 });
    expect(await heard(person)).toEqual([
      'enrolment-confirmed',
      'session-postponed',
      'session-moved',
    ]);
  });

  it('is always some time, opens before it closes, and shares out no more seats than it has', async () => {
    const id = await published(national, { ...two, enrolmentCloses: '2057-04-01T09:00:00Z' });
    for (const [body, name] of [
      [{ meetings: [] }, 'meetings-missing'],
      [{ meetings: [], planned: { year: 2057, month: null } }, 'meetings-missing'],
      [{ enrolmentOpens: '2057-04-02T09:00:00Z' }, 'enrolment-closes-first'],
      [{ regionalSeats: [{ region: '19', seats: 21 }] }, 'regional-seats-too-many'],
    ] as const)
      expect(await refused(id, body as SessionPatch)).toMatchObject({
        status: 422,
        ...problem(name),
      });
    const planned = await draft({ meetings: [], planned: { year: 2057, month: 5 } });
    await national.post(`/api/sessions/${planned}/publication`);
    const dated = await change(planned, { meetings: [day('2057-05-02')] });
    expect(dated.body).toMatchObject({ planned: null, enrolmentOpen: true });
    expect(await refused(planned, { meetings: [] })).toMatchObject(problem('meetings-missing'));
  });

  it('can be enrolled in before it is over, also once it has moved; else nothing of it is kept', async () => {
    const closes = '2057-05-09T20:00:00.000Z';
    const id = await published(national, { ...two, enrolmentCloses: closes });
    const earlier = { meetings: [day('2057-04-02'), day('2057-04-09')] };
    for (const [body, name, pointer] of [
      [{ enrolmentCloses: '2057-05-10T09:00:00Z' }, 'enrolment-closes-late', '/enrolmentCloses'],
      [{ ...earlier, capacity: 5 }, 'enrolment-closes-late', '/enrolmentCloses'],
      [
        { enrolmentOpens: '2057-05-02T07:00:00Z', enrolmentCloses: null },
        'enrolment-opens-late',
        '/enrolmentOpens',
      ],
    ] as const)
      expect(await refused(id, body as SessionPatch)).toMatchObject({
        status: 422,
        body: { type: `urn:luotsi:problem:${name}`, errors: [{ pointer }] },
      });
    expect(await organised(id)).toMatchObject({ version: 2, enrolmentCloses: closes });
    expect((await meetings(id)).map(({ sequence }) => sequence)).toEqual([0, 0]);
    const both = await change(id, { ...earlier, enrolmentCloses: '2057-04-01T09:00:00Z' });
    expect(both.status).toBe(200);
    expect((await change(id, two)).body).toMatchObject({ enrolmentOpen: true });
    // What was once kept so is no fault of whoever changes something else.
    await luotsi.query(`UPDATE calendar.session SET enrolment_closes = $2 WHERE id = $1`, [
      ...[id, '2058-01-01T00:00:00Z'],
    ]);
    expect((await change(id, { contact: 'Aino' })).status).toBe(200);
    const planned = await draft({ meetings: [], planned: { year: 2057, month: 5 } });
    expect((await change(planned, { enrolmentCloses: '2057-06-01T09:00:00Z' })).status).toBe(200);
    expect(await refused(planned, { meetings: [day('2057-05-02')] })).toMatchObject(
      problem('enrolment-closes-late'),
    );
  });

  it('is not another organiser’s to change, nor a coach’s to give away', async () => {
    const coach = await luotsi.as('coach');
    const id = await draft({ coaches: [coach.id ?? ''] });
    const lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
    expect((await lapland.patch(`/api/sessions/${id}`, { capacity: 5 })).status).toBe(404);
    expect((await coach.patch(`/api/sessions/${id}`, { capacity: 5 })).status).toBe(200);
    expect(await coach.patch(`/api/sessions/${id}`, { coaches: [] })).toMatchObject({
      status: 403,
      ...problem('organiser-not-yours'),
    });
    const counsellor = await luotsi.as('counsellor');
    expect(await refused(id, { coaches: [counsellor.id ?? ''] })).toMatchObject(
      problem('reference-unknown'),
    );
  });

  it('is not left without an organiser by whoever acts for one', async () => {
    const lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
    const id = await published(lapland);
    expect(await lapland.patch(`/api/sessions/${id}`, { organiser: null })).toMatchObject({
      status: 403,
      body: { type: 'urn:luotsi:problem:organiser-not-yours' },
    });
    expect((await lapland.patch(`/api/sessions/${id}`, { capacity: 7 })).status).toBe(200);
  });

  it('is copied as a draft with its texts, times and materials, and without its enrolled', async () => {
    const id = await published(national, {
      ...two,
      competences: ['CC'],
      regionalSeats: [{ region: '19', seats: 2 }],
      enrolmentCloses: '2057-04-01T09:00:00Z',
      approval: true,
    });
    const copy = await national.post<{ id: string }>(`/api/sessions/${id}/copy`);
    expect(copy.status).toBe(201);
    const [original, made] = await Promise.all([organised(id), organised(copy.body.id)]);
    expect(made).toMatchObject({
      status: 'draft',
      title: original.title,
      competences: ['CC'],
      regionalSeats: [{ region: '19', seats: 2 }],
      approval: true,
      enrolmentCloses: null,
      confirmedCount: 0,
    });
    expect(made.meetings.map(({ start }) => start)).toEqual(
      original.meetings.map(({ start }) => start),
    );
    expect(made.meetings[0]?.id).not.toBe(original.meetings[0]?.id);
  });

  it('is deleted while it is a draft; once published it stays', async () => {
    const id = await draft(two);
    expect((await national.delete(`/api/sessions/${id}`)).status).toBe(204);
    expect((await national.get(`/api/organised-sessions/${id}`)).status).toBe(404);
    expect(await national.delete(`/api/sessions/${await published(national)}`)).toMatchObject({
      status: 409,
      ...problem('session-stays'),
    });
  });
});
