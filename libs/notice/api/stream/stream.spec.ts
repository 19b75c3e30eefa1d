import { Changes, newId } from '@luotsi/platform/api';
import { testApp, type Actor, type TestApp } from '@testing';
import { Notices } from '../writing/notices';
import { NoticeStreams } from './notice-streams';
import { StreamReader } from './stream-reader';

describe('the stream of notices', () => {
  let luotsi: TestApp;
  let addresses: readonly string[];
  let person: Actor;
  const opened: StreamReader[] = [];
  beforeAll(async () => {
    luotsi = await testApp({ listen: true });
    addresses = [luotsi.address, await luotsi.another()];
  });
  beforeEach(async () => {
    person = await luotsi.as('counsellor');
  });
  afterEach(() => {
    for (const stream of opened.splice(0)) stream.leave();
  });
  afterAll(() => luotsi.close());

  const notice = (session: string, to: Actor = person) => ({
    kind: 'enrolment-confirmed',
    people: [to.id ?? ''],
    facts: { session, when: '', place: '' },
    link: null,
  });
  const tell = (session: string, to: Actor = person) =>
    luotsi.database.transaction((manager) => Notices.write(manager, notice(session, to)));
  const open = async (since?: string, at = 0, language = 'fi') => {
    const stream = await StreamReader.open(addresses[at] ?? '', person.cookie, since, language);
    opened.push(stream);
    return stream;
  };

  it('says at once how many are unread, then each notice as it is written', async () => {
    await tell('Vanha');
    const stream = await open();
    await stream.until(({ unread }) => unread === 1);
    await tell('Uusi');
    await stream.until(({ unread }) => unread === 2);
    expect(stream.titles).toEqual(['Olet mukana: Uusi']);
  });

  it('is heard at every process, in each reader’s language, and by nobody else', async () => {
    const [here, there] = [await open(), await open(undefined, 1, 'sv')];
    const other = await luotsi.as('counsellor');
    const elsewhere = await StreamReader.open(luotsi.address, other.cookie);
    opened.push(elsewhere);
    await Promise.all([here, there, elsewhere].map((one) => one.until(() => one.unread === 0)));
    await tell('A');
    await Promise.all([here, there].map((one) => one.until(({ unread }) => unread === 1)));
    expect([here.titles, there.titles]).toEqual([['Olet mukana: A'], ['Du är med: A']]);
    const path = '/api/me/notices/reading';
    await person.put(path, { read: true });
    await Promise.all([here, there].map((one) => one.until(({ unread }) => unread === 0)));
    expect(elsewhere.events).toHaveLength(1);
  });

  it('goes on where it was cut off, at another process too: nothing is lost or told twice', async () => {
    const first = await open();
    await tell('A');
    await first.until(({ titles }) => titles.length === 1);
    first.leave();
    await tell('B');
    await tell('C');
    const second = await open(first.last, 1);
    await second.until(({ titles }) => titles.length === 2);
    expect(second.titles).toEqual(['Olet mukana: B', 'Olet mukana: C']);
    second.leave();
    const third = await open(second.last);
    await third.until(({ unread }) => unread === 3);
    expect(third.titles).toEqual([]);
  });

  it('does not lose what began to be written before, and was committed after', async () => {
    const slow = luotsi.database.createQueryRunner();
    await slow.startTransaction();
    await Notices.write(slow.manager, notice('Hidas'));
    const first = await open();
    await tell('Nopea');
    await first.until(({ titles }) => titles.length === 1);
    first.leave();
    await slow.commitTransaction();
    await slow.release();
    const second = await open(first.last);
    await second.until(({ titles }) => titles.length === 1);
    expect(second.titles).toEqual(['Olet mukana: Hidas']);
  });

  it('tells all of a batch again when it was cut off in the middle of one', async () => {
    const first = await open();
    await first.until(({ unread }) => unread === 0);
    await luotsi.database.transaction((manager) =>
      Notices.write(manager, notice('A'), notice('B')),
    );
    await first.until(({ titles }) => titles.length === 2);
    const afterOne = first.events.find(({ event }) => event === 'notice')?.id;
    const second = await open(afterOne);
    await second.until(({ titles }) => titles.length === 2);
    expect(second.titles).toEqual(['Olet mukana: A', 'Olet mukana: B']);
  });

  it('loses nothing while changes are not heard', async () => {
    const stream = await open();
    await stream.until(({ unread }) => unread === 0);
    await luotsi.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'luotsi changes' AND datname = current_database()`,
    );
    await tell('Katkon aikana');
    await stream.until(({ titles }) => titles.length === 1);
    for (let turn = 0; !luotsi.app.get(Changes).hearing && turn < 300; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it.each(['', 'x', '1:2', '9:3:', '5:9:12', '5:9:7,6', `${'9'.repeat(18)}:${'9'.repeat(18)}:`])(
    'begins anew where it is told to go on from “%s”, which it has never said',
    async (since) => {
      await tell('Vanha');
      const stream = await open(since);
      await stream.until(({ unread }) => unread === 1);
      expect(stream.titles).toEqual([]);
    },
  );

  it('asks to read the list where more has happened than is told one by one', async () => {
    const first = await open();
    await first.until(({ unread }) => unread === 0);
    first.leave();
    await luotsi.database.transaction((manager) =>
      Notices.write(manager, ...Array.from({ length: 201 }, () => notice('Tulva'))),
    );
    const second = await open(first.last);
    await second.until(({ unread }) => unread === 201);
    expect(second.events.map(({ event }) => event)).toEqual(['reload', 'unread']);
  });

  it('ends when the sign-in does, wherever that is done', async () => {
    const [here, there] = [await open(), await open(undefined, 1)];
    await Promise.all([here, there].map((one) => one.until(({ unread }) => unread === 0)));
    await person.post('/api/auth/sign-out');
    await Promise.all([here, there].map((one) => one.until(({ ended }) => ended)));
    expect((await open()).status).toBe(401);
  });

  it('ends when the sign-in expires', async () => {
    // Opened well before the end, which is put off only where the machine is too busy for that.
    for (const seconds of [2, 4, 8]) {
      person = await luotsi.as('counsellor');
      await luotsi.query(
        `UPDATE identity.session SET expires_at = now() + make_interval(secs => $2)
         WHERE person_id = $1`,
        [person.id, seconds],
      );
      const stream = await open();
      if (stream.status !== 200) continue;
      await stream.until(({ unread, ended }) => unread === 0 || ended);
      if (stream.unread !== 0) continue;
      await stream.until(({ ended }) => ended);
      return;
    }
    throw new Error('The stream was never opened before the sign-in expired.');
  });

  it('is for those who are signed in, and six at a time', async () => {
    const visitor = await StreamReader.open(luotsi.address, '');
    expect(visitor.status).toBe(401);
    for (let turn = 0; turn < 6; turn += 1) expect((await open()).status).toBe(200);
    const seventh = await person.get<{ type: string }>('/api/me/notices/stream');
    expect([seventh.status, seventh.body.type]).toEqual([
      429,
      'urn:luotsi:problem:too-many-streams',
    ]);
    opened[0]?.leave();
    for (let turn = 0; turn < 100 && (await open()).status !== 200; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(opened.at(-1)?.status).toBe(200);
  });

  it('costs nothing while others are told, and one statement however many are', async () => {
    const crowd = await luotsi.crowd(40, 'counsellor');
    const streams = await Promise.all(
      crowd.map((one) => StreamReader.open(luotsi.address, one.cookie)),
    );
    opened.push(...streams);
    await Promise.all(streams.map((one) => one.until(({ unread }) => unread === 0)));
    const statements: string[] = [];
    const { query } = luotsi.database;
    luotsi.database.query = function <Rows>(text: string, ...more: unknown[]) {
      statements.push(text);
      return Reflect.apply(query, this, [text, ...more]) as Promise<Rows>;
    };
    await luotsi.query(`SELECT pg_notify($1, 'notice ' || $2)`, [Changes.CHANNEL, newId()]);
    const text = Notices.statement([
      { ...notice('Kaikille'), people: crowd.map(({ id }) => id ?? '') },
    ]);
    await luotsi.query(text?.text ?? '', text?.values);
    await Promise.all(streams.map((one) => one.until(({ titles }) => titles.length === 1)));
    luotsi.database.query = query;
    expect(statements.filter((one) => one.includes('notice.notice')).length).toBeLessThanOrEqual(2);
    expect(luotsi.app.get(NoticeStreams).open).toBeGreaterThanOrEqual(40);
  });
});
