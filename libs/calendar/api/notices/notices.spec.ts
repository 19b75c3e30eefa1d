import type { Notice } from '@luotsi/notice/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { SessionWriter } from '../organise/session-writer';
import { aSession, daysPass, published } from '../session-fixtures';
import { calendarNoticeKinds } from './notice-kinds';

describe('what the calendar tells people', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const enrol = (actor: Actor, id: string) => actor.post(`/api/sessions/${id}/enrolment`);
  const leave = (actor: Actor, id: string) => actor.delete(`/api/sessions/${id}/enrolment`);
  /** What someone has been told, oldest first. */
  const told = async (actor: Actor) =>
    (await actor.get<{ items: Notice[] }>('/api/me/notices')).body.items.toReversed();
  const kinds = async (actor: Actor) => (await told(actor)).map(({ kind }) => kind);
  const meetings = (start: string, end: string) =>
    aSession({ meetings: [{ start, end, timeZone: 'Europe/Helsinki' }] }).meetings.map(
      (meeting) => ({ ...meeting, timeZone: 'Europe/Helsinki' }),
    );
  const move = (id: string, start: string, end: string) => {
    const writer = luotsi.app.get(SessionWriter);
    return writer.work((manager) => writer.reschedule(manager, id, meetings(start, end), null));
  };
  const urgent = async (id: string) =>
    (
      await luotsi.query<{ urgent: boolean }>(
        `SELECT urgent FROM notice.notice WHERE link = $1 ORDER BY written_at DESC LIMIT 1`,
        [`/sessions/${id}`],
      )
    )[0]?.urgent;

  it('is each step of their enrolment, with when and where, leading to the session', async () => {
    const place = { fi: 'Rovaniemi', sv: 'Rovaniemi', en: 'Rovaniemi' };
    const id = await published(organiser, { capacity: 1, place });
    const [first, second] = await luotsi.crowd(2, 'counsellor');
    if (!first || !second) throw new Error('nobody');
    await enrol(first, id);
    await enrol(second, id);
    expect((await told(second))[0]?.title).toBe('Olet jonossa, sija 1: Kuulutukset haltuun');
    await leave(first, id);
    expect(await kinds(first)).toEqual(['enrolment-confirmed', 'enrolment-cancelled']);
    expect(await kinds(second)).toEqual(['enrolment-waitlisted', 'enrolment-promoted']);
    const [confirmed] = await told(first);
    expect(confirmed).toMatchObject({
      title: 'Olet mukana: Kuulutukset haltuun',
      link: `/sessions/${id}`,
    });
    expect(confirmed?.body).toMatch(/^\p{Lu}\p{L}+ \d+\.\d+\.\d{4} klo 9\.00, Rovaniemi\. /u);
  });

  it('is told once, however often they press, and not at all when they are refused', async () => {
    const id = await published(organiser);
    const person = await luotsi.as('counsellor');
    await Promise.all(Array.from({ length: 5 }, () => enrol(person, id)));
    await enrol(person, id);
    expect(await kinds(person)).toEqual(['enrolment-confirmed']);
    await organiser.post(`/api/sessions/${id}/cancellation`, { reason: 'Sairaus' });
    const late = await luotsi.as('counsellor');
    await enrol(late, id);
    expect(await kinds(late)).toEqual([]);
  });

  it('is a cancellation with its reason, to everyone who is in or waits, and nobody else', async () => {
    const id = await published(organiser, { capacity: 1 });
    const [inIt, waiting, left] = await luotsi.crowd(3, 'counsellor');
    if (!inIt || !waiting || !left) throw new Error('nobody');
    await enrol(left, id);
    await leave(left, id);
    await enrol(inIt, id);
    await enrol(waiting, id);
    const cancel = () =>
      organiser.post(`/api/sessions/${id}/cancellation`, { reason: 'Kouluttaja sairastui.' });
    await cancel();
    await cancel();
    expect(await kinds(left)).toEqual(['enrolment-confirmed', 'enrolment-cancelled']);
    for (const actor of [inIt, waiting]) {
      const last = (await told(actor)).slice(1);
      expect(last.map(({ kind }) => kind)).toEqual(['session-cancelled']);
      expect(last[0]?.body).toContain('Syy: Kouluttaja sairastui. Sinun ei tarvitse');
    }
    expect(await urgent(id)).toBe(false);
  });

  it('can’t wait when the session is within a day', async () => {
    const id = await published(organiser);
    const person = await luotsi.as('counsellor');
    await enrol(person, id);
    await daysPass(luotsi, id, 60);
    await luotsi.query(
      `UPDATE calendar.session SET first_start = now() + interval '5 hours',
         last_end = now() + interval '9 hours' WHERE id = $1`,
      [id],
    );
    await organiser.post(`/api/sessions/${id}/cancellation`, { reason: 'Sairaus' });
    expect(await urgent(id)).toBe(true);
  });

  it('is a postponement, and then the new time', async () => {
    const id = await published(organiser, { capacity: 1 });
    const [inIt, waiting] = await luotsi.crowd(2, 'counsellor');
    if (!inIt || !waiting) throw new Error('nobody');
    await enrol(inIt, id);
    await enrol(waiting, id);
    await organiser.post(`/api/sessions/${id}/postponement`);
    await move(id, '2055-10-28T13:00', '2055-10-28T15:00');
    for (const actor of [inIt, waiting]) {
      const last = (await told(actor)).slice(1);
      expect(last.map(({ kind }) => kind)).toEqual(['session-postponed', 'session-moved']);
      expect(last[1]?.body).toContain('Nyt torstai 28.10.2055 klo 13.00; ennen ');
    }
    await move(id, '2055-10-28T13:00', '2055-10-28T15:00');
    expect(await told(inIt)).toHaveLength(3);
  });

  it('is one notice for whoever gets a seat by the new time', async () => {
    const id = await published(organiser, { capacity: 1 });
    const [inIt, waiting] = await luotsi.crowd(2, 'counsellor');
    if (!inIt || !waiting) throw new Error('nobody');
    await enrol(inIt, id);
    await enrol(waiting, id);
    await luotsi.query(`UPDATE calendar.session SET capacity = 2 WHERE id = $1`, [id]);
    await move(id, '2055-10-29T13:00', '2055-10-29T15:00');
    expect((await kinds(inIt)).slice(1)).toEqual(['session-moved']);
    expect((await kinds(waiting)).slice(1)).toEqual(['enrolment-promoted']);
    expect((await told(waiting))[1]?.body).toContain('29.10.2055 klo 13.00');
  });

  it('takes as many statements for a hundred people as for one', async () => {
    const statements = async (people: number) => {
      const id = await published(organiser, { capacity: 200 });
      const crowd = await luotsi.crowd(people, 'counsellor');
      await Promise.all(crowd.map((actor) => enrol(actor, id)));
      let count = 0;
      const writer = luotsi.app.get(SessionWriter);
      await writer.work((manager) => {
        const query = manager.query.bind(manager);
        manager.query = <Rows>(text: string, values?: unknown[]) => {
          count += 1;
          return query<Rows>(text, values);
        };
        return writer.cancel(manager, id, 'Sairaus');
      });
      return count;
    };
    expect(await statements(100)).toBe(await statements(1));
  });

  it('has words for everything, in every language', () => {
    for (const [name, kind] of Object.entries(calendarNoticeKinds)) {
      for (const texts of [kind.name, kind.title, kind.body, kind.action]) {
        for (const text of Object.values(texts)) {
          expect([name, text]).toEqual([name, expect.stringMatching(/^[^!]+$/)]);
        }
      }
    }
  });
});
