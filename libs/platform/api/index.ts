/** How every slice is kept: configuration, database, HTTP, problems, OpenAPI, health. */
export * from './config/configuration';
export * from './database/changes';
export * from './database/data-source-options';
export * from './database/new-id';
export * from './database/prepare-database';
export * from './database/secret';
export * from './health/readiness';
export * from './http/handle';
export * from './http/problem-exception';
export * from './http/problem-filter';
export * from './http/request-language';
export * from './openapi/document';
export { OPENAPI } from './openapi/openapi.controller';
export * from './platform.module';
export * from './security/origins';
export * from './security/secure';
export type { Slice } from './slice';
export * from './web/serve-web';
