import type { Configuration } from '../config/configuration';
import { publicOrigin } from '../security/origins';

/** Who letters are from. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  /** What Message-IDs end in. */
  readonly domain: string;
}

/** `LUOTSI_MAIL_FROM`, or Luotsi at the host of the service's own address. */
export function senderOf(configuration: Configuration): Sender {
  const given = configuration.LUOTSI_MAIL_FROM?.trim();
  const [, quoted, bracketed] = /^(.*)<(.+)>$/.exec(given ?? '') ?? [];
  const address = bracketed ?? given ?? `luotsi@${new URL(publicOrigin(configuration)).hostname}`;
  const name = quoted?.trim().replace(/^"(.*)"$/, '$1') ?? '';
  return {
    name: name === '' ? 'Luotsi' : name,
    address,
    domain: address.slice(address.lastIndexOf('@') + 1),
  };
}
