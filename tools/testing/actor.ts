import { holdAgainstContract } from './contract';

/** What came back from the API. `body` is the parsed JSON, or the text where it isn't JSON. */
export interface ActorAnswer<Body = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: Body;
  /** Every `Set-Cookie` as it was sent. */
  readonly cookies: readonly string[];
}

/** A request as it goes out. */
export interface ActorRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** Carries a request to the API: within the process, or over a real connection. */
export type Carrier = (request: ActorRequest) => Promise<Omit<ActorAnswer, 'body'>>;

type Headers = Readonly<Record<string, string>>;

/**
 * Someone who uses the API, with cookies of their own, as a browser has. Every answer is held against
 * the contract, so that each test of the API is one of its document, too.
 */
export class Actor {
  private readonly jar = new Map<string, string>();

  constructor(
    private readonly carry: Carrier,
    /** The person's id, once signed in by `as`. */
    readonly id: string | null = null,
  ) {}

  get<Body = unknown>(path: string, headers?: Headers) {
    return this.send<Body>('GET', path, undefined, headers);
  }
  post<Body = unknown>(path: string, body?: unknown, headers?: Headers) {
    return this.send<Body>('POST', path, body, headers);
  }
  put<Body = unknown>(path: string, body?: unknown, headers?: Headers) {
    return this.send<Body>('PUT', path, body, headers);
  }
  patch<Body = unknown>(path: string, body?: unknown, headers?: Headers) {
    return this.send<Body>('PATCH', path, body, headers);
  }
  delete<Body = unknown>(path: string, body?: unknown, headers?: Headers) {
    return this.send<Body>('DELETE', path, body, headers);
  }

  /** Signs in with the real endpoint; the cookie stays with this actor. Answers as the API did. */
  signIn(email: string, password: string) {
    return this.post('/api/auth/sign-in/email', { email, password });
  }

  /** The `Cookie` header that the next request carries, for tests that send requests of their own. */
  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Takes on cookies that were made elsewhere, as `Set-Cookie` has them. */
  keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split(';');
      const name = pair.slice(0, pair.indexOf('=')).trim();
      const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute));
      if (gone) this.jar.delete(name);
      else this.jar.set(name, pair.slice(pair.indexOf('=') + 1));
    }
  }

  private async send<Body>(
    method: string,
    path: string,
    body: unknown,
    given: Headers = {},
  ): Promise<ActorAnswer<Body>> {
    const headers: Record<string, string> = { ...given };
    if (this.cookie) headers['cookie'] ??= this.cookie;
    const isFile = body instanceof Uint8Array;
    if (body !== undefined)
      headers['content-type'] ??= isFile ? 'application/octet-stream' : 'application/json';
    const sent = typeof body === 'string' || isFile ? body : JSON.stringify(body);
    const answer = await this.carry({
      method,
      path,
      headers,
      ...(body === undefined ? {} : { body: sent }),
    });
    this.keep(answer.cookies);
    const json = /[/+]json/.test(answer.headers['content-type'] ?? '') && answer.text !== '';
    const read: unknown = json ? JSON.parse(answer.text) : answer.text;
    const { status, headers: told } = answer;
    holdAgainstContract(method, path, { status, headers: told, body: read });
    return { ...answer, body: read as Body };
  }
}
