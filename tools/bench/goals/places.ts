import type { Arena } from '../arena.ts';

/** A country's worth: as many sessions, people and enrolments as Luotsi is to hold. */
export const country = (arena: Arena): Promise<string> =>
  arena.database('large', {
    people: 100_000,
    sessions: 100_000,
    enrolments: 1_000_000,
    country: true,
  });

/** The same of a fortieth of the sessions: what rates in a country are held against. */
export const village = (arena: Arena): Promise<string> =>
  arena.database('village', {
    people: 12_000,
    sessions: 2_600,
    enrolments: 26_000,
    country: true,
  });
