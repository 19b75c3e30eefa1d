/**
 * The platform's second door for the web, for pages with a long list: fetched apart, so that pages
 * without one don't carry it along.
 */
export * from './length-in-history';
export * from './narrow-address';
export * from './paged-list';
export * from './search-field';
