import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { OperationDefinition } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from './problem-exception';
import { languageOf } from './request-language';
import { validateInput } from './validate-input';

/** Metadata key under which a handler carries its operation. */
export const OPERATION = 'luotsi:operation';

/**
 * Binds a controller's method to an operation of the contract: route, status and permission. Where
 * there are several successes, it is the least of them unless the method sets another.
 */
export function Handle(definition: OperationDefinition): MethodDecorator {
  const status = Math.min(...Object.keys(definition.responses).map(Number));
  return applyDecorators(
    RequestMapping({
      path: definition.path.replace(/\{(\w+)\}/g, ':$1'),
      method: RequestMethod[definition.method],
    }),
    HttpCode(status),
    SetMetadata(OPERATION, definition),
    RouteConfig({ form: definition.form ?? false, file: definition.file?.largest ?? 0 }),
  );
}

/**
 * Hands a handler what was sent, validated by its operation: `{params, query, body}`.
 * Type the argument as `Received<typeof theOperation>`.
 */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const definition = operationOf(context);
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!definition) throw new Error('@Input() stands in a handler without @Handle()');
  return validateInput(definition, request, languageOf(request));
});

/** The file that was sent, where the operation takes one. */
export const SentFile = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body) || body.length === 0) throw new ProblemException('malformed-request');
  return body;
});

/** The operation that a handler is bound to, if it is. */
export function operationOf(context: ExecutionContext): OperationDefinition | undefined {
  return Reflect.getMetadata(OPERATION, context.getHandler()) as OperationDefinition | undefined;
}
