import type { FastifyRequest } from 'fastify';
import type { Principal } from './principal';

/** Finds out who sent a request; null for a visitor. */
export abstract class Authentication {
  abstract identify(request: Pick<FastifyRequest, 'headers'>): Promise<Principal | null>;

  /** When a request's sign-in ends unless it is renewed, milliseconds since the epoch. */
  abstract endsAt(request: Pick<FastifyRequest, 'headers'>): Promise<number>;
}
