import type { Email } from 'postal-mime';
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

/** A message that a mail server has taken. */
export interface TakenMail {
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  /** As it came over the wire. */
  readonly raw: string;
  readonly at: number;
}

/** A letter on its way in, before it is answered. */
export interface ArrivingMail {
  readonly to: string;
  readonly messageId: string;
  /** How often this Message-ID has come, this time included. */
  readonly times: number;
}

/**
 * What a mail server does with a letter: takes it, answers a code at the recipient (`rcpt`) or
 * after the message (`data`), never answers, or takes it and breaks off without saying so.
 */
export type Manner =
  | 'take'
  | { readonly at: 'rcpt' | 'data'; readonly code: number }
  | 'hang'
  | 'break'
  | 'takeAndBreak';

/** A real SMTP server on this machine that behaves as it is told. */
export interface TestMailServer {
  readonly url: string;
  readonly port: number;
  /** Everything it has taken, in order. */
  readonly taken: TakenMail[];
  /** How many letters have come, also those it didn't take. */
  readonly arrived: number;
  /** Asked for each letter. Recipients alone are known at `rcpt`: `messageId` is empty then. */
  behave(manner: (mail: ArrivingMail) => Manner): void;
  /** How long it thinks about each letter that it takes, before and after it has it. Milliseconds. */
  slow(thinking: number): void;
  /** Nobody answers at its port any more. */
  goDown(): Promise<void>;
  /** The same port answers again. */
  comeUp(): Promise<void>;
  /** Resolves when so many have been taken. @throws after the time given, in milliseconds */
  until(taken: number, patience?: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a mail server on a free port, or on the one given. */
export async function testMailServer(port = 0): Promise<TestMailServer> {
  const taken: TakenMail[] = [];
  const seen = new Map<string, number>();
  let manner: (mail: ArrivingMail) => Manner = () => 'take';
  let arrived = 0;
  let thinking = 0;
  let server: SMTPServer;
  let at = port;
  // Fetched only here, as in `readMail`: most tests post no letter.
  const { SMTPServer } = await import('smtp-server');

  const fault = (code: number) =>
    Object.assign(new Error(`${code >= 500 ? '5' : '4'}.1.1 told so`), { responseCode: code });

  const start = async () => {
    const drop = (session: SMTPServerSession) => {
      for (const connection of server.connections as Set<Connection>)
        if (connection.session === session) connection._socket.destroy();
    };
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH'],
      logger: false,
      onRcptTo(address, _session, done) {
        const answer = manner({ to: address.address, messageId: '', times: 0 });
        if (typeof answer === 'object' && answer.at === 'rcpt') done(fault(answer.code));
        else done();
      },
      onData(stream: SMTPServerDataStream, session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const raw = Buffer.concat(parts).toString('utf8');
          const messageId = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '';
          const { mailFrom, rcptTo } = session.envelope;
          const to = rcptTo[0]?.address ?? '';
          const times = (seen.get(messageId) ?? 0) + 1;
          seen.set(messageId, times);
          arrived += 1;
          const from = mailFrom ? mailFrom.address : '';
          const take = () => taken.push({ from, to, messageId, raw, at: Date.now() });
          const answer = manner({ to, messageId, times });
          if (answer === 'hang') return;
          if (answer === 'break') return void drop(session);
          if (answer === 'takeAndBreak') {
            take();
            return void drop(session);
          }
          if (typeof answer === 'object' && answer.at === 'data') return done(fault(answer.code));
          setTimeout(() => {
            take();
            setTimeout(done, thinking);
          }, thinking);
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
    at = (server.server.address() as { port: number }).port;
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const connection of server.connections as Set<Connection>) connection._socket.destroy();
    });
  await start();
  return {
    get url() {
      return `smtp://127.0.0.1:${String(at)}`;
    },
    get port() {
      return at;
    },
    taken,
    get arrived() {
      return arrived;
    },
    behave: (how) => (manner = how),
    slow: (milliseconds) => (thinking = milliseconds),
    goDown: stop,
    comeUp: start,
    async until(count, patience = 15_000) {
      const end = Date.now() + patience;
      while (taken.length < count) {
        if (Date.now() > end)
          throw new Error(`${String(taken.length)} of ${String(count)} letters came in time.`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    close: stop,
  };
}

/** A message as a mail program reads it. */
export async function readMail(mail: TakenMail): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(mail.raw);
}

interface Connection {
  readonly session: SMTPServerSession;
  readonly _socket: { destroy(): void };
}
