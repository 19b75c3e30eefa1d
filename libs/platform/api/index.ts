/** How every slice is kept: configuration, database, HTTP, problems, health. */
export * from './config/configuration';
export * from './http/handle';
export * from './http/problem-exception';
export * from './http/problem-filter';
export * from './http/request-language';
export type { Slice } from './slice';
