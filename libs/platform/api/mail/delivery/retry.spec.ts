import { eventually, testApp, testMailServer, type TestApp, type TestMailServer } from '@testing';
import { CONFIGURATION, type Configuration } from '../../config/configuration';
import { Changes } from '../../database/changes';
import { Mail } from '../mail';
import { Delivery } from './delivery';
import { MailClock } from './mail-clock';
import { Outbox } from './outbox';

const post = (luotsi: TestApp, address: string) =>
  luotsi.database.transaction((manager) =>
    luotsi.app.get(Mail).post(manager, {
      to: { name: null, address },
      person: null,
      kind: 'test',
      language: 'fi',
      content: { subject: 'x', blocks: [{ type: 'text', text: 'Päivää.' }] },
    }),
  );

describe('when a letter that was put off has its turn again', () => {
  let luotsi: TestApp;
  let outbox: Outbox;
  beforeAll(async () => {
    luotsi = await testApp();
    outbox = new Outbox(luotsi.database, new MailClock());
  });
  afterAll(() => luotsi.close());
  beforeEach(() => luotsi.query('DELETE FROM platform.mail'));

  const putOff = async (address: string, seconds: number) => {
    const id = await post(luotsi, address);
    await luotsi.query(
      `UPDATE platform.mail SET retry_at = now() + $2 * interval '1 second' WHERE id = $1`,
      [id, seconds],
    );
  };

  it('is never while none is put off', async () => {
    await post(luotsi, 'new@retry.example');
    expect(await outbox.nextRetry()).toBeNull();
  });

  it('is the earliest of the recipients’ times', async () => {
    await putOff('later@retry.example', 90);
    await putOff('sooner@retry.example', 30);
    const wait = (await outbox.nextRetry()) ?? NaN;
    expect(wait).toBeGreaterThan(25_000);
    expect(wait).toBeLessThanOrEqual(30_000);
  });

  it('is now for one whose time has come since the outbox was asked', async () => {
    await putOff('ripe@retry.example', -0.001);
    await putOff('later@retry.example', 90);
    expect(await outbox.nextRetry()).toBe(0);
    expect(await outbox.due([], 10)).toHaveLength(1);
  });

  it('is not before the last of a recipient’s, whose letters go in order', async () => {
    await putOff('both@retry.example', -5);
    await putOff('both@retry.example', 60);
    expect(await outbox.nextRetry()).toBeGreaterThan(55_000);
    expect(await outbox.due([], 10)).toEqual([]);
  });
});

/** A timer may ring a moment before its time; here it always does. */
class HastyClock extends MailClock {
  override wait(milliseconds: number): number {
    return Math.max(0, super.wait(milliseconds) - 3);
  }
}

describe('one who is woken a moment too early', () => {
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
      new HastyClock(),
    );
    delivery.onApplicationBootstrap();
  });
  afterAll(async () => {
    await delivery.beforeApplicationShutdown();
    await luotsi.close();
    await server.close();
  });

  it('waits for the rest of a pause, not for the next time that the outbox is asked', async () => {
    for (let times = 0; times < 4; times += 1) {
      const taken = server.taken.length;
      await server.goDown();
      await post(luotsi, `pause${String(times)}@hasty.example`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await server.comeUp();
      await server.until(taken + 1, 6_000);
    }
  });

  it('tries again what was put off when its time has come', async () => {
    server.behave(({ times }) => (times === 1 ? { at: 'data', code: 451 } : 'take'));
    for (let times = 0; times < 3; times += 1) {
      const taken = server.taken.length;
      await post(luotsi, `later${String(times)}@hasty.example`);
      await server.until(taken + 1, 6_000);
    }
    await eventually(async () =>
      expect((await luotsi.letters()).every(({ state }) => state === 'sent')).toBe(true),
    );
  });
});
