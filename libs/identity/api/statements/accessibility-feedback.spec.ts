import type { ReceivedFeedback } from '@luotsi/identity/model';
import { testApp, type TestApp } from '@testing';

const PATH = '/api/accessibility-feedback';

describe('feedback on accessibility', () => {
  let luotsi: TestApp;
  beforeAll(async () => {
    luotsi = await testApp();
  });
  beforeEach(() => luotsi.query(`DELETE FROM identity.letter_count`));
  afterAll(() => luotsi.close());

  const list = async () => {
    const administrator = await luotsi.as('administrator');
    return (await administrator.get<{ items: ReceivedFeedback[] }>(PATH)).body.items;
  };

  it('is given without an account and is to be answered within 14 days', async () => {
    const given = await luotsi
      .visitor()
      .post<{ id: string; dueAt: string }>(
        PATH,
        { message: ' Kartta ei aukea näppäimistöllä ', contact: 'aino@example.org' },
        { 'accept-language': 'sv' },
      );
    expect(given.status).toBe(201);
    const days = (Date.parse(given.body.dueAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.9);
    expect(days).toBeLessThanOrEqual(14);
    expect((await list()).find(({ id }) => id === given.body.id)).toMatchObject({
      message: 'Kartta ei aukea näppäimistöllä',
      contact: 'aino@example.org',
      language: 'sv',
      answeredAt: null,
      dueAt: given.body.dueAt,
    });
  });

  it('is told to the administrators, with the day and without what it says', async () => {
    const administrator = await luotsi.as('administrator');
    const [{ email } = { email: '' }] = await luotsi.query<{ email: string }>(
      `SELECT email FROM identity.person WHERE id = $1`,
      [administrator.id],
    );
    await luotsi.visitor().post(PATH, { message: 'Sairauteni vuoksi en näe painiketta' });
    const letters = await luotsi.letters(email);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('14 päivän kuluessa');
    expect(letters[0]?.link).toContain('/accessibility/feedback');
    expect(JSON.stringify(letters)).not.toContain('Sairauteni');
  });

  it('is marked as answered, once, and the mark can be taken back', async () => {
    await luotsi.visitor().post(PATH, { message: 'Yksi', contact: ' ' });
    const [open] = (await list()).filter(({ message }) => message === 'Yksi');
    expect(open?.contact).toBeNull();
    const administrator = await luotsi.as('administrator');
    const path = `${PATH}/${open?.id ?? ''}/answer`;
    const first = await administrator.put<ReceivedFeedback>(path, { answered: true });
    expect(first.body.answeredAt).not.toBeNull();
    const second = await administrator.put<ReceivedFeedback>(path, { answered: true });
    expect(second.body.answeredAt).toBe(first.body.answeredAt);
    const last = (await list()).at(-1);
    expect(last?.id).toBe(open?.id);
    const back = await administrator.put<ReceivedFeedback>(path, { answered: false });
    expect(back.body.answeredAt).toBeNull();
    const none = `${PATH}/01a20194-43d2-762a-ad91-4c6b313b5cf5/answer`;
    expect((await administrator.put(none, { answered: true })).status).toBe(404);
  });

  it('is read by administrators only, and that it was read is noted', async () => {
    expect((await luotsi.visitor().get(PATH)).status).toBe(401);
    expect((await (await luotsi.as('nationalCoordinator')).get(PATH)).status).toBe(403);
    const administrator = await luotsi.as('administrator');
    await administrator.get(PATH);
    const noted = await luotsi.query(
      `SELECT 1 FROM identity.audit_entry WHERE actor_id = $1 AND action = 'feedback-read'`,
      [administrator.id],
    );
    expect(noted).toHaveLength(1);
  });

  it.each([{}, { message: '' }, { message: '  ' }, { message: 'x'.repeat(4_001) }])(
    'has something to say: %#',
    async (body) => {
      const before = (await list()).length;
      expect((await luotsi.visitor().post(PATH, body)).status).toBe(422);
      expect((await list()).length).toBe(before);
    },
  );

  it('is taken from a class at once, and not from a script for ever', async () => {
    const statuses = [];
    for (let turn = 0; turn < 31; turn += 1) {
      statuses.push((await luotsi.visitor().post(PATH, { message: 'Sama' })).status);
    }
    expect(statuses).toEqual([...(Array(30).fill(201) as number[]), 429]);
    const answer = await luotsi.visitor().post(PATH, { message: 'Sama' });
    expect(answer).toMatchObject({ body: { type: 'urn:luotsi:problem:too-much-feedback' } });
  });
});
