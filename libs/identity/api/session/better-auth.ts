import type { Configuration } from '@luotsi/platform/api';
import {
  installationSecret,
  newId,
  publicOrigin,
  sessionCookieName,
  trustedOrigins,
} from '@luotsi/platform/api';
import { betterAuth } from 'better-auth';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** A session lives this long after its last renewal, seconds. */
export const SESSION_LIFE = 7 * 24 * 3_600;
/** However often it is renewed, a session ends this long after signing in, seconds. */
export const LONGEST_SESSION = 30 * 24 * 3_600;
/** A session this old, seconds, is renewed when the web asks who is signed in. */
export const SESSION_RENEWAL = 24 * 3_600;

/**
 * better-auth over our tables: it keeps accounts, passwords and sessions and signs the cookie.
 * Its own endpoints are not mounted; the controllers call the few functions that the product needs.
 * @param pool connections whose `search_path` is the schema `identity`
 */
export async function createAuth(pool: Pool, database: DataSource, configuration: Configuration) {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    appName: 'Luotsi',
    baseURL: publicOrigin(configuration),
    trustedOrigins: [...trustedOrigins(configuration)],
    secret: await installationSecret(database),
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', ...times },
      additionalFields: {
        language: { type: 'string', required: true, defaultValue: 'fi', input: false },
      },
    },
    session: {
      expiresIn: SESSION_LIFE,
      updateAge: SESSION_RENEWAL,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    account: {
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { fields: { expiresAt: 'expires_at', ...times } },
    advanced: {
      // better-auth knows the prefix `__Secure-` only; the session's cookie is for this host alone.
      useSecureCookies: false,
      cookiePrefix: 'luotsi',
      cookies: { session_token: { name: sessionCookieName(configuration) } },
      defaultCookieAttributes: { secure: publicOrigin(configuration).startsWith('https:') },
      // Whoever signs in leaves neither address nor browser in the session's row.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
  });
}

/** better-auth as this installation has set it up. */
export type Auth = Awaited<ReturnType<typeof createAuth>>;

/** Nest's token for it. */
export const AUTH = Symbol('Auth');
