/** Who belongs together: regions, the centres that coordinate them, groups, organisations, themes. */
export * from './contract';
export { sectorNames } from './sector-names';
export * as networkContract from './operations';
