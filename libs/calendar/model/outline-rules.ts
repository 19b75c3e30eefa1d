import { mayPass, type RoleInScope } from '@luotsi/identity/model';
import { refuse, type Refusal } from '@luotsi/platform/model';
import type * as z from 'zod';
import type { OutlineContent, outlineDraft, OutlineSlot } from './outline';
import { outlineChanges } from './outline-changes';

/**
 * Who may write an outline (product.md, "Who uses it"): whoever began it, and all who may publish
 * outlines. An outline is for the whole country, so the place of a role doesn't come into it.
 */
export function writesOutline(
  person: { readonly id: string; readonly roles: readonly RoleInScope[] },
  author: string | null,
): boolean {
  return author === person.id || mayPass('outline.publish', person.roles);
}

/** Why a draft can't be published. */
export type PublicationRefusal = 'outline-unchanged' | 'outline-without-slots';

/**
 * The number of the version that a draft becomes: sessions are started from its slots, so it needs
 * some, and readers are not told of a version in which nothing has changed.
 * @param latest the latest published version, null before the first
 */
export function nextVersion(
  draft: OutlineContent,
  latest: { readonly number: number; readonly content: OutlineContent } | null,
): number | Refusal<PublicationRefusal> {
  if (draft.slots.length === 0) return refuse('outline-without-slots');
  if (latest && outlineChanges(latest.content, draft).length === 0)
    return refuse('outline-unchanged');
  return (latest?.number ?? 0) + 1;
}

/**
 * An outline in the form it is kept in: everything in its lists has an id of its own, competences
 * stand once, slots in the order of the event.
 */
export function tidyOutline(
  sent: z.output<typeof outlineDraft>,
  newId: () => string,
): OutlineContent {
  const named = <Item extends { id?: string | undefined }>(items: readonly Item[]) => {
    const seen = new Set<string>();
    return items.map((item) => {
      const id = item.id === undefined || seen.has(item.id) ? newId() : item.id;
      seen.add(id);
      return { ...item, id };
    });
  };
  return {
    ...sent,
    competences: [...new Set(sent.competences)],
    outcomes: named(sent.outcomes),
    slots: named(sent.slots).sort(bySlotTime),
    materials: named(sent.materials),
  };
}

const bySlotTime = (one: OutlineSlot, other: OutlineSlot) =>
  one.day - other.day || one.start.localeCompare(other.start) || one.end.localeCompare(other.end);

/** What a new outline begins with in its form. */
export const emptyOutline: OutlineContent = {
  title: { fi: '', sv: '', en: '' },
  summary: { fi: '', sv: '', en: '' },
  description: { fi: '', sv: '', en: '' },
  targetGroup: { fi: '', sv: '', en: '' },
  theme: null,
  competences: [],
  form: 'onsite',
  seats: null,
  outcomes: [],
  slots: [],
  materials: [],
};
