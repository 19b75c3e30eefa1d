/** The coaching programme: its parts, and how far someone has come in it. */
export * from './kinds';
export * from './problems';
export * from './progress';
export * from './voyage';
export type {
  ModuleOutline,
  OwnProgress,
  ProgrammeAbout,
  ProgrammeProgress,
  ProgrammeSummary,
  ProgrammeTree,
  UnitOutline,
  UnitPage,
} from './shapes';
export * from './contract';
export * as programmeContract from './contract';
