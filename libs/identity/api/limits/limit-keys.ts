import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { AUTH, type Auth } from '../session/better-auth';
import { networkAddress } from '../sign-in/network-address';

/** What attempts are counted under: keyed hashes, so that neither e-mails nor addresses are kept. */
@Injectable()
export class LimitKeys {
  constructor(@Inject(AUTH) private readonly auth: Auth) {}

  /** The keys of an account (whether it exists or not), of an address, and of one from the other. */
  async of(email: string, ip: string): Promise<Record<'here' | 'account' | 'address', string>> {
    const { secret } = await this.auth.$context;
    const hash = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
    const account = hash(email);
    const address = hash(networkAddress(ip));
    return { here: `${account}.${address}`, account, address };
  }
}
