/** How every slice is kept: configuration, database, HTTP, problems, OpenAPI, health. */
export * from './config/configuration';
export { isOnThisMachine, type OpenIdProvider } from './config/open-id-provider';
export { csvOf } from './csv';
export { AppRoleFailure } from './database/app-role';
export { Batches } from './database/batches';
export * from './database/changes';
export * from './database/connections';
export * from './database/data-source-options';
export * from './database/new-id';
export { ONE_PLAN } from './database/one-plan';
export { plainArray } from './database/plain-array';
export * from './database/prepare-database';
export { rowsGone } from './database/rows-gone';
export * from './database/secret';
export * from './health/readiness';
export * from './http/allowed-methods';
export { describeFault } from './http/describe-fault';
export * from './http/fast-lanes';
export * from './http/handle';
export * from './http/json-only';
export * from './http/problem-exception';
export * from './http/problem-filter';
export * from './http/request-language';
export { logRequests } from './http/request-log';
export { Jobs, type SendOptions } from './jobs/jobs';
export type { WorkOptions } from './jobs/kinds';
export { cancelLongWork, seeLongWork, type RunningJob } from './jobs/long-work';
export * from './mail/letter';
export { forgetLetters } from './mail/forget-letters';
export { Mail } from './mail/mail';
export { serveOutbox } from './mail/outbox-page/serve-outbox';
export * from './openapi/document';
export { OPENAPI } from './openapi/openapi.controller';
export * from './pdf/load-pdf';
export * from './platform.module';
export * from './security/origins';
export * from './security/secure';
export {
  SLICES,
  type GuardedTables,
  type PersonalData,
  type RetentionRule,
  type Slice,
} from './slice';
export * from './web/serve-web';
