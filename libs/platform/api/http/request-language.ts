import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { chooseLanguage, type Language } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';

/** The cookie in which the web keeps the language a person has chosen. */
export const LANGUAGE_COOKIE = 'luotsi_language';

/** The language a request is to be answered in: its own choice, else what the browser prefers. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const chosen = /(?:^|;\s*)luotsi_language=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const preferred = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim());
  return chooseLanguage([chosen, ...preferred]);
}

/** Hands a handler the language of its request. */
export const RequestLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
