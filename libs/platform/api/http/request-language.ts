import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { chooseLanguage, type Language } from '@luotsi/platform/model';
import type { FastifyRequest } from 'fastify';

/** The language a request is to be answered in: chosen (a cookie of the web's), else what the browser prefers. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const chosen = /(?:^|;\s*)luotsi_language=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  return chooseLanguage([chosen, ...preferred(request.headers['accept-language'] ?? '')]);
}

/** The tags of an Accept-Language header, most wished first (RFC 9110 §12.5.4). */
function preferred(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/i);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

/** Hands a handler the language of its request. */
export const RequestLanguage = createParamDecorator((_: unknown, context: ExecutionContext) =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
