import { Inject, Injectable, Logger } from '@nestjs/common';
import { emailAddress } from '@luotsi/identity/model';
import { CONFIGURATION, isOnThisMachine, type Configuration } from '@luotsi/platform/api';
import type { OpenIdProvider } from '@luotsi/platform/api';
import { LRUCache } from 'lru-cache';
import * as client from 'openid-client';

/** What a provider has proven of someone. */
export interface Proven {
  readonly issuer: string;
  readonly subject: string;
  /** Only one that the provider has verified; in lower case. */
  readonly email: string | null;
  readonly name: string | null;
  /** A language tag as the provider knows it. */
  readonly locale: string | null;
  /** Whether more than one factor was shown there, and that is to count here. */
  readonly secondStep: boolean;
}

/** What an attempt keeps here while the browser is at the provider. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Why a provider's answer leads to nobody; the names are problems'. */
export type ProviderFault =
  'provider-unreachable' | 'provider-denied' | 'provider-failed' | 'provider-answer-refused';

/** Seconds that a provider may take over one answer. */
const PATIENCE = 6;

/**
 * The services in which one may sign in, spoken to through openid-client. What a provider says of
 * itself is asked for when it is first needed, so that one that is down keeps nobody from starting.
 */
@Injectable()
export class OpenIdProviders {
  private readonly logger = new Logger(OpenIdProviders.name);
  readonly all: readonly OpenIdProvider[];
  private readonly known = new LRUCache<string, client.Configuration>({ max: 50, ttl: 3_600_000 });

  constructor(@Inject(CONFIGURATION) { LUOTSI_OIDC }: Configuration) {
    this.all = LUOTSI_OIDC;
  }

  find(id: string): OpenIdProvider | undefined {
    return this.all.find((provider) => provider.id === id);
  }

  ofIssuer(issuer: string): OpenIdProvider | undefined {
    return this.all.find((provider) => provider.issuer === issuer);
  }

  /** The address at the provider where signing in begins. */
  async addressFor(
    provider: OpenIdProvider,
    redirectUri: string,
    { state, nonce, codeVerifier }: Secrets,
  ): Promise<string | ProviderFault> {
    try {
      const address = client.buildAuthorizationUrl(await this.discover(provider), {
        redirect_uri: redirectUri,
        scope: provider.scopes.join(' '),
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(provider.secondStepAcr.length > 0
          ? { acr_values: provider.secondStepAcr.join(' ') }
          : {}),
      });
      return address.href;
    } catch (fault) {
      this.tell(provider, fault);
      return 'provider-unreachable';
    }
  }

  /**
   * Redeems the code that a browser has come back with and checks everything it leads to: state and
   * issuer of the answer; signature, issuer, audience, time and nonce of the id token (OpenID Connect
   * Core §3.1.3.7); that the profile is the same person's.
   * @param callback the whole address that the browser came to
   */
  async redeem(
    provider: OpenIdProvider,
    callback: URL,
    { state, nonce, codeVerifier }: Secrets,
  ): Promise<Proven | ProviderFault> {
    try {
      const known = await this.discover(provider);
      const tokens = await client.authorizationCodeGrant(known, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return 'provider-answer-refused';
      const profile =
        claims.email === undefined && known.serverMetadata().userinfo_endpoint !== undefined
          ? await client.fetchUserInfo(known, tokens.access_token, claims.sub)
          : {};
      return proven(provider, { ...profile, ...claims });
    } catch (fault) {
      this.tell(provider, fault);
      return faultOf(fault);
    }
  }

  private async discover(provider: OpenIdProvider): Promise<client.Configuration> {
    const kept = this.known.get(provider.id);
    if (kept) return kept;
    const found = await client.discovery(
      new URL(provider.issuer),
      provider.clientId,
      undefined,
      authenticationOf(provider.clientSecret),
      {
        timeout: PATIENCE,
        execute: [
          // The signature is checked though the token comes straight from the provider.
          client.enableNonRepudiationChecks,
          ...(isOnThisMachine(provider.issuer) ? [client.allowInsecureRequests] : []),
        ],
      },
    );
    this.known.set(provider.id, found);
    return found;
  }

  /** Which provider and what kind of fault: never what it sent, which tells of a person. */
  private tell({ id }: OpenIdProvider, fault: unknown): void {
    const { code, error, name } = fault as { code?: unknown; error?: unknown; name?: unknown };
    const kind = [name, code, error].filter((word) => /^[\w-]{1,80}$/.test(String(word ?? '')));
    this.logger.warn({ provider: id, fault: kind.join(' ') });
  }
}

/** By post where the provider takes it, else by the header that every provider has to take. */
function authenticationOf(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None();
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported;
    const way = methods?.includes('client_secret_post')
      ? client.ClientSecretPost(secret)
      : client.ClientSecretBasic(secret);
    way(server, ...rest);
  };
}

/** Errors that the provider's side is to blame for (RFC 6749 §4.1.2.1). */
const ownFaults = ['server_error', 'temporarily_unavailable'];

function faultOf(fault: unknown): ProviderFault {
  if (fault instanceof client.AuthorizationResponseError) {
    return ownFaults.includes(fault.error) ? 'provider-failed' : 'provider-denied';
  }
  const { code } = fault as { code?: unknown };
  const unanswered = code === 'OAUTH_TIMEOUT' || (fault instanceof TypeError && !code);
  return unanswered ? 'provider-unreachable' : 'provider-answer-refused';
}

/** An e-mail address as accounts here have it. */
function address(value: unknown): string | null {
  return emailAddress.safeParse(value).data ?? null;
}

/** What is read of claims; anything of an unexpected kind counts as absent. */
function proven(
  provider: OpenIdProvider,
  claims: Readonly<Record<string, unknown>> & { readonly sub: string },
): Proven {
  const text = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  const parts = [text(claims['given_name']), text(claims['family_name'])].filter(Boolean).join(' ');
  const factors = Array.isArray(claims['amr']) ? claims['amr'] : [];
  const isStrong =
    factors.includes('mfa') || provider.secondStepAcr.includes(text(claims['acr']) ?? '');
  return {
    issuer: provider.issuer,
    subject: claims.sub,
    email: claims['email_verified'] === true ? address(claims['email']) : null,
    name: text(claims['name']) ?? text(parts),
    locale: text(claims['locale']),
    secondStep: provider.secondStep && isStrong,
  };
}
