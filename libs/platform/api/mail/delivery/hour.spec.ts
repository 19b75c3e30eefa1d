import {
  eventually,
  readMail,
  testApp,
  testMailServer,
  type TestApp,
  type TestMailServer,
} from '@testing';
import { CONFIGURATION, type Configuration } from '../../config/configuration';
import { Changes } from '../../database/changes';
import { Mail } from '../mail';
import { Delivery } from './delivery';
import { CONNECTIONS } from './mail-server';
import { MailClock } from './mail-clock';
import { LONGEST_PAUSE, LONGEST_WAIT } from './patience';

const MINUTE = 60_000;

/** An hour of it passes in three seconds; it keeps the waits that it was asked for. */
class FastClock extends MailClock {
  override readonly pace = 1_200;
  readonly waits: number[] = [];

  override wait(milliseconds: number): number {
    this.waits.push(milliseconds);
    return super.wait(milliseconds);
  }
}

describe('a mail server that is down for an hour while letters go on being posted', () => {
  const clock = new FastClock();
  let luotsi: TestApp;
  let server: TestMailServer;
  let delivery: Delivery;

  beforeAll(async () => {
    server = await testMailServer();
    luotsi = await testApp();
    const configuration = luotsi.app.get<Configuration>(CONFIGURATION);
    delivery = new Delivery(
      luotsi.database,
      { ...configuration, LUOTSI_JOBS: true, SMTP_URL: server.url },
      luotsi.app.get(Changes),
      clock,
    );
  });
  afterAll(async () => {
    await delivery.beforeApplicationShutdown();
    await luotsi.close();
    await server.close();
  });

  const PEOPLE = 12;
  const posted = Array.from({ length: PEOPLE }, () => 0);
  /** Posts to one after the other, each person's letters numbered, until so much time has passed. */
  const postFor = async (minutes: number) => {
    const end = clock.now() + minutes * MINUTE;
    for (let person = 0; clock.now() < end; person = (person + 1) % PEOPLE) {
      const number = posted[person] ?? 0;
      posted[person] = number + 1;
      await new Promise((resolve) => setTimeout(resolve, 4));
      await luotsi.database.transaction((manager) =>
        luotsi.app.get(Mail).post(manager, {
          to: { name: null, address: `p${String(person)}@hour.example` },
          person: null,
          kind: 'test',
          language: 'fi',
          content: { subject: String(number), blocks: [{ type: 'text', text: 'Päivää.' }] },
        }),
      );
    }
  };

  const waits = (least: number, most: number) =>
    clock.waits.filter((wait) => wait >= least && wait <= most).length;
  const longWaits = () => waits(1.25 * LONGEST_PAUSE, 1.25 * LONGEST_WAIT);

  it('gets all of them afterwards, in order for each person, with ever longer waits between', async () => {
    const began = clock.now();
    delivery.onApplicationBootstrap();
    await postFor(1);
    await server.until(1);

    await server.goDown();
    await postFor(30);
    // It answers, and takes nothing yet: letters are put off, at one end or the other.
    let turn = 0;
    server.behave(() => {
      turn += 1;
      return { at: turn % 2 === 0 ? 'rcpt' : 'data', code: turn % 3 === 0 ? 421 : 451 };
    });
    await server.comeUp();
    await postFor(10);
    // It takes what goes to the others, and puts off what goes to the first six.
    server.behave(({ to }) => (/^p[0-5]@/.test(to) ? { at: 'rcpt', code: 450 } : 'take'));
    await postFor(25);
    // However busy the machine is: until letters have waited for longer than the server ever does.
    while (longWaits() < 6 && clock.now() - began < 300 * MINUTE) await postFor(1);
    const late = server.taken.length;
    server.behave(() => 'take');
    const recovered = clock.now();
    await postFor(1);

    const all = posted.reduce((sum, count) => sum + count, 0);
    const ids = () => new Set(server.taken.map(({ messageId }) => messageId)).size;
    await eventually(() => Promise.resolve(expect(ids()).toBe(all)), 15_000);
    expect(recovered - began).toBeGreaterThan(60 * MINUTE);
    // So many waited that everybody had some, however few a busy machine has posted.
    expect(all - late).toBeGreaterThan(PEOPLE);

    // Those alone came twice that were being handed over at the moment it went down.
    expect(server.taken.length - all).toBeLessThanOrEqual(CONNECTIONS);
    const got = new Map<string, Set<string>>();
    for (const mail of server.taken) {
      const { subject = '' } = await readMail(mail);
      got.set(mail.to, (got.get(mail.to) ?? new Set()).add(subject));
    }
    posted.forEach((count, person) => {
      const numbers = Array.from({ length: count }, (_, number) => String(number));
      expect([...(got.get(`p${String(person)}@hour.example`) ?? [])]).toEqual(numbers);
    });
    await eventually(async () =>
      expect(await luotsi.query(`SELECT DISTINCT state FROM platform.mail`)).toEqual([
        { state: 'sent' },
      ]),
    );

    // The steps of an hour were really gone through: pauses as long as they get, many times, and
    // letters put off for longer and longer.
    expect(waits(0.75 * LONGEST_PAUSE, 1.25 * LONGEST_PAUSE)).toBeGreaterThan(20);
    expect(longWaits()).toBeGreaterThan(5);
    expect(Math.max(...clock.waits)).toBeLessThanOrEqual(1.25 * LONGEST_WAIT);
  });
});
