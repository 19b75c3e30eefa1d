/** Who belongs together: regions, the centres that coordinate them, groups, organisations, themes. */
export * from './contract';
export * as networkContract from './operations';
