import type { Framework } from '@luotsi/framework/model';

/** A source of numbers in [0, 1) that is the same every time (mulberry32). */
export type Chance = () => number;

/** The source that begins at a seed. */
export function chance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Roughly normal around 0 with a standard deviation of 1. */
function spread(next: Chance): number {
  return (next() + next() + next() + next() - 2) * Math.sqrt(3);
}

/** Divides a number of people by shares, to whole people (largest remainder, Hamilton 1792). */
export function divide(people: number, shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (people * share) / total);
  const whole = exact.map(Math.floor);
  const left = people - whole.reduce((sum, count) => sum + count, 0);
  exact
    .map((value, place) => ({ place, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place)
    .slice(0, left)
    .forEach(({ place }) => (whole[place] = (whole[place] ?? 0) + 1));
  return whole;
}

/** Who answers: where they work, what kind of practitioner they are, how they see themselves. */
export interface Invented {
  readonly region: string;
  readonly level: string;
  readonly confidence: number;
}

/** An answer made up for demonstration. */
export interface InventedAnswer {
  readonly statement: string;
  readonly current: number | null;
  readonly goal: number | null;
}

interface KindOfLevel {
  readonly level: string;
  /** Of all people. */
  readonly share: number;
  /** Where its people see themselves on the whole. */
  readonly mean: number;
}

const levels: readonly [KindOfLevel, ...KindOfLevel[]] = [
  { level: 'career_advisor', share: 0.35, mean: 2.7 },
  { level: 'career_professional', share: 0.5, mean: 3.5 },
  { level: 'career_specialist', share: 0.15, mean: 4.1 },
];

/** The share of people up to and with the level of this rank. */
function shareUpTo(rank: number): number {
  return levels.slice(0, rank + 1).reduce((sum, { share }) => sum + share, 0);
}

/** How the six competences differ in the country; those of other frameworks don't. */
const national = new Map(
  Object.entries({ CE: -0.1, CIA: -0.35, CC: 0.35, PSM: -0.25, SSI: -0.55, PRO: 0.3 }),
);

/** Makes someone up. */
export function invent(region: string, next: Chance): Invented {
  const place = next();
  const level = levels.find((_, rank) => place < shareUpTo(rank)) ?? levels[0];
  return { region, level: level.level, confidence: spread(next) * 0.4 };
}

/**
 * Makes up plausible answers: they differ by level, competence, region and person, later statements
 * of a competence are harder, some are not part of the work, and goals lie above the answers.
 * @param growth how much better it goes than the first time
 */
export function inventAnswers(
  framework: Framework,
  person: Invented,
  next: Chance,
  growth = 0,
): InventedAnswer[] {
  const mean = levels.find(({ level }) => level === person.level)?.mean ?? 3;
  return framework.competences.flatMap(({ code, statements }) => {
    const here =
      mean + person.confidence + growth + (national.get(code) ?? 0) + local(person, code);
    const ambition = next();
    return statements.map(({ id }, place): InventedAnswer => {
      const strange = person.level === 'career_advisor' ? 0.02 + place * 0.02 : 0.01;
      if (next() < strange) return { statement: id, current: null, goal: null };
      const felt = Math.round(here - (place - 2) * 0.18 + spread(next) * 0.5);
      const current = Math.min(5, Math.max(1, felt));
      const step = ambition < 0.25 ? 0 : next() < 0.45 ? 1 : next() < 0.2 ? 2 : 0;
      return { statement: id, current, goal: step ? Math.min(5, current + step) : null };
    });
  });
}

/** How a region differs from the country in a competence: −0.45…0.45, the same every time. */
function local({ region }: Invented, code: string): number {
  const seed = [...`${region}${code}`].reduce((sum, it) => sum * 31 + it.charCodeAt(0), 7);
  return (chance(seed | 0)() - 0.5) * 0.9;
}
