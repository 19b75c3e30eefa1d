import type { AfterSession } from '@luotsi/calendar/model';
import type { OwnCredential, Verification } from '@luotsi/credential/model';
import { Jobs } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { held, type Held } from '../attendance/attendance-fixtures';
import { AFTER_SESSIONS } from '../feedback/after-sessions';
import { daysPass } from '../session-fixtures';

describe('a certificate of attendance', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  let person: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  beforeEach(async () => {
    person = await luotsi.as('counsellor');
  });
  afterAll(() => luotsi.close());

  const path = ({ id }: Held, meeting: string | undefined) =>
    `/api/sessions/${id}/meetings/${meeting ?? ''}/attendance/${person.id ?? ''}`;
  const note = (session: Held, meeting: string | undefined, present: boolean, reason?: string) =>
    organiser.put(path(session, meeting), { present, ...(reason ? { reason } : {}) });
  const own = async () =>
    (await person.get<{ items: OwnCredential[] }>('/api/me/credentials')).body.items;
  const after = async ({ id }: Held) =>
    (await person.get<AfterSession>(`/api/sessions/${id}/afterwards`)).body.certificate;
  const verify = async (code: string) =>
    (await luotsi.visitor().get<Verification>(`/api/credentials/${code}`)).body.state;

  it('comes when the session is over, to whoever has attended by its rule', async () => {
    const absent = await luotsi.as('counsellor');
    const competences = ['CIA', 'CE'];
    const session = await held(luotsi, organiser, [person, absent], { competences });
    await note(session, session.meetings[0], true);
    expect(await own()).toEqual([]);
    await daysPass(luotsi, session.id, 1);
    await luotsi.app.get(Jobs).doNow(AFTER_SESSIONS);
    await luotsi.app.get(Jobs).doNow(AFTER_SESSIONS);
    expect(await own()).toMatchObject([
      {
        kind: 'attendance',
        facts: {
          name: 'Test counsellor 1',
          title: { fi: 'Kuulutukset haltuun' },
          meetings: [{ timeZone: 'Europe/Helsinki' }],
          minutes: 180,
          competences: [{ fi: expect.any(String) }, { fi: expect.any(String) }],
        },
      },
    ]);
    const [mine] = await own();
    expect(await after(session)).toEqual({ id: mine?.id, code: mine?.code });
    expect((await absent.get('/api/me/credentials')).body).toEqual({ items: [] });
  });

  it('comes also by a mark made afterwards, goes when it is corrected away, and comes again', async () => {
    const session = await held(luotsi, organiser, [person]);
    await daysPass(luotsi, session.id, 1);
    await luotsi.app.get(Jobs).doNow(AFTER_SESSIONS);
    expect(await own()).toEqual([]);
    await note(session, session.meetings[0], true);
    const [mine] = await own();
    const code = mine?.code ?? '';
    expect(await verify(code)).toBe('valid');
    await note(session, session.meetings[0], false, 'Väärä henkilö');
    expect(await verify(code)).toBe('revoked');
    expect(await after(session)).toBeNull();
    await note(session, session.meetings[0], true, 'Olikin paikalla');
    expect(await verify(code)).toBe('valid');
    expect(await own()).toEqual([mine]);
  });

  it('says the meetings that were attended, and is another when they become more', async () => {
    const session = await held(luotsi, organiser, [person], { count: 2, attendanceRule: 1 });
    await daysPass(luotsi, session.id, 30);
    await note(session, session.meetings[0], true);
    const [before] = await own();
    expect(before?.facts).toMatchObject({ minutes: 180 });
    await note(session, session.meetings[1], true);
    const now = await own();
    expect(now).toMatchObject([{ facts: { minutes: 360 }, revoked: null }]);
    expect(now[0]?.facts.meetings).toHaveLength(2);
    expect(await verify(before?.code ?? '')).toBe('revoked');
  });

  it('follows the session: another rule, or a meeting that is left out, and it comes or goes', async () => {
    const session = await held(luotsi, organiser, [person], { count: 2 });
    const change = (to: object) => organiser.patch(`/api/sessions/${session.id}`, to);
    await note(session, session.meetings[0], true);
    await daysPass(luotsi, session.id, 1);
    await luotsi.app.get(Jobs).doNow(AFTER_SESSIONS);
    expect(await own()).toEqual([]);
    const ago = (hours: number) =>
      new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 16);
    const first = {
      id: session.meetings[0],
      start: ago(30),
      end: ago(27),
      timeZone: 'UTC',
    };
    // The second isn't held after all: who was at the first has been at them all.
    expect(await change({ meetings: [first] })).toMatchObject({ status: 200 });
    expect(await own()).toHaveLength(1);
    const both = await held(luotsi, organiser, [person], { count: 2 });
    await note(both, both.meetings[0], true);
    await daysPass(luotsi, both.id, 30);
    await organiser.patch(`/api/sessions/${both.id}`, { attendanceRule: 1 });
    expect(await own()).toHaveLength(2);
    await organiser.patch(`/api/sessions/${both.id}`, { attendanceRule: null });
    expect((await own()).filter(({ revoked }) => revoked === null)).toHaveLength(1);
  });

  it('doesn’t come to whoever missed a meeting of a session that asks for all', async () => {
    const session = await held(luotsi, organiser, [person], { count: 2 });
    await daysPass(luotsi, session.id, 30);
    await note(session, session.meetings[0], true);
    expect(await own()).toEqual([]);
    await note(session, session.meetings[1], true);
    expect(await own()).toHaveLength(1);
  });
});
