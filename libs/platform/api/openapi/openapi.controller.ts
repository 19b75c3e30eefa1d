import { Controller, Header, Inject } from '@nestjs/common';
import { platformContract } from '@luotsi/platform/model';
import { Handle } from '../http/handle';
import type { openApiDocument } from './document';
import { documentPage } from './page';

/** Nest's token for the finished OpenAPI document. */
export const OPENAPI = Symbol('OpenApiDocument');

/** The API's own description, for programs and for people. */
@Controller()
export class OpenApiController {
  private readonly page: string;

  constructor(@Inject(OPENAPI) private readonly document: ReturnType<typeof openApiDocument>) {
    this.page = documentPage(document);
  }

  @Handle(platformContract.openApi)
  json() {
    return this.document;
  }

  @Handle(platformContract.apiDocs)
  @Header('content-type', 'text/html; charset=utf-8')
  html(): string {
    return this.page;
  }
}
