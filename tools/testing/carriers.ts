import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Carrier } from './actor';

/** An answer that doesn't end by itself: only how it begins is looked at. */
const goesOn = (type: unknown) => String(type).startsWith('text/event-stream');

/** Hands requests to the application without a connection (light-my-request). */
export function within(app: NestFastifyApplication): Carrier {
  return async ({ method, path, headers, body }) => {
    const response = await app.inject({
      method: method as 'GET',
      url: path,
      headers,
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
      payloadAsStream: goesOn(headers['accept']),
    });
    const { 'set-cookie': cookies, ...others } = response.headers;
    return {
      status: response.statusCode,
      headers: Object.fromEntries(Object.entries(others).map(([name, v]) => [name, String(v)])),
      text: goesOn(headers['accept']) ? await textOf(response.stream(), others) : response.payload,
      cookies: [cookies ?? []].flat().map(String),
    };
  };
}

async function textOf(body: Readable, headers: Readonly<Record<string, unknown>>): Promise<string> {
  if (!goesOn(headers['content-type'])) return text(body);
  body.destroy();
  return '';
}

/** Sends requests over real connections, as other programs do. */
export function over(address: string): Carrier {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(new URL(path, address), {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : new Blob([new Uint8Array(body)]) }),
    });
    const isStream = goesOn(response.headers.get('content-type'));
    if (isStream) await response.body?.cancel();
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: isStream ? '' : await response.text(),
      cookies: response.headers.getSetCookie(),
    };
  };
}
