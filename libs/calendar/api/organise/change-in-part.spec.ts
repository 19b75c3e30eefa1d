import type { SessionPatch } from '@luotsi/calendar/model';
import type { ProblemDetails } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { daysPass, published } from '../session-fixtures';
import { changesOf, day, problem } from './change-fixtures';

describe('a change of a session', () => {
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

  it('that is cancelled stays as it is; one that is over keeps its times', async () => {
    const cancelled = await published(national);
    await national.post(`/api/sessions/${cancelled}/cancellation`, { reason: 'Sairaus' });
    expect(await refused(cancelled, { capacity: 30 })).toMatchObject({
      status: 409,
      ...problem('session-cancelled'),
    });
    const past = await published(national);
    const person = await luotsi.as('counsellor');
    await person.post(`/api/sessions/${past}/enrolment`);
    await daysPass(luotsi, past, 90);
    const [meeting] = (await organised(past)).meetings;
    await luotsi.query(
      `INSERT INTO calendar.attendance (id, meeting_id, person_id, present, source, at)
       VALUES ($1, $1, $2, true, 'list', now())`,
      [meeting?.id, person.id],
    );
    expect(await refused(past, { meetings: [day('2057-09-05')] })).toMatchObject({
      status: 409,
      ...problem('session-attended'),
    });
    const { body } = await change(past, { contact: 'Eero' });
    expect(body).toMatchObject({ status: 'held', contact: 'Eero' });
  });

  it('that was put into the past by a slip of the pen comes back, while nobody was there', async () => {
    const id = await published(national, { ...two, capacity: 1 });
    const [inIt, waiting] = await luotsi.crowd(2, 'counsellor');
    for (const person of [inIt, waiting]) await person?.post(`/api/sessions/${id}/enrolment`);
    const slip = await change(id, { meetings: [day('2019-05-02'), day('2019-05-09')] });
    expect(slip.body.status).toBe('held');
    await luotsi.query(
      `INSERT INTO calendar.feedback_round (session_id, followed) VALUES ($1, true)`,
      [id],
    );
    await luotsi.query(
      `INSERT INTO calendar.feedback_asked (session_id, person_id) VALUES ($1, $2)`,
      [id, inIt?.id],
    );
    expect(await refused(id, { meetings: [day('2019-06-02'), day('2019-06-09')] })).toMatchObject({
      status: 409,
      ...problem('session-past'),
    });
    const back = await change(id, two);
    expect(back).toMatchObject({
      status: 200,
      body: { status: 'published', confirmedCount: 1, waitlistCount: 1 },
    });
    expect(await heard(inIt as Actor)).toEqual([
      'enrolment-confirmed',
      'session-moved',
      'session-moved',
    ]);
    // Who was asked how it was is asked again once it has been.
    const [round] = await luotsi.query(
      `SELECT followed, (SELECT count(*)::int FROM calendar.feedback_asked WHERE session_id = $1) AS asked
       FROM calendar.feedback_round WHERE session_id = $1`,
      [id],
    );
    expect(round).toEqual({ followed: false, asked: 0 });
    expect((await change(id, { capacity: 2 })).body.confirmedCount).toBe(2);
  });

  it('to what it is already leaves no trace: no version, no revision, no notice', async () => {
    const id = await published(national, {
      ...two,
      competences: ['CC', 'CIA'],
      regionalSeats: [
        { region: '19', seats: 2 },
        { region: '06', seats: 1 },
      ],
      enrolmentCloses: '2057-04-01T09:00:00Z',
    });
    const person = await luotsi.as('counsellor');
    await person.post(`/api/sessions/${id}/enrolment`);
    const [before, calendar] = [await organised(id), await meetings(id)];
    const same: SessionPatch[] = [
      {},
      { version: before.version },
      { capacity: before.capacity, title: before.title, competences: ['CIA', 'CC'] },
      { enrolmentCloses: '2057-04-01T12:00:00+03:00', coaches: [] },
      { regionalSeats: before.regionalSeats.toReversed(), planned: { year: 2057, month: 5 } },
      two,
      { meetings: before.meetings.map(({ id }) => ({ id })) },
    ];
    for (const body of same)
      expect([body, (await change(id, body)).body]).toMatchObject([
        body,
        { version: before.version, changedAt: before.changedAt },
      ]);
    expect(await meetings(id)).toEqual(calendar);
    expect(await heard(person)).toEqual(['enrolment-confirmed']);
  });

  it('takes a part of a meeting: its room alone, or its end', async () => {
    const link = 'https://kokous.example/1';
    const id = await published(national, two);
    const [first, second] = (await organised(id)).meetings;
    const { status, body } = await change(id, {
      meetings: [{ id: first?.id ?? '', link }, { end: '2057-05-09T17:00' }],
    });
    expect(status).toBe(200);
    expect(body.meetings).toMatchObject([
      { ...first, link },
      { ...second, end: '2057-05-09T17:00' },
    ]);
    expect(await refused(id, { meetings: [{}, {}, { link }] })).toMatchObject({
      status: 422,
      ...problem('meeting-time-missing'),
    });
    // Its room alone is no new date of what is postponed.
    await national.post(`/api/sessions/${id}/postponement`);
    const room = await change(id, { meetings: [{}, { link }] });
    expect(room.body).toMatchObject({ status: 'postponed', meetings: [{ link }, { link }] });
  });

  it('keeps which of two hours of an autumn night was meant', async () => {
    const night = { ...day('2055-10-31', '03:30', '09:00'), startOffset: '+02:00' };
    const id = await draft({ meetings: [night] });
    const { body } = await change(id, { meetings: [{ end: '2055-10-31T10:00' }] });
    expect(body.meetings).toMatchObject([{ start: '2055-10-31T03:30', startOffset: '+02:00' }]);
  });

  it('says why in each deed; an empty reason is pointed at, in the language of who reads it', async () => {
    const id = await published(national, { approval: true });
    const someone = await luotsi.as('counsellor');
    await someone.post(`/api/sessions/${id}/enrolment`);
    const { body: list } = await national.get<{ items: { id: string }[] }>(
      `/api/sessions/${id}/enrolments`,
    );
    const one = `enrolments/${list.items[0]?.id ?? ''}`;
    const [, sv, en] = [
      'fi',
      'Det här är tomt. Skriv något.',
      'This is empty. Write something here.',
    ];
    for (const [path, body] of [
      ['enrolments', { person: someone.id, reason: '' }],
      [`${one}/removal`, { reason: ' ' }],
      [`${one}/refusal`, { reason: '' }],
      [`${one}/move`, { to: 'line', reason: '' }],
      ['enrolments/refusals', { enrolments: [id], reason: '' }],
      ['cancellation', { reason: '' }],
      ['cancellation', { reason: { fi: '', sv: ' ', en: '' } }],
    ] as const)
      for (const [language, detail] of [
        ['sv', sv],
        ['en', en],
      ] as const) {
        const answer = await national.post<ProblemDetails>(`/api/sessions/${id}/${path}`, body, {
          'accept-language': language,
        });
        expect([path, answer]).toMatchObject([
          path,
          {
            status: 422,
            body: {
              type: 'urn:luotsi:problem:validation-failed',
              errors: [{ pointer: '/reason', detail }],
            },
          },
        ]);
      }
    const none = await national.post(`/api/sessions/${id}/enrolments`, { person: someone.id });
    expect(none).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason', detail: 'Tämä puuttuu.' }] },
    });
  });

  it('is told what an organiser can do, not what a participant could', async () => {
    const id = await published(national, two);
    const late = await luotsi.as('counsellor');
    await national.post(`/api/sessions/${id}/postponement`);
    const refusal = { status: 409, ...problem('session-postponed') };
    const toOrganiser = expect.stringContaining('Anna koulutukselle ensin uusi aika');
    for (const answer of [
      await national.post(`/api/sessions/${id}/enrolments`, { person: late.id, reason: 'Puhuja' }),
      await national.post(`/api/sessions/${id}/publication`),
    ])
      expect(answer).toMatchObject({ ...refusal, body: { ...refusal.body, detail: toOrganiser } });
    expect(await late.post(`/api/sessions/${id}/enrolment`)).toMatchObject({
      ...refusal,
      body: { detail: expect.stringContaining('Voit ilmoittautua, kun uusi aika') },
    });
  });
});
