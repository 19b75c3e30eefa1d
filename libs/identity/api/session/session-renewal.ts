import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AUTH, SESSION_LIFE, SESSION_RENEWAL, type Auth } from './better-auth';
import { Sessions } from './sessions';

/** Keeps the sessions of those who come back alive, a day at a time. */
@Injectable()
export class SessionRenewal {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly sessions: Sessions,
  ) {}

  /** Renews a request's session when it is a day old. Returns the `Set-Cookie` to answer with. */
  async renew(request: Pick<FastifyRequest, 'headers'>): Promise<string[]> {
    const { expires } = await this.sessions.find(request);
    if (expires - Date.now() > (SESSION_LIFE - SESSION_RENEWAL) * 1_000) return [];
    const { headers } = await this.auth.api.getSession({
      headers: new Headers({ cookie: request.headers.cookie ?? '' }),
      returnHeaders: true,
    });
    return headers.getSetCookie();
  }
}
