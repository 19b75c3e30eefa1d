import {
  eventually,
  readMail,
  testApp,
  testMailServer,
  type TestApp,
  type TestMailServer,
} from '@testing';
import type { Letter } from '../letter';
import { Mail } from '../mail';

describe('delivering letters', () => {
  let luotsi: TestApp;
  let server: TestMailServer;

  beforeAll(async () => {
    server = await testMailServer();
    luotsi = await testApp({
      jobs: true,
      environment: {
        SMTP_URL: `${server.url}?socketTimeout=1500`,
        LUOTSI_MAIL_FROM: 'Koulutuskalenteri <luotsi@oph.example>',
        LUOTSI_ORIGIN: 'https://luotsi.example',
      },
    });
  });
  afterAll(async () => {
    await luotsi.close();
    await server.close();
  });
  beforeEach(() => {
    server.behave(() => 'take');
    server.taken.length = 0;
  });
  /** Nothing of one test is still on its way in the next. */
  afterEach(async () => {
    server.behave(() => 'take');
    await luotsi.query(`UPDATE platform.mail SET retry_at = now() WHERE state = 'waiting'`);
    await eventually(async () => {
      const waiting = (await luotsi.letters()).filter(({ state }) => state === 'waiting');
      expect(waiting).toEqual([]);
    }, 20_000);
  });

  const post = (to: string, subject: string, over: Partial<Letter> = {}) =>
    luotsi.database.transaction((manager) =>
      luotsi.app.get(Mail).post(manager, {
        to: { name: null, address: to },
        person: null,
        kind: 'test',
        language: 'fi',
        content: { subject, blocks: [{ type: 'text', text: 'Päivää.' }] },
        ...over,
      }),
    );
  /** So many letters to each of so many, numbered, all at once. */
  const load = async (people: number, each: number, host: string) => {
    for (let number = 0; number < each; number += 1) {
      await Promise.all(
        Array.from({ length: people }, (_, person) =>
          post(`p${String(person)}@${host}`, String(number)),
        ),
      );
    }
  };
  /** What each recipient got, in order. */
  const arrivals = async (host: string) => {
    const got = new Map<string, string[]>();
    for (const mail of server.taken.filter(({ to }) => to.endsWith(host))) {
      const { subject = '' } = await readMail(mail);
      got.set(mail.to, [...(got.get(mail.to) ?? []), subject]);
    }
    return got;
  };
  const numbered = (count: number) => Array.from({ length: count }, (_, number) => String(number));
  const states = async (host: string) =>
    (await luotsi.letters()).filter(({ address }) => address.endsWith(host));

  it('hands over HTML, text and calendars under the Message-ID that is kept', async () => {
    const ics =
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Ääkköset öljyssä\r\nEND:VCALENDAR\r\n';
    await post('maija@example.fi', 'Olet mukana: torstaina klo 9.00 – Äänekoski', {
      to: { name: 'Maija Meikäläinen', address: 'maija@example.fi' },
      unsubscribe: { url: 'https://luotsi.example/stop/x' },
      calendars: [{ method: 'REQUEST', uid: 'a@luotsi', ics }],
    });
    await server.until(1);
    const [taken] = server.taken;
    if (!taken) throw new Error('nothing came');
    const read = await readMail(taken);
    expect(read.subject).toBe('Olet mukana: torstaina klo 9.00 – Äänekoski');
    expect(read.from).toMatchObject({
      name: 'Koulutuskalenteri',
      address: 'luotsi@oph.example',
    });
    expect(read.to).toMatchObject([{ name: 'Maija Meikäläinen', address: 'maija@example.fi' }]);
    const [kept] = await luotsi.letters('maija@example.fi');
    expect(read.messageId).toBe(`<${kept?.id ?? ''}@oph.example>`);
    expect(read.text?.trimEnd()).toBe(kept?.text.trimEnd());
    expect(read.html?.trimEnd()).toBe(kept?.html.trimEnd());
    const header = (name: string) => read.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toBe('<https://luotsi.example/stop/x>');
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-mailer')).toBeUndefined();
    const [calendar] = read.attachments;
    expect(calendar).toMatchObject({ mimeType: 'text/calendar', method: 'REQUEST' });
    const content = calendar?.content;
    const lines = typeof content === 'string' ? content : new TextDecoder().decode(content);
    expect(lines.split(/\r?\n/)).toEqual(ics.split('\r\n'));
    expect(taken.raw).toMatch(/multipart\/alternative/);
  });

  it.each([
    ["o'brien+luotsi@example.fi", "o'brien+luotsi@example.fi"],
    ['"a,b;c"@example.fi', '"a,b;c"@example.fi'],
    ['first.last@sub.example.museum', 'first.last@sub.example.museum'],
    ['pekka@hyvä.fi', 'pekka@hyvä.fi'],
    ['käyttäjä@hyvä.fi', 'käyttäjä@hyvä.fi'],
    ['!#$%&*/=?^_`{|}~@example.fi', '!#$%&*/=?^_`{|}~@example.fi'],
  ])('reaches %s', async (address, envelope) => {
    await post(address, 'unusual');
    await server.until(1);
    expect(server.taken.map(({ to }) => to.normalize())).toEqual([envelope]);
    await eventually(async () =>
      expect(await luotsi.letters(address)).toMatchObject([{ state: 'sent' }]),
    );
  });

  it('lets nobody add headers or recipients by a name', async () => {
    const name = 'Eve\r\nBcc: all@example.fi\r\n\r\n<b>, "x" <y@example.fi>';
    await post('eve@example.fi', 'injected', { to: { name, address: 'eve@example.fi' } });
    await server.until(1);
    const read = await readMail(server.taken[0] as never);
    expect(read.to?.map(({ address }) => address)).toEqual(['eve@example.fi']);
    expect(read.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(server.taken).toHaveLength(1);
  });

  it('keeps the order for each recipient, whatever is put off', async () => {
    let turn = 0;
    server.behave(() => ((turn += 1) % 7 === 0 ? { at: 'data', code: 451 } : 'take'));
    await load(12, 6, 'order.example');
    server.behave(() => 'take');
    await luotsi.query(`UPDATE platform.mail SET retry_at = now() WHERE state = 'waiting'`);
    await server.until(72);
    const got = await arrivals('order.example');
    expect(got.size).toBe(12);
    for (const subjects of got.values()) expect(subjects).toEqual(numbered(6));
  });

  it('tries again what was put off, and meanwhile delivers to the others', async () => {
    let isGrey = true;
    server.behave(({ to }) =>
      isGrey && to.startsWith('grey') ? { at: 'rcpt', code: 450 } : 'take',
    );
    await post('grey@later.example', '0');
    await post('grey@later.example', '1');
    await post('other@later.example', '0');
    await server.until(1);
    expect(server.taken.map(({ to }) => to)).toEqual(['other@later.example']);
    isGrey = false;
    await server.until(3);
    expect((await arrivals('later.example')).get('grey@later.example')).toEqual(['0', '1']);
    await eventually(async () => {
      const [first] = await luotsi.letters('grey@later.example');
      expect(first?.attempts).toBeGreaterThan(1);
    });
  });

  it('marks as refused what never will be taken, and goes on', async () => {
    server.behave(({ to, messageId }) => {
      if (to.startsWith('nobody')) return { at: 'rcpt', code: 550 };
      if (to.startsWith('spam') && messageId) return { at: 'data', code: 554 };
      return 'take';
    });
    await post('nobody@refused.example', '0');
    await post('nobody@refused.example', '1');
    await post('spam@refused.example', '0');
    await post('good@refused.example', '0');
    await server.until(1);
    await eventually(async () =>
      expect((await states('refused.example')).map(({ state }) => state)).toEqual([
        'refused',
        'refused',
        'refused',
        'sent',
      ]),
    );
    const answers = await luotsi.query<{ answer: string }>(
      `SELECT DISTINCT answer FROM platform.mail WHERE state = 'refused' ORDER BY 1`,
    );
    expect(answers.map(({ answer }) => answer)).toEqual(['550 5.1.1', '554 5.1.1']);
  });

  it('sends again under the same Message-ID what broke off after the message', async () => {
    server.behave(({ to, times }) =>
      to.startsWith('broken') && times === 1 ? 'takeAndBreak' : 'take',
    );
    await post('broken@off.example', '0');
    await post('broken@off.example', '1');
    await server.until(4);
    const ids = server.taken.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(2);
    expect((await arrivals('off.example')).get('broken@off.example')).toEqual(['0', '0', '1', '1']);
    const [one, again] = server.taken;
    expect(again?.raw).toBe(one?.raw);
  });

  it('does not wait for ever for a server that hangs', async () => {
    server.behave(({ to, times }) => (to.startsWith('slow') && times === 1 ? 'hang' : 'take'));
    await post('slow@hang.example', '0');
    await post('quick@hang.example', '0');
    await server.until(2);
    expect(server.taken.map(({ to }) => to)).toEqual(['quick@hang.example', 'slow@hang.example']);
  });

  it('delivers everything, in order for each, after the server was down under load', async () => {
    await server.goDown();
    await load(20, 5, 'down.example');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await server.comeUp();
    await load(20, 2, 'up.example');
    await server.until(140, 25_000);
    const got = await arrivals('down.example');
    expect(got.size).toBe(20);
    for (const subjects of got.values()) expect(subjects).toEqual(numbered(5));
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(140);
    await eventually(async () =>
      expect(new Set((await states('down.example')).map(({ attempts }) => attempts))).toEqual(
        new Set([1]),
      ),
    );
  });

  it('is done by one process at a time, and taken over when its connection ends', async () => {
    await luotsi.another();
    const end = () =>
      luotsi.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'luotsi mail' AND datname = current_database()`,
      );
    const loaded = load(20, 6, 'two.example');
    for (let times = 0; times < 3; times += 1) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await end();
    }
    await loaded;
    await server.until(120, 25_000);
    await eventually(async () =>
      expect((await states('two.example')).every(({ state }) => state === 'sent')).toBe(true),
    );
    const got = await arrivals('two.example');
    for (const subjects of got.values()) expect([...new Set(subjects)]).toEqual(numbered(6));
  });

  it('gives up a letter after days, and not before', async () => {
    server.behave(() => ({ at: 'rcpt', code: 450 }));
    await luotsi.database.transaction(async (manager) => {
      for (const [to, age] of [
        ['old@days.example', '6 days'],
        ['new@days.example', '4 days'],
      ] as const) {
        const id = await luotsi.app.get(Mail).post(manager, {
          to: { name: null, address: to },
          person: null,
          kind: 'test',
          language: 'fi',
          content: { subject: 'x', blocks: [] },
        });
        await manager.query(
          `UPDATE platform.mail SET posted_at = now() - $2::interval WHERE id = $1`,
          [id, age],
        );
      }
    });
    await eventually(async () =>
      expect(await states('days.example')).toMatchObject([
        { state: 'refused' },
        { state: 'waiting', attempts: 1 },
      ]),
    );
  });
});
