import { testApp, type TestApp } from '@testing';
import { Mail } from './mail/mail';
import { platformPersonalData, platformRetention } from './personal-data';

describe('letters of a person', () => {
  let luotsi: TestApp;
  let person: string;
  beforeAll(async () => {
    luotsi = await testApp();
    person = (await luotsi.as('counsellor')).id ?? '';
  });
  afterAll(() => luotsi.close());

  const post = (subject: string, to: string | null) =>
    luotsi.database.transaction((manager) =>
      luotsi.app.get(Mail).post(manager, {
        to: { name: null, address: 'maija@example.fi' },
        person: to,
        kind: 'test',
        language: 'fi',
        content: { subject, blocks: [] },
      }),
    );

  it('are in what is told to that person', async () => {
    await post('Omasi', person);
    await post('Jonkun muun', null);
    const told = await platformPersonalData.collect(luotsi.database.manager, person);
    expect(told['letters']).toMatchObject([
      { subject: 'Omasi', address: 'maija@example.fi', state: 'waiting' },
    ]);
  });

  it('are gone when the person is forgotten', async () => {
    await platformPersonalData.forget(luotsi.database.manager, person);
    expect((await luotsi.letters()).map(({ subject }) => subject)).toEqual(['Jonkun muun']);
  });

  it('are gone with their addresses after 30 days', async () => {
    const [mail] = platformRetention;
    const sent = await post('Lähetetty', null);
    await luotsi.query(`UPDATE platform.mail SET state = 'sent', ended_at = now() WHERE id = $1`, [
      sent,
    ]);
    const day = 86_400_000;
    const at = (days: number) => new Date(Date.now() + days * day);
    const apply = (days: number) => mail?.apply?.(luotsi.database.manager, at(days));
    expect(await apply(29)).toBe(0);
    expect(await apply(31)).toBe(2);
    expect(await luotsi.letters()).toEqual([]);
  });
});
