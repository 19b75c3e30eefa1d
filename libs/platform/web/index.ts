/** What every slice's pages stand on: language, the API's client, the kit of interface pieces. */
export * from './http/api-client';
export * from './http/connection.store';
export * from './http/problem-error';
export * from './http/provide-client';
export { MAY_BE_SIGNED_OUT } from './http/speak-with-api';
export * from './kit';
export * from './language/format';
export * from './language/format.store';
export * from './language/language.store';
export * from './language/page-title';
export * from './language/pages-with-texts';
export * from './language/provide-language';
export * from './language/text';
export * from './language/texts';
export * from './look/theme.store';
export * from './own-storage';
export { platformTexts } from './texts';
