import { testApp, type Actor, type TestApp } from '@testing';
import { published } from './session-fixtures';

describe('the database of the calendar', () => {
  let luotsi: TestApp;
  let national: Actor;
  let session: string;
  beforeAll(async () => {
    luotsi = await testApp();
    national = await luotsi.as('nationalCoordinator');
    session = await published(national, { capacity: 2 });
    for (const person of await luotsi.crowd(3, 'counsellor'))
      await person.post(`/api/sessions/${session}/enrolment`);
  });
  afterAll(() => luotsi.close());

  it.each([
    ['fewer seats than are confirmed', `UPDATE calendar.session SET capacity = 1 WHERE id = $1`],
    ['more confirmed than seats', `UPDATE calendar.session SET confirmed_count = 3 WHERE id = $1`],
    [
      'a second enrolment of a person',
      `INSERT INTO calendar.enrolment (id, session_id, person_id, status, ticket)
       SELECT gen_random_uuid(), session_id, person_id, 'waitlisted', 99
       FROM calendar.enrolment WHERE session_id = $1`,
    ],
    ['the end of a published session', `DELETE FROM calendar.session WHERE id = $1`],
    ['a draft of it again', `UPDATE calendar.session SET status = 'draft' WHERE id = $1`],
    ['the end of its meeting', `DELETE FROM calendar.meeting WHERE session_id = $1`],
    ['a new UID', `UPDATE calendar.meeting SET uid = 'x' WHERE session_id = $1`],
    [
      'a cancellation without its reason',
      `UPDATE calendar.session SET status = 'cancelled' WHERE id = $1`,
    ],
    [
      'a meeting that ends first',
      `UPDATE calendar.meeting SET end_at = start_at WHERE session_id = $1`,
    ],
    [
      'the end of a person who is enrolled',
      `DELETE FROM identity.person WHERE id IN (SELECT person_id FROM calendar.enrolment WHERE session_id = $1)`,
    ],
  ])('refuses %s, whoever asks', async (_, statement) => {
    await expect(luotsi.query(statement, [session])).rejects.toThrow();
  });
});
