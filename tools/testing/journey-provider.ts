import { freePort } from '../postgres/free-port.ts';
import { openIdProvider } from './open-id-provider.ts';

/**
 * An OpenID provider for the journeys, in a process of its own that lives as long as its input stays
 * open. Signs everybody in as one invented traveller. Says in a line what the product is to be
 * started with: a port, which the provider sends browsers back to, and `LUOTSI_OIDC`.
 */
const port = String(await freePort());
const callback = `http://localhost:${port}/api/auth/providers/journey/callback`;
const provider = await openIdProvider([callback]);
provider.next = {
  sub: 'journey',
  email: 'matkaaja@example.org',
  email_verified: true,
  name: 'Maija Matkaaja',
};
const { issuer, clientId, clientSecret } = provider;
const name = { fi: 'Matkatunnus', sv: 'Reselegitimation', en: 'Travel pass' };
const providers = [{ id: 'journey', name, issuer, clientId, clientSecret }];
process.stdout.write(`${JSON.stringify({ PORT: port, LUOTSI_OIDC: JSON.stringify(providers) })}\n`);
process.stdin.resume().once('end', () => process.exit(0));
