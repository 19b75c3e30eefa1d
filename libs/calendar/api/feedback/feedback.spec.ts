import type {
  AfterSession,
  EnrolmentItem,
  FeedbackAnswer,
  FeedbackFigures,
  OutlineItem,
} from '@luotsi/calendar/model';
import { Jobs } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { held, type Held } from '../attendance/attendance-fixtures';
import { publishedOutline } from '../outlines/outline-fixtures';
import { daysPass, published } from '../session-fixtures';
import { AFTER_SESSIONS, SHUFFLE_FEEDBACK } from './after-sessions';

const answer: FeedbackAnswer = {
  whole: 5,
  content: 4,
  usefulness: 3,
  recommend: true,
  good: '',
  better: '',
};
const problem = (name: string) => ({ body: { type: `urn:luotsi:problem:${name}` } });

describe('feedback on a session', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const jobs = (kind: string) => luotsi.app.get(Jobs).doNow(kind);
  const give = (who: Actor, { id }: Held, more: Partial<FeedbackAnswer> = {}) =>
    who.post(`/api/sessions/${id}/feedback`, { ...answer, ...more });
  const figures = async ({ id }: Held) =>
    (await organiser.get<FeedbackFigures>(`/api/sessions/${id}/feedback`)).body;
  const after = async (who: Actor, { id }: Held) =>
    (await who.get<AfterSession>(`/api/sessions/${id}/afterwards`)).body;
  const kinds = async (who: Actor) =>
    (await who.get<{ items: { kind: string; link: string }[] }>('/api/me/notices')).body.items.map(
      ({ kind }) => kind,
    );
  /** A session that ended yesterday, and those who had a seat in it. */
  const ended = async (count: number) => {
    const people = await luotsi.crowd(count, 'counsellor');
    const session = await held(luotsi, organiser, people);
    await daysPass(luotsi, session.id, 1);
    return { session, people };
  };

  it('is asked once of those who had a seat, by a notice and on their own list', async () => {
    const { session, people } = await ended(2);
    const [person] = people as [Actor];
    const stranger = await luotsi.as('counsellor');
    await jobs(AFTER_SESSIONS);
    await jobs(AFTER_SESSIONS);
    expect(await kinds(person)).toEqual(['feedback-asked', 'enrolment-confirmed']);
    expect(await kinds(stranger)).toEqual([]);
    const asked = await person.get<{ items: { sessionId: string }[] }>('/api/me/feedback');
    expect(asked.body.items).toMatchObject([{ sessionId: session.id }]);
    expect(await after(person, session)).toMatchObject({
      feedback: 'open',
      until: expect.any(String),
      certificate: null,
    });
    expect((await give(person, session)).status).toBe(204);
    expect((await person.get('/api/me/feedback')).body).toEqual({ items: [] });
    expect(await after(person, session)).toMatchObject({ feedback: 'given', until: null });
    expect(await figures(session)).toMatchObject({ asked: 2, answers: 1 });
  });

  it('stands on one’s own list with attendance and certificate, of sessions held alone', async () => {
    const { session, people } = await ended(2);
    const [person, absent] = people as [Actor, Actor];
    const coming = await published(organiser);
    await person.post(`/api/sessions/${coming}/enrolment`);
    const mine = async (who: Actor) =>
      (await who.get<{ items: EnrolmentItem[] }>('/api/me/enrolments')).body.items.map(
        ({ afterwards }) => afterwards,
      );
    const open = { attended: 'unnoted', been: 0, certificate: null, feedback: true };
    expect(await mine(person)).toEqual([undefined, open]);
    for (const [who, present] of [
      [person, true],
      [absent, false],
    ] as const)
      await organiser.put(`${session.path}/attendance/${who.id ?? ''}`, { present });
    const certificate = { id: expect.any(String), code: expect.any(String) };
    const there = { attended: 'attended', been: 1 };
    expect((await mine(person))[1]).toEqual({ ...there, certificate, feedback: true });
    expect(await mine(absent)).toEqual([{ ...open, attended: 'missed', feedback: false }]);
    await give(person, session);
    expect((await mine(person))[1]).toEqual({ ...there, certificate, feedback: false });
  });

  it('isn’t asked by a notice that one has turned off; the question stays on the own list', async () => {
    const { session, people } = await ended(1);
    const [person] = people as [Actor];
    const off = { kind: 'feedback-asked', app: false, mail: false };
    const settings = { kinds: [off], bundleAt: null, quiet: null };
    expect((await person.put('/api/me/notice-settings', settings)).status).toBe(200);
    await jobs(AFTER_SESSIONS);
    expect(await kinds(person)).not.toContain('feedback-asked');
    const asked = await person.get<{ items: { sessionId: string }[] }>('/api/me/feedback');
    expect(asked.body.items).toMatchObject([{ sessionId: session.id }]);
  });

  it('isn’t asked of whoever was noted as absent, and is of whoever came without a seat kept', async () => {
    const { session, people } = await ended(2);
    const [absent, there] = people as [Actor, Actor];
    for (const [who, present] of [
      [absent, false],
      [there, true],
    ] as const)
      await organiser.put(`${session.path}/attendance/${who.id ?? ''}`, { present });
    await jobs(AFTER_SESSIONS);
    expect(await kinds(absent)).not.toContain('feedback-asked');
    expect(await kinds(there)).toContain('feedback-asked');
    expect(await give(absent, session)).toMatchObject({
      status: 403,
      ...problem('feedback-not-yours'),
    });
  });

  it('is taken once, however often it is sent, also before anyone was asked', async () => {
    const { session, people } = await ended(1);
    const [person] = people as [Actor];
    const sent = await Promise.all(Array.from({ length: 6 }, () => give(person, session)));
    expect(sent.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await give(person, session)).toMatchObject({
      status: 409,
      ...problem('feedback-given'),
    });
    await jobs(AFTER_SESSIONS);
    expect(await kinds(person)).not.toContain('feedback-asked');
    expect(await figures(session)).toMatchObject({ asked: 1, answers: 1 });
  });

  it('is refused before the end, after thirty days, from strangers and when it is not whole', async () => {
    const person = await luotsi.as('counsellor');
    const session = await held(luotsi, organiser, [person]);
    expect(await give(person, session)).toMatchObject({
      status: 409,
      ...problem('feedback-not-yet'),
    });
    await daysPass(luotsi, session.id, 1);
    expect(await give(await luotsi.as('counsellor'), session)).toMatchObject({ status: 403 });
    expect(await give(person, session, { whole: 6 })).toMatchObject({ status: 422 });
    expect((await give(luotsi.visitor(), session)).status).toBe(401);
    await daysPass(luotsi, session.id, 31);
    expect(await give(person, session)).toMatchObject({
      status: 409,
      ...problem('feedback-closed'),
    });
    expect(await after(person, session)).toMatchObject({ feedback: 'closed' });
  });

  it('shows nothing below five answers, then figures that grow five at a time', async () => {
    const { session, people } = await ended(11);
    const texts = (at: number) => ({ good: `Hyvä ${String(at)}`, better: at === 0 ? 'Tauot' : '' });
    for (const [at, person] of people.slice(0, 4).entries()) await give(person, session, texts(at));
    expect(await figures(session)).toMatchObject({
      answers: 4,
      shown: 0,
      step: 5,
      figures: null,
      good: [],
      better: [],
    });
    await give(people[4] as Actor, session, { ...texts(4), whole: 1, recommend: false });
    const five = await figures(session);
    expect(five).toMatchObject({
      answers: 5,
      shown: 5,
      figures: {
        whole: { average: 4.2, counts: [1, 0, 0, 0, 4] },
        content: { average: 4, counts: [0, 0, 0, 5, 0] },
        recommend: { yes: 4, no: 1 },
      },
      better: ['Tauot'],
    });
    expect([...five.good].sort()).toEqual([0, 1, 2, 3, 4].map((at) => `Hyvä ${String(at)}`));
    for (const person of people.slice(5, 9))
      await give(person, session, { whole: 2, good: 'Uusi' });
    expect(await figures(session)).toEqual({ ...five, answers: 9, asked: 9 });
    await give(people[9] as Actor, session, { whole: 2 });
    expect(await figures(session)).toMatchObject({
      shown: 10,
      figures: { whole: { counts: [1, 5, 0, 0, 4] } },
    });
  });

  it('keeps counting right when everybody answers at once', async () => {
    const { session, people } = await ended(12);
    await Promise.all(people.map((person) => give(person, session)));
    const batches = await luotsi.query<{ batch: number; count: number }>(
      `SELECT batch, count(*)::int FROM calendar.feedback_answer WHERE session_id = $1
       GROUP BY batch ORDER BY batch`,
      [session.id],
    );
    expect(batches.map(({ count }) => count)).toEqual([5, 5, 2]);
  });

  it('keeps what was answered apart from who has: no key, no time, and after a night no order', async () => {
    const { session, people } = await ended(5);
    for (const [at, person] of people.entries()) await give(person, session, { good: String(at) });
    const kept = await luotsi.query(
      'SELECT * FROM calendar.feedback_answer WHERE session_id = $1',
      [session.id],
    );
    expect(Object.keys(kept[0] ?? {}).sort()).toEqual(
      'batch better content good id recommend session_id shuffled usefulness whole'.split(' '),
    );
    expect(JSON.stringify(kept)).not.toMatch(/\d{4}-\d\d-\d\dT/);
    const transactions = () =>
      luotsi.query<{ xmin: string; id: string }>(
        'SELECT DISTINCT xmin::text FROM calendar.feedback_answer WHERE session_id = $1',
        [session.id],
      );
    expect(await transactions()).toHaveLength(5);
    const before = await figures(session);
    await jobs(SHUFFLE_FEEDBACK);
    expect(await transactions()).toHaveLength(1);
    const shuffled = await figures(session);
    expect({ ...shuffled, good: [] }).toEqual({ ...before, good: [] });
    expect([...shuffled.good].sort()).toEqual([...before.good].sort());
  });

  it('is its organiser’s and coach’s to read, and nobody else’s', async () => {
    const { session, people } = await ended(1);
    const path = `/api/sessions/${session.id}/feedback`;
    expect((await people[0]?.get(path))?.status).toBe(403);
    const other = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
    expect(await other.get(path)).toMatchObject({ status: 403, ...problem('organiser-not-yours') });
  });

  it('gives an outline its average, from five answers up', async () => {
    const outline = await publishedOutline(organiser);
    const rating = async () =>
      (await organiser.get<{ items: OutlineItem[] }>('/api/outlines')).body.items.find(
        ({ id }) => id === outline,
      )?.rating;
    const { session, people } = await ended(6);
    await luotsi.query(
      'UPDATE calendar.session SET outline_id = $2, outline_version = 1 WHERE id = $1',
      [session.id, outline],
    );
    for (const person of people.slice(0, 4)) await give(person, session);
    expect(await rating()).toBeNull();
    for (const person of people.slice(4)) await give(person, session, { whole: 1 });
    expect(await rating()).toEqual({ average: 4.2, answers: 5 });
    // Another session of it with fewer than five: neither its answers nor the sixth can be worked out.
    const more = await ended(5);
    await luotsi.query(
      'UPDATE calendar.session SET outline_id = $2, outline_version = 1 WHERE id = $1',
      [more.session.id, outline],
    );
    for (const person of more.people.slice(0, 4)) {
      await give(person, more.session, { whole: 1 });
      expect(await rating()).toEqual({ average: 4.2, answers: 5 });
    }
    for (const person of more.people.slice(4)) await give(person, more.session, { whole: 1 });
    expect(await rating()).toEqual({ average: 2.6, answers: 10 });
    await jobs(SHUFFLE_FEEDBACK);
    expect(await rating()).toEqual({ average: 2.6, answers: 10 });
    await expect(
      luotsi.query(
        'UPDATE calendar.session SET outline_id = NULL, outline_version = NULL WHERE id = $1',
        [session.id],
      ),
    ).rejects.toThrow('keeps its outline');
  });
});
