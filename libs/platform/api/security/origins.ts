import type { Configuration } from '../config/configuration';

/** The addresses that pages of this service have: `LUOTSI_ORIGIN`, or this machine at the port. */
export function trustedOrigins(configuration: Configuration): readonly string[] {
  return configuration.LUOTSI_ORIGIN
    ? [configuration.LUOTSI_ORIGIN]
    : ['localhost', '127.0.0.1'].map((host) => `http://${host}:${String(configuration.PORT)}`);
}

/** What the session's cookie is called: where there is https, its name holds it to this very host. */
export function sessionCookieName({ LUOTSI_ORIGIN }: Pick<Configuration, 'LUOTSI_ORIGIN'>): string {
  return `${LUOTSI_ORIGIN?.startsWith('https:') ? '__Host-' : ''}luotsi.session_token`;
}

/** The address that links in feeds and mail begin with. */
export function publicOrigin(configuration: Configuration): string {
  return configuration.LUOTSI_ORIGIN ?? `http://localhost:${String(configuration.PORT)}`;
}
