import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Carrier } from './actor';

/** Hands requests to the application without a connection (light-my-request). */
export function within(app: NestFastifyApplication): Carrier {
  return async ({ method, path, headers, body }) => {
    const response = await app.inject({
      method: method as 'GET',
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    const { 'set-cookie': cookies, ...others } = response.headers;
    return {
      status: response.statusCode,
      headers: Object.fromEntries(Object.entries(others).map(([name, v]) => [name, String(v)])),
      text: response.payload,
      cookies: [cookies ?? []].flat().map(String),
    };
  };
}

/** Sends requests over real connections, as other programs do. */
export function over(address: string): Carrier {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(new URL(path, address), {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
      cookies: response.headers.getSetCookie(),
    };
  };
}
