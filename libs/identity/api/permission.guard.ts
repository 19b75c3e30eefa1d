import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { mayPass, type Permission } from '@luotsi/identity/model';
import { operationOf, ProblemException } from '@luotsi/platform/api';
import type { FastifyRequest } from 'fastify';
import { Authentication } from './authentication';

/** Lets a request pass only when its operation names a permission that the sender holds. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly authentication: Authentication) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = operationOf(context);
    if (!operation) throw new ProblemException('not-allowed');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = await this.authentication.identify(request);
    request.principal = principal;
    if (mayPass(operation.permission as Permission, principal?.roles ?? null)) return true;
    throw new ProblemException(principal ? 'not-allowed' : 'sign-in-needed');
  }
}
