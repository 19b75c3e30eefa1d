import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@luotsi/platform/model';
import type { Me, Profile, RoleInScope } from '@luotsi/identity/model';
import { ProblemException } from '@luotsi/platform/api';
import type { FastifyRequest } from 'fastify';

/** Whoever is signed in, as the guard has found them out. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  /** What they may act as now. */
  readonly roles: readonly RoleInScope[];
  /** Roles without effect until this session has gone through its second step. */
  readonly dormantRoles: readonly RoleInScope[];
  /** `needed` while there are dormant roles. */
  readonly secondStep: 'on' | 'off' | 'needed';
  /** When the account will be deleted, unless they keep it; null where nobody means it to be. */
  readonly deletionDueAt: string | null;
  readonly profile: Profile;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the permission guard; null for a visitor. */
    principal?: Principal | null;
  }
}

/** A principal as it is sent to the person themselves. */
export function meOf({ roles, dormantRoles, ...principal }: Principal): Me {
  return { ...principal, roles: [...roles], dormantRoles: [...dormantRoles] };
}

/** Hands a handler the person who is signed in. Only in operations that need a sign-in. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw new ProblemException('sign-in-needed');
  return principal;
});

/** Hands a handler the person who is signed in, or null for a visitor. */
export const Visitor = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().principal ?? null,
);
