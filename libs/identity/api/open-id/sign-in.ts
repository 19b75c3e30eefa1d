import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { safeReturn } from '@luotsi/identity/model';
import {
  CONFIGURATION,
  publicOrigin,
  trustedOrigins,
  type Configuration,
} from '@luotsi/platform/api';
import { isRefusal, refuse, type Language, type Refusal } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { Admission } from '../second-step/admission';
import { Sessions } from '../session/sessions';
import { ATTEMPT_LIFE, Attempts, type Attempt } from './attempts';
import { Entrance } from './entrance';
import { Links } from './links';
import { OpenIdProviders, type Proven } from './providers';
import { ShortCookie } from './short-cookie';

/** Where someone who comes back from a provider goes on to, and with which cookies. */
export interface Arrival {
  /** A page of the web, with what it needs to know in its address. */
  readonly page: string;
  /** Takes away the cookie that bound the attempt to the browser. */
  readonly cookie: string;
  /** The cookies of the new session, or of the half of a sign-in whose second step follows. */
  readonly session?: readonly string[];
  /** Secret of a link that waits until the account with the same e-mail is proven. */
  readonly waiting?: string;
}

const CALLBACKS = '/api/auth/providers';

/** The way to a provider and back. */
@Injectable()
export class OpenIdSignIn {
  private readonly browser: ShortCookie;

  constructor(
    private readonly providers: OpenIdProviders,
    private readonly attempts: Attempts,
    private readonly entrance: Entrance,
    private readonly links: Links,
    private readonly sessions: Sessions,
    private readonly admission: Admission,
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.browser = new ShortCookie(configuration, 'luotsi.provider', CALLBACKS, ATTEMPT_LIFE);
  }

  /** Begins: where the browser goes, and the cookie that binds it to what it has begun. */
  async depart(
    id: string,
    returnTo: string | undefined,
    person: string | null,
    request: Pick<FastifyRequest, 'headers'>,
  ): Promise<
    | { readonly address: string; readonly cookie: string }
    | Refusal<'not-found' | 'provider-unreachable'>
  > {
    const provider = this.providers.find(id);
    if (!provider) return refuse('not-found');
    const secrets = this.attempts.secrets();
    const redirectUri = `${this.originOf(request)}${CALLBACKS}/${id}/callback`;
    const address = await this.providers.addressFor(provider, redirectUri, secrets);
    if (!URL.canParse(address)) return refuse('provider-unreachable');
    const attempt = { provider: id, redirectUri, returnTo: safeReturn(returnTo), person };
    await this.attempts.keep(attempt, secrets);
    return { address, cookie: this.browser.set(secrets.browser) };
  }

  /** Comes back: whatever went wrong is told on a page, and nothing of it is kept. */
  async arrive(
    id: string,
    state: string | undefined,
    request: Pick<FastifyRequest, 'headers' | 'url'>,
    language: Language,
  ): Promise<Arrival> {
    const cookie = this.browser.clear();
    const provider = this.providers.find(id);
    if (!provider)
      return { page: pageOf('problem', { problem: 'provider-sign-in-expired' }), cookie };
    const attempt = await this.attempts.take(id, state ?? '', this.browser.read(request) ?? '');
    const told = (problem: string, returnTo = '/') => ({
      page: pageOf('problem', { problem, provider: id, returnTo }),
      cookie,
    });
    if (isRefusal(attempt)) return told(attempt.refused);
    const { search } = new URL(request.url, attempt.redirectUri);
    const callback = new URL(`${attempt.redirectUri}${search}`);
    const proven = await this.providers.redeem(provider, callback, attempt);
    if (typeof proven === 'string') return told(proven, attempt.returnTo);
    if (attempt.person) {
      const refused = await this.linkTo(attempt.person, proven, request);
      return refused
        ? told(refused, attempt.returnTo)
        : { page: `${attempt.returnTo}?linked=${id}`, cookie };
    }
    const entered = await this.enter(attempt, proven, language, cookie, request);
    return typeof entered === 'string' ? told(entered, attempt.returnTo) : entered;
  }

  private async enter(
    { provider, returnTo }: Attempt,
    proven: Proven,
    language: Language,
    cookie: string,
    request: Pick<FastifyRequest, 'headers'>,
  ): Promise<Arrival | string> {
    const entered = await this.entrance.enter(proven, language);
    if (isRefusal(entered)) return entered.refused;
    if (entered.person === undefined) {
      return { page: pageOf('link', { provider, returnTo }), cookie, waiting: entered.waiting };
    }
    const { person } = entered;
    const admitted = proven.secondStep
      ? await this.admission.complete(person, provider, request)
      : await this.admission.admit(person, provider, request);
    // Deleted between the two: then there is nobody to sign in.
    if (!admitted) return 'provider-sign-in-expired';
    const page =
      'principal' in admitted
        ? returnTo
        : pageOf('second-step', { ways: admitted.secondStep.join(), returnTo });
    return { page, cookie, session: admitted.cookies };
  }

  /** Links for the person who began it, if it is still they who are signed in here. */
  private async linkTo(
    person: string,
    proven: Proven,
    request: Pick<FastifyRequest, 'headers'>,
  ): Promise<string | null> {
    const current = await this.sessions.identify(request);
    if (current?.id !== person) return 'provider-sign-in-expired';
    const linked = await this.database.transaction((manager) =>
      this.links.link(manager, person, proven),
    );
    return isRefusal(linked) ? linked.refused : null;
  }

  /** Where the browser is now, so that it finds its cookie again when it comes back. */
  private originOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
    const { origin } = headers;
    const isOwn = origin !== undefined && trustedOrigins(this.configuration).includes(origin);
    return isOwn ? origin : publicOrigin(this.configuration);
  }
}

/** A page of the web that says how it went at a provider. */
function pageOf(
  page: 'problem' | 'link' | 'second-step',
  facts: Readonly<Record<string, string>>,
): string {
  return `/sign-in/${page}?${new URLSearchParams(facts).toString()}`;
}
