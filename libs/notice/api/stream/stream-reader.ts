/** An event as a browser would read it. */
export interface ReadEvent {
  readonly event: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
}

/** Reads a stream over a real connection, as a browser does; for tests. */
export class StreamReader {
  readonly events: ReadEvent[] = [];
  /** Comments, by which the connection is kept alive. */
  ended = false;
  private readonly leaving = new AbortController();
  private lastId = '';

  private constructor(readonly status: number) {}

  static async open(
    address: string,
    cookie: string,
    since?: string,
    language = 'fi',
  ): Promise<StreamReader> {
    const leaving = new AbortController();
    const response = await fetch(new URL('/api/me/notices/stream', address), {
      headers: {
        cookie,
        accept: 'text/event-stream',
        'accept-language': language,
        ...(since === undefined ? {} : { 'last-event-id': since }),
      },
      signal: leaving.signal,
    });
    const reader = new StreamReader(response.status);
    reader.leaving.signal.addEventListener('abort', () => leaving.abort());
    if (response.ok && response.body) void reader.read(response.body);
    return reader;
  }

  /** The id that a browser would come back with. */
  get last(): string {
    return this.lastId;
  }

  /** The notices that were told, by their titles. */
  get titles(): string[] {
    return this.events
      .filter(({ event }) => event === 'notice')
      .map(({ data }) => String(data['title']));
  }

  /** How many are unread, as last told. */
  get unread(): unknown {
    return this.events.findLast(({ event }) => event === 'unread')?.data['unread'];
  }

  /** Waits until something is true of what was read. @throws Error after twenty seconds */
  async until(isTrue: (reader: this) => boolean): Promise<void> {
    for (let turn = 0; turn < 2_000; turn += 1) {
      if (isTrue(this)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`The stream has told only ${JSON.stringify(this.events)}`);
  }

  leave(): void {
    this.leaving.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body) {
        text += new TextDecoder().decode(chunk);
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.take(part);
      }
    } catch {
      // Left, or cut off.
    }
    this.ended = true;
  }

  private take(part: string): void {
    const fields = new Map(
      part.split('\n').map((line) => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), line.slice(colon + 2)] as const;
      }),
    );
    const [event, data] = [fields.get('event'), fields.get('data')];
    this.lastId = fields.get('id') ?? this.lastId;
    if (event === undefined || data === undefined) return;
    this.events.push({
      event,
      id: this.lastId,
      data: JSON.parse(data) as Record<string, unknown>,
    });
  }
}
