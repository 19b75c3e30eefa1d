import type { listParticipants, Participant, ParticipantInFull } from '@luotsi/calendar/model';
import { groupId } from '@luotsi/network/api';
import type { Answer } from '@luotsi/platform/model';
import { testApp, type Actor, type TestApp } from '@testing';
import { published } from '../session-fixtures';

type List = Answer<typeof listParticipants>;

const organiser = { type: 'group', id: groupId('elo-19') } as const;

describe('the enrolled of a session', () => {
  let luotsi: TestApp;
  let lapland: Actor;
  let national: Actor;
  let id: string;
  let enrolled: Actor[];
  beforeAll(async () => {
    luotsi = await testApp();
    lapland = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
    national = await luotsi.as('nationalCoordinator');
    id = await published(lapland, { organiser, capacity: 2, asksDiet: true });
    enrolled = await luotsi.crowd(4, 'counsellor', { type: 'region', id: '19' });
    for (const [place, one] of enrolled.entries()) {
      await one.patch('/api/me', { name: ['Örn Ä', 'Åberg', '=Zeta;1', 'Anna'][place] });
      const needs = place === 0 ? { needs: { diet: 'gluteeniton' } } : {};
      await one.post(`/api/sessions/${id}/enrolment`, needs);
    }
  });
  afterAll(() => luotsi.close());

  const list = async (by: Actor, more = '', language = 'sv') =>
    (await by.get<List>(`/api/sessions/${id}/enrolments${more}`, { 'accept-language': language }))
      .body;
  const nameOf = ({ person }: Participant) => person?.name;
  const entries = (action: string, by: Actor) =>
    luotsi.query<{ subject_ids: string[]; facts: object }>(
      `SELECT subject_ids, facts FROM identity.audit_entry WHERE action = $1 AND actor_id = $2`,
      [action, by.id],
    );

  it('come by name, å ä ö last, with where each stands', async () => {
    const { items, counts, capacity } = await list(lapland);
    expect(items.map(nameOf)).toEqual(['=Zeta;1', 'Anna', 'Åberg', 'Örn Ä']);
    expect(items.map(({ status, position }) => [status, position])).toEqual([
      ['waitlisted', 1],
      ['waitlisted', 2],
      ['confirmed', undefined],
      ['confirmed', undefined],
    ]);
    expect(items[0]).toMatchObject({ region: '19', regionConfirmed: true, organisation: null });
    expect(Date.parse(items[0]?.waitingSince ?? '')).toBeLessThanOrEqual(Date.now());
    expect([counts.confirmed, counts.waitlisted, capacity]).toEqual([2, 2, 2]);
    expect(
      (await list(lapland, '?status=waitlisted')).items.map(({ position }) => position),
    ).toEqual([1, 2]);
  });

  it('are read by those who organise or coach it, and by nobody else', async () => {
    const path = `/api/sessions/${id}/enrolments`;
    const elsewhere = await luotsi.as('groupCoordinator', { type: 'region', id: '01' });
    const coach = await luotsi.as('coach');
    for (const one of [elsewhere, coach, enrolled[0] as Actor])
      expect(await one.get(path)).toMatchObject({ status: 403 });
    expect(await luotsi.visitor().get(path)).toMatchObject({ status: 401 });
    await luotsi.query('INSERT INTO calendar.session_coach VALUES ($1, $2)', [id, coach.id]);
    expect(await coach.get(path)).toMatchObject({ status: 200 });
    expect((await list(national)).items).toHaveLength(4);
  });

  it('tell their diets to the session’s own organiser alone', async () => {
    const shown = async (by: Actor) => {
      const { items, needsShown } = await list(by);
      return [needsShown, items.flatMap(({ needs }) => needs?.diet ?? [])];
    };
    expect(await shown(lapland)).toEqual([true, ['gluteeniton']]);
    expect(await shown(national)).toEqual([false, []]);
    const coach = await luotsi.as('coach');
    await luotsi.query('INSERT INTO calendar.session_coach VALUES ($1, $2)', [id, coach.id]);
    expect(await shown(coach)).toEqual([false, []]);
    for (const by of [national, coach])
      expect((await by.get(`/api/sessions/${id}/enrolments/export`)).text).not.toContain('gluteen');
  });

  it('are told of in the log once, however often the list is read while one works', async () => {
    const reader = await luotsi.as('groupCoordinator', { type: 'region', id: '19' });
    await list(reader);
    await list(reader);
    const read = await entries('enrolled-read', reader);
    expect(read).toHaveLength(1);
    expect(read[0]?.subject_ids.sort()).toEqual(enrolled.map((one) => one.id).sort());
    expect(read[0]?.facts).toMatchObject({ count: 4, title: { fi: 'Kuulutukset haltuun' } });
  });

  it('show one by one every step, and whether they are elsewhere at the same time', async () => {
    const { items } = await list(lapland);
    const at = `/api/sessions/${id}/enrolments/${items[3]?.id ?? ''}`;
    const one = async () => (await lapland.get<ParticipantInFull>(at)).body;
    expect(await one()).toMatchObject({
      history: [{ status: 'confirmed', reason: 'enrolled', by: 'self', byName: null }],
      overlaps: false,
      needs: { diet: 'gluteeniton' },
    });
    const other = await published(national);
    await enrolled[0]?.post(`/api/sessions/${other}/enrolment`);
    expect((await one()).overlaps).toBe(true);
    expect(await entries('person-read', lapland)).toMatchObject([
      { subject_ids: [enrolled[0]?.id] },
      {},
    ]);
    const lost = `/api/sessions/${other}/enrolments/${items[3]?.id ?? ''}`;
    expect(await national.get(lost)).toMatchObject({ status: 404 });
  });

  it('leave as a file or as addresses, which the log tells', async () => {
    const { text, headers } = await lapland.get(`/api/sessions/${id}/enrolments/export`, {
      'accept-language': 'fi',
    });
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toMatch(/^\ufeffNimi;Sähköposti;Tila;/);
    expect(text).toMatch(/^"'=Zeta;1";.*;jonossa;1;.*;Lappi;;;$/m);
    expect(text).toMatch(/^Örn Ä;.*;mukana;;.*;gluteeniton;$/m);
    const { body } = await lapland.get<{ items: string[] }>(
      `/api/sessions/${id}/enrolments/addresses?status=confirmed`,
    );
    expect(body.items).toHaveLength(2);
    expect(
      (await entries('people-exported', lapland)).map(({ subject_ids }) => subject_ids.length),
    ).toEqual([4, 2]);
  });

  it('may be joined by people whom the organiser sees, found by the beginnings of their names', async () => {
    const find = async (by: Actor, q: string) =>
      (
        await by.get<{ items: { person: { name: string }; status: string | null }[] }>(
          `/api/sessions/${id}/candidates?q=${encodeURIComponent(q)}`,
        )
      ).body.items;
    expect(await find(lapland, 'åb')).toMatchObject([
      { person: { name: 'Åberg' }, status: 'confirmed', overlaps: false },
    ]);
    expect(await find(national, 'åb')).toEqual([]);
    const [stranger] = await luotsi.crowd(1, 'counsellor', { type: 'region', id: '01' });
    await stranger?.patch('/api/me', { name: 'Åbergson' });
    expect(await find(lapland, 'åb')).toHaveLength(1);
  });
});
