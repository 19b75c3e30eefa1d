import type { FastifyReply } from 'fastify';

/** How much may wait to be read by a slow reader before it is cut off, bytes. It comes back. */
const MOST_WAITING = 262_144;
/** How long a browser waits before it comes back, milliseconds. */
const RETRY = 3_000;

/** One event: data is written as JSON, `id` is what the reader comes back with. */
export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
  readonly id?: string;
}

/** An answer as server-sent events (HTML, 9.2). */
export class EventStream {
  /** Takes over an answer. It begins with the first event, which says that all that follows is heard. */
  static open(reply: FastifyReply): EventStream {
    reply.hijack();
    return new EventStream(reply);
  }

  private constructor(private readonly reply: FastifyReply) {}

  /** Begins the answer, with the headers that it has already been given. */
  private begin(): void {
    const { reply } = this;
    const headers = Object.fromEntries(
      Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    );
    reply.raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      // Proxies that gather answers would hold events back.
      'x-accel-buffering': 'no',
    });
    reply.raw.write(`retry: ${String(RETRY)}\n\n`);
  }

  get ended(): boolean {
    return this.reply.raw.writableEnded || this.reply.raw.destroyed;
  }

  /** Called once, however the stream ends. */
  whenEnded(told: () => void): void {
    this.reply.raw.once('close', told);
  }

  /** Sends events in one piece. */
  send(events: readonly StreamEvent[]): void {
    this.write(
      events
        .map(
          ({ event, data, id }) =>
            `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
        )
        .join(''),
    );
  }

  /** A sign of life, which keeps what lies between from closing the connection. */
  beat(): void {
    if (this.reply.raw.headersSent) this.write(':\n\n');
  }

  end(): void {
    this.reply.raw.end();
  }

  private write(text: string): void {
    if (this.ended) return;
    if (!this.reply.raw.headersSent) this.begin();
    this.reply.raw.write(text);
    if (this.reply.raw.writableLength > MOST_WAITING) this.reply.raw.destroy();
  }
}
