import type { FastifyRequest } from 'fastify';
import type { Principal } from './principal';

/** Finds out who sent a request; null for a visitor. */
export abstract class Authentication {
  abstract identify(request: FastifyRequest): Promise<Principal | null>;
}
