import { languages, localised, type Localised } from '@luotsi/platform/model';
import * as z from 'zod';
import { outlineMaterial, outlineOutcome, outlineSlot, type OutlineContent } from './outline';
import { code } from './session';

const texts = ['title', 'summary', 'description', 'targetGroup'] as const;
const codes = ['theme', 'form'] as const;
/** Slots stand in the order of their times, so that moving one is a change of its own. */
const ordered = ['outcomes', 'materials'] as const;

const differs = <Value extends z.ZodType>(value: Value) => ({ before: value, after: value });

/** One thing that is different between two states of an outline: of a list, what came, went or changed. */
export const outlineChange = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), part: z.enum(texts), ...differs(localised) }),
    z.object({ type: z.literal('code'), part: z.enum(codes), ...differs(code.nullable()) }),
    z.object({
      type: z.literal('codes'),
      part: z.literal('competences'),
      ...differs(z.array(code)),
    }),
    z.object({
      type: z.literal('number'),
      part: z.literal('seats'),
      ...differs(z.int().nullable()),
    }),
    z.object({
      type: z.literal('outcome'),
      part: z.literal('outcomes'),
      ...differs(outlineOutcome.nullable()),
    }),
    z.object({
      type: z.literal('slot'),
      part: z.literal('slots'),
      ...differs(outlineSlot.nullable()),
    }),
    z.object({
      type: z.literal('material'),
      part: z.literal('materials'),
      ...differs(outlineMaterial.nullable()),
    }),
    z.object({ type: z.literal('order'), part: z.enum(ordered) }),
  ])
  .meta({ id: 'OutlineChange' });
export type OutlineChange = z.infer<typeof outlineChange>;

/** What is different between two states of an outline, part by part and line by line. */
export function outlineChanges(before: OutlineContent, after: OutlineContent): OutlineChange[] {
  const pair = <Part extends keyof OutlineContent>(part: Part) => ({
    before: before[part],
    after: after[part],
  });
  return [
    ...texts
      .filter((part) => !sameText(before[part], after[part]))
      .map((part) => ({ type: 'text' as const, part, ...pair(part) })),
    ...codes
      .filter((part) => before[part] !== after[part])
      .map((part) => ({ type: 'code' as const, part, ...pair(part) })),
    ...(sameCodes(before.competences, after.competences)
      ? []
      : [{ type: 'codes' as const, part: 'competences' as const, ...pair('competences') }]),
    ...(before.seats === after.seats
      ? []
      : [{ type: 'number' as const, part: 'seats' as const, ...pair('seats') }]),
    ...listChanges(before.outcomes, after.outcomes).map((both): OutlineChange => ({
      type: 'outcome',
      part: 'outcomes',
      ...both,
    })),
    ...listChanges(before.slots, after.slots).map((both): OutlineChange => ({
      type: 'slot',
      part: 'slots',
      ...both,
    })),
    ...listChanges(before.materials, after.materials).map((both): OutlineChange => ({
      type: 'material',
      part: 'materials',
      ...both,
    })),
    ...ordered
      .filter((part) => isReordered(before[part], after[part]))
      .map((part) => ({ type: 'order' as const, part })),
  ];
}

/** Whether two texts say the same in every language. */
export function sameText(one: Localised, other: Localised): boolean {
  return languages.every((language) => one[language].trim() === other[language].trim());
}

/** Whether two lists hold the same codes; their order says nothing. */
export function sameCodes(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}

interface Pair<Item> {
  readonly before: Item | null;
  readonly after: Item | null;
}

/** Lines by their ids: those that went or changed in their old order, then those that came. */
function listChanges<Item extends { readonly id: string }>(
  before: readonly Item[],
  after: readonly Item[],
): Pair<Item>[] {
  const now = new Map(after.map((item) => [item.id, item]));
  const then = new Set(before.map(({ id }) => id));
  return [
    ...before
      .map((item) => ({ before: item, after: now.get(item.id) ?? null }))
      .filter((pair) => !pair.after || plain(pair.before) !== plain(pair.after)),
    ...after.filter(({ id }) => !then.has(id)).map((item) => ({ before: null, after: item })),
  ];
}

/** Whether what stands in both stands in another order. */
function isReordered(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): boolean {
  const [then, now] = [before, after].map((items) => items.map(({ id }) => id));
  const stayed = (now ?? []).filter((id) => then?.includes(id));
  return stayed.join() !== (then ?? []).filter((id) => stayed.includes(id)).join();
}

/** The same for two values that say the same, whatever the order of their keys. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
