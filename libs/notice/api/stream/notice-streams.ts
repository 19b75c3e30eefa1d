import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Authentication, IDENTITY } from '@luotsi/identity/api';
import { Changes, ProblemException } from '@luotsi/platform/api';
import type { Language } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import { NoticeReader } from '../reading/notice-reader';
import { NOTICES } from '../writing/notices';
import type { EventStream, StreamEvent } from './event-stream';
import { NewsReader, type News } from './news-reader';

/** Who reads a stream, and what they have been told. */
export interface Listener {
  readonly person: string;
  readonly language: Language;
  readonly request: Pick<FastifyRequest, 'headers'>;
  readonly stream: EventStream;
  /** Null until the first answer. */
  seen: string | null;
  /** When it is to be looked at whether the sign-in still stands. */
  recheck?: ReturnType<typeof setTimeout>;
}

/** How many streams a person may have at a process: the web needs one a browser. */
const MOST_STREAMS = 6;
/** When it is worth asking for one more, seconds: a window may have been closed meanwhile. */
const RETRY_SECONDS = 60;
/** Signs of life, milliseconds. */
const BEAT = 20_000;
/** What comes within this time is read together, milliseconds. */
const GATHERING = 25;
/** How many listeners' news is read in one statement. */
const TOGETHER = 500;
/** How soon what failed is tried again, milliseconds. */
const AGAIN = 1_000;
/** The longest that a timer of Node can wait, milliseconds. */
const LONGEST = 2_147_483_647;

/**
 * The streams that are open at this process. It hears of changes through LISTEN/NOTIFY and reads the
 * news of those concerned, all in one statement; nobody else's stream costs a query.
 */
@Injectable()
export class NoticeStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(NoticeStreams.name);
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly waiting = new Set<Listener>();
  private reading = false;
  private stopped = false;
  private readonly beat = setInterval(() => {
    for (const { stream } of this.all()) stream.beat();
  }, BEAT).unref();

  constructor(
    private readonly changes: Changes,
    private readonly authentication: Authentication,
    private readonly news: NewsReader,
    private readonly reader: NoticeReader,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.changes.listen(NOTICES, (person) =>
      this.tell(this.those(person === null ? null : [person])),
    );
    await this.changes.listen(IDENTITY, (person) => {
      // After identity has forgotten what it knew.
      setImmediate(() => void this.recheck(this.those(person === null ? null : [person])));
    });
  }

  /** Before the server waits for its connections to end. */
  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearInterval(this.beat);
    for (const { stream } of this.all()) stream.end();
  }

  /** @throws ProblemException `too-many-streams`, `not-ready` */
  makeRoom(person: string): void {
    if (this.stopped) throw new ProblemException('not-ready');
    if ((this.listeners.get(person)?.size ?? 0) >= MOST_STREAMS)
      throw new ProblemException('too-many-streams', { seconds: RETRY_SECONDS });
  }

  /** Keeps a stream going until either side ends it, or the sign-in ends. */
  add(listener: Listener): void {
    const { person, stream } = listener;
    const own = this.listeners.get(person) ?? new Set();
    this.listeners.set(person, own.add(listener));
    stream.whenEnded(() => {
      clearTimeout(listener.recheck);
      own.delete(listener);
      this.waiting.delete(listener);
      if (own.size === 0 && this.listeners.get(person) === own) this.listeners.delete(person);
    });
    this.tell([listener], 0);
    void this.recheck([listener]);
  }

  /** How many streams are open at this process. */
  get open(): number {
    return [...this.all()].length;
  }

  private *all(): Iterable<Listener> {
    for (const own of this.listeners.values()) yield* own;
  }

  private those(people: readonly string[] | null): Listener[] {
    return people === null
      ? [...this.all()]
      : people.flatMap((person) => [...(this.listeners.get(person) ?? [])]);
  }

  private tell(listeners: readonly Listener[], after = GATHERING): void {
    for (const listener of listeners) this.waiting.add(listener);
    if (this.waiting.size === 0 || this.reading) return;
    this.reading = true;
    setTimeout(() => void this.tellWaiting(), after);
  }

  private async tellWaiting(): Promise<void> {
    const now = [...this.waiting].slice(0, TOGETHER);
    for (const listener of now) this.waiting.delete(listener);
    try {
      const news = await this.news.read(now.map(({ person, seen }) => ({ person, since: seen })));
      now.forEach((listener, place) => {
        const own = news[place];
        if (own) this.pass(listener, own);
      });
    } catch {
      this.logger.warn('News could not be read; trying again.');
      this.reading = false;
      this.tell(
        now.filter(({ stream }) => !stream.ended),
        AGAIN,
      );
      return;
    }
    this.reading = false;
    this.tell([]);
  }

  /** Only the last event has the new cursor: whoever is cut off between is told all of it again. */
  private pass(listener: Listener, { seen, unread, notices, tooMany }: News): void {
    const before = listener.seen;
    const events: StreamEvent[] = notices.map((row, place) => ({
      event: 'notice',
      data: this.reader.words(row, listener.language),
      id: place === notices.length - 1 ? seen : (before ?? seen),
    }));
    if (tooMany) events.push({ event: 'reload', data: {}, id: seen });
    listener.stream.send([...events, { event: 'unread', data: { unread }, id: seen }]);
    listener.seen = seen;
  }

  /** Ends the streams of those who are signed in no more; looks again when a sign-in would end. */
  private async recheck(listeners: readonly Listener[]): Promise<void> {
    for (const listener of listeners) {
      const wait = await this.signedInFor(listener).catch(() => AGAIN);
      if (listener.stream.ended) continue;
      clearTimeout(listener.recheck);
      if (wait === null) listener.stream.end();
      else listener.recheck = setTimeout(() => void this.recheck([listener]), wait).unref();
    }
  }

  /** How long a listener's sign-in lasts, milliseconds; null when it has ended. */
  private async signedInFor({ request, person }: Listener): Promise<number | null> {
    const principal = await this.authentication.identify(request);
    if (principal?.id !== person) return null;
    const left = (await this.authentication.endsAt(request)) - Date.now();
    return Math.min(Math.max(left, AGAIN), LONGEST);
  }
}
