import * as z from 'zod';

/** A member that the schema doesn't know, and the one that was surely meant by it. */
export interface Misspelt {
  readonly path: readonly PropertyKey[];
  readonly meant: string;
}

/**
 * The members of what was sent that are another one's name misspelt: they would be left out, and
 * whoever sent them would believe them kept. Other members that a schema doesn't know are a client's
 * own affair, and so is a misspelling beside the right name.
 * @param schemas what it may be, one of several
 */
export function misspelt(
  schemas: readonly z.core.$ZodType[],
  sent: unknown,
  path: readonly PropertyKey[] = [],
): Misspelt[] {
  const known = schemas.flatMap(behind);
  if (Array.isArray(sent)) {
    const elements = known.filter((one) => one instanceof z.ZodArray).map(({ element }) => element);
    return sent.flatMap((part, place) => misspelt(elements, part, [...path, place]));
  }
  const shapes = known.filter((one) => one instanceof z.ZodObject).map(({ shape }) => shape);
  if (typeof sent !== 'object' || sent === null || shapes.length === 0) return [];
  const names = shapes.flatMap((shape) => Object.keys(shape));
  return Object.entries(sent).flatMap(([name, part]) => {
    const parts = shapes.flatMap((shape) =>
      Object.hasOwn(shape, name) ? [shape[name] as z.core.$ZodType] : [],
    );
    if (parts.length > 0) return misspelt(parts, part, [...path, name]);
    const meant = names.find((one) => !Object.hasOwn(sent, one) && isMisspelt(name, one));
    return meant === undefined ? [] : [{ path: [...path, name], meant }];
  });
}

/** What a schema comes down to, seen through what may be left out, be null or be one of several. */
function behind(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { innerType, in: source, options } = schema._zod.def as Wrapped;
  const inner = options ?? [innerType ?? source].filter((one) => one !== undefined);
  return inner.length > 0 ? inner.flatMap(behind) : [schema];
}

interface Wrapped {
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}

/**
 * Whether a name is another in letters of the other case, or with a slip of the pen, in a long one
 * with two. What only goes on or stops earlier is something else: `organiserId`, `enrolmentOpen`.
 */
export function isMisspelt(name: string, meant: string): boolean {
  const [one, other] = [name.toLowerCase(), meant.toLowerCase()];
  if (one === other) return name !== meant;
  if (one.startsWith(other) || other.startsWith(one)) return false;
  const slips = other.length >= 8 ? 2 : other.length >= 5 ? 1 : 0;
  return Math.abs(one.length - other.length) <= slips && slipsBetween(one, other) <= slips;
}

/** Letters too few, too many, others, or changed about (optimal string alignment distance). */
function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const ways = [last[j], row[j - 1]].map((count = 0) => count + 1);
      ways.push((last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && isSwapped) ways.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...ways));
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
