import { testApp, type TestApp } from '@testing';
import { noticeData, noticeRetention } from './personal-data';
import { Notices } from './writing/notices';

describe('what is kept of notices', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  afterAll(() => luotsi.close());

  const tell = (...people: string[]) =>
    luotsi.database.transaction((manager) =>
      Notices.write(manager, {
        kind: 'enrolment-confirmed',
        people,
        facts: { session: 'Kuulutukset' },
        link: null,
      }),
    );
  const left = async (person: string) =>
    (
      await luotsi.query<{ count: number }>(
        `SELECT count(*)::int FROM notice.notice WHERE person_id = $1`,
        [person],
      )
    )[0]?.count;

  it('is told to its person, and forgotten with them, nobody else’s', async () => {
    const [one, other] = await luotsi.crowd(2, 'counsellor');
    const [id = '', otherId = ''] = [one?.id ?? '', other?.id ?? ''];
    await tell(id, otherId);
    await one?.put('/api/me/notice-settings', {
      bundleAt: '16:00',
      kinds: [{ kind: 'enrolment-confirmed', app: true, mail: false }],
    });
    const collected = await noticeData.collect(luotsi.database.manager, id);
    expect(collected).toMatchObject({
      notices: [{ kind: 'enrolment-confirmed', facts: { session: 'Kuulutukset' } }],
      choices: [{ kind: 'enrolment-confirmed', mail: false }],
      rhythm: [{ bundleAt: '16:00:00' }],
    });
    await noticeData.forget(luotsi.database.manager, id);
    expect([await left(id), await left(otherId)]).toEqual([0, 1]);
    const after = await noticeData.collect(luotsi.database.manager, id);
    expect(Object.values(after)).toEqual([[], [], []]);
  });

  it('goes a year after it was read, and after two years in any case', async () => {
    const person = (await luotsi.as('counsellor')).id ?? '';
    for (let turn = 0; turn < 4; turn += 1) await tell(person);
    const ages = [
      ['3 years', null],
      ['13 months', '13 months'],
      ['13 months', '11 months'],
      ['23 months', null],
    ];
    const rows = await luotsi.query<{ id: string }>(
      `SELECT id FROM notice.notice WHERE person_id = $1 ORDER BY id`,
      [person],
    );
    for (const [place, [written, read]] of ages.entries())
      await luotsi.query(
        `UPDATE notice.notice SET written_at = now() - $2::interval,
           read_at = now() - $3::interval WHERE id = $1`,
        [rows[place]?.id, written, read],
      );
    const went = [];
    for (const { apply } of noticeRetention)
      went.push(await apply?.(luotsi.database.manager, new Date()));
    expect(went).toEqual([1, 1]);
    expect(await left(person)).toBe(2);
  });
});
