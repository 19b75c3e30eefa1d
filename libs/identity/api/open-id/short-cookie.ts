import type { Configuration } from '@luotsi/platform/api';
import { publicOrigin } from '@luotsi/platform/api';
import type { FastifyRequest } from 'fastify';
import { readCookie } from '../session/session-cookie';

/** A cookie for the few minutes that something takes, sent to one part of the API only. */
export class ShortCookie {
  private readonly name: string;
  private readonly attributes: string;

  /**
   * @param path the part of the API that it is for
   * @param life seconds
   */
  constructor(
    configuration: Configuration,
    name: string,
    path: string,
    private readonly life: number,
  ) {
    const secure = publicOrigin(configuration).startsWith('https:');
    this.name = `${secure ? '__Secure-' : ''}${name}`;
    this.attributes = `Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }

  /** `Set-Cookie` that sets it. */
  set(value: string): string {
    return `${this.name}=${value}; Max-Age=${String(this.life)}; ${this.attributes}`;
  }

  /** `Set-Cookie` that takes it away. */
  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes}`;
  }

  read({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
    return readCookie(headers.cookie, this.name);
  }
}
