import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { mayPass, permissions, type Permission } from '@luotsi/identity/model';
import { operationOf, ProblemException } from '@luotsi/platform/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication } from './authentication';

/** Lets a request pass only when its operation names a permission that the sender holds. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly authentication: Authentication) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = operationOf(context);
    if (!operation) throw new ProblemException('not-allowed');
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const principal = await this.authentication.identify(request);
    request.principal = principal;
    const permission = operation.permission as Permission;
    // What only some may see is never kept by what lies between them and here.
    if (permissions[permission] !== 'everyone') {
      http.getResponse<FastifyReply>().header('cache-control', 'private, no-store');
    }
    if (mayPass(permission, principal?.roles ?? null)) return true;
    if (!principal) throw new ProblemException('sign-in-needed');
    const awake = mayPass(permission, [...principal.roles, ...principal.dormantRoles]);
    throw new ProblemException(awake ? 'second-step-needed' : 'not-allowed');
  }
}
