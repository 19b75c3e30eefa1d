import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { AccountClaims, Adapter, AdapterPayload, Provider } from 'oidc-provider';

/** An id token as it is about to be handed out. */
export interface Token {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

/** A real OpenID provider (oidc-provider) for tests, whose answers can be spoiled. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in there next: a subject and claims; `error` is what it refuses with instead. */
  next: { readonly sub: string; readonly error?: string } & Readonly<Record<string, unknown>>;
  /** Changes the id tokens it hands out, which it then signs as its own; `null` leaves them alone. */
  spoil: ((token: Token) => void) | null;
  /** Signs spoiled tokens with another key than the one it publishes. */
  foreignKey: boolean;
  /** Plays the browser at the provider: from the address of ours to where it sends one back to. */
  visit(address: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = { id: 'luotsi', secret: 'a secret between the two of us' };

/** Starts a provider on a free port, which knows one client. */
export async function openIdProvider(redirectUris: string[]): Promise<TestProvider> {
  const key = newKey();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  // Fetched only here: hundreds of modules that nearly no test needs.
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, {
    adapter: memory(),
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['for tests only'] },
    claims: {
      openid: ['sub', 'amr', 'acr'],
      email: ['email', 'email_verified'],
      profile: ['name', 'locale'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ ...test.next, sub }) as AccountClaims,
    }),
  });
  const answer = provider.callback();
  const test: TestProvider = {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    next: { sub: 'nobody' },
    spoil: null,
    foreignKey: false,
    visit: (address) => visit(address, issuer),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, test, request, response);
    else {
      if (request.url === '/token') {
        rewriteTokens(response, (jwt) => spoilt(jwt, test, test.foreignKey ? newKey() : key));
      }
      void answer(request, response);
    }
  });
  return test;
}

const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** Keeps what a provider knows for as long as it runs. */
function memory(): (name: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const find = (is: (payload: AdapterPayload) => boolean) =>
    Promise.resolve([...kept.values()].find(is));
  return (name) => ({
    upsert: async (id, payload) => void kept.set(`${name} ${id}`, payload),
    find: (id) => Promise.resolve(kept.get(`${name} ${id}`)),
    findByUid: (uid) => find((payload) => payload.uid === uid),
    findByUserCode: (code) => find(({ userCode }) => userCode === code),
    destroy: async (id) => void kept.delete(`${name} ${id}`),
    consume: async (id) => {
      const payload = kept.get(`${name} ${id}`);
      if (payload) payload['consumed'] = Math.floor(Date.now() / 1_000);
    },
    revokeByGrantId: async (grant) => {
      for (const [key, { grantId }] of kept) if (grantId === grant) kept.delete(key);
    },
  });
}

/** Signs in and consents, or refuses, without asking. */
async function interact(
  provider: Provider,
  { next }: TestProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params, prompt, session } = await provider.interactionDetails(request, response);
  const finish = (result: Parameters<Provider['interactionFinished']>[2]) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  if (next.error) return finish({ error: next.error, error_description: 'as the test wishes' });
  if (prompt.name === 'login') return finish({ login: { accountId: next.sub } });
  const grant = new provider.Grant({
    accountId: session?.accountId ?? next.sub,
    clientId: String(params['client_id']),
  });
  grant.addOIDCScope(String(params['scope']));
  return finish({ consent: { grantId: await grant.save() } });
}

/** Follows the provider's redirects with cookies of its own until it is sent elsewhere. */
async function visit(address: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  for (let step = 0; step < 10 && next.startsWith(issuer); step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to === null) throw new Error(`The provider went no further: ${await answer.text()}`);
    next = new URL(to, next).href;
  }
  return next;
}

/** Lets what is written as JSON pass with another id token in it. */
function rewriteTokens(response: ServerResponse, change: (jwt: string) => string): void {
  const end = response.end.bind(response);
  response.end = ((body?: unknown) => {
    const text = Buffer.isBuffer(body) ? body.toString() : typeof body === 'string' ? body : '';
    const changed = text.replace(/"id_token":"([^"]+)"/, (_, jwt: string) => {
      return `"id_token":"${change(jwt)}"`;
    });
    response.setHeader('content-length', Buffer.byteLength(changed));
    return end(changed);
  }) as typeof response.end;
}

function spoilt(jwt: string, { spoil }: TestProvider, key: KeyObject): string {
  if (!spoil) return jwt;
  const [header = '', claims = ''] = jwt.split('.');
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  const token = { header: read(header), claims: read(claims) };
  spoil(token);
  const text = [token.header, token.claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  if (token.header['alg'] === 'none') return `${text}.`;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}
