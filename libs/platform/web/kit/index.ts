/** The kit: the pieces that pages are put together from. */
export * from './agenda-day';
export * from './back-link';
export * from './confirm';
export * from './content-block';
export * from './empty-state';
export * from './field';
export * from './filters';
export * from './icon';
export * from './keep-focus';
export * from './mark';
export * from './notices';
export * from './page-header';
export * from './problem-notice';
export * from './progress-segments';
export * from './seat-bar';
export * from './skeleton';
export * from './status-word';
