import type { ForEnrolled } from '@luotsi/calendar/model';
import { newId } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { aSession, daysPass, published } from '../session-fixtures';

const ROOM = 'https://kokous.example/huone';

describe('what those who have a seat are given', () => {
  let luotsi: TestApp;
  let organiser: Actor;
  beforeAll(async () => {
    luotsi = await testApp();
    organiser = await luotsi.as('nationalCoordinator');
  });
  afterAll(() => luotsi.close());

  const given = (by: Actor, id: string) => by.get<ForEnrolled>(`/api/sessions/${id}/for-enrolled`);
  const online = async () => {
    const [meeting] = aSession().meetings;
    return published(organiser, {
      ...{ form: 'online', capacity: 1, link: ROOM },
      meetings: meeting ? [meeting, { ...meeting, link: `${ROOM}/toinen` }] : [],
    });
  };
  const material = async (session: string) => {
    const id = newId();
    await luotsi.query(
      `INSERT INTO calendar.material (id, session_id, title, file_name, media_type, size)
       VALUES ($1, $2, '{"fi": "Kalvot", "sv": "", "en": ""}', 'kalvot ä.pdf', 'application/pdf', 5)`,
      [id, session],
    );
    await luotsi.query(`INSERT INTO calendar.material_file VALUES ($1, 'kalvo'::bytea)`, [id]);
    return id;
  };

  it('is the rooms of what is to come, and the materials', async () => {
    const id = await online();
    const file = await material(id);
    const person = await luotsi.as('counsellor');
    await person.post(`/api/sessions/${id}/enrolment`, {});
    const { body } = await given(person, id);
    expect(body.rooms.map(({ link }) => link).sort()).toEqual([ROOM, `${ROOM}/toinen`]);
    expect(body.materials).toMatchObject([{ id: file, file: { name: 'kalvot ä.pdf', size: 5 } }]);
    const answer = await person.get(`/api/sessions/${id}/materials/${file}`);
    expect(answer).toMatchObject({ status: 200, text: 'kalvo' });
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''kalvot%20%C3%A4.pdf",
    );
    await daysPass(luotsi, id, 90);
    expect((await given(person, id)).body).toMatchObject({ rooms: [], materials: [{ id: file }] });
  });

  it('is for nobody else: not in line, not after cancelling, not for visitors', async () => {
    const id = await online();
    const file = await material(id);
    const [inIt, waiting, left] = (await luotsi.crowd(3, 'counsellor')) as [Actor, Actor, Actor];
    await left.post(`/api/sessions/${id}/enrolment`, {});
    await left.delete(`/api/sessions/${id}/enrolment`);
    await inIt.post(`/api/sessions/${id}/enrolment`, {});
    await waiting.post(`/api/sessions/${id}/enrolment`, {});
    for (const [who, status] of [
      [waiting, 409],
      [left, 409],
      [await luotsi.as('coach'), 409],
      [luotsi.visitor(), 401],
    ] as const)
      for (const path of ['for-enrolled', `materials/${file}`]) {
        const answer = await who.get(`/api/sessions/${id}/${path}`);
        expect([path, answer.status]).toEqual([path, status]);
        expect(answer.text).not.toContain(ROOM);
      }
    const other = await online();
    expect((await inIt.get(`/api/sessions/${other}/materials/${file}`)).status).toBe(404);
  });
});
