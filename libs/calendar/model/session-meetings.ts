import { refuse, type Refusal } from '@luotsi/platform/model';

/** What becomes of a session's meetings. */
export interface MeetingChanges<Given> {
  /** In the order they were given: what stands and becomes that, or null for a new one. */
  readonly kept: readonly { readonly id: string | null; readonly given: Given }[];
  /** Those left out. */
  readonly left: readonly string[];
}

/**
 * Matches the meetings that an organiser sends with those that stand: by `id`; one without is the
 * one that stands in its place, unless another names that; else it is new. One left out is cancelled.
 * @param standing ids in order of start, cancelled ones left out
 */
export function matchMeetings<Given extends { readonly id?: string | undefined }>(
  standing: readonly string[],
  given: readonly Given[],
): MeetingChanges<Given> | Refusal<'meeting-unknown'> {
  const named = given.flatMap(({ id }) => id ?? []);
  const isKnown = named.every((id) => standing.includes(id));
  if (!isKnown || new Set(named).size < named.length) return refuse('meeting-unknown');
  const kept = given.map((one, place) => {
    const inPlace = standing[place];
    const free = inPlace !== undefined && !named.includes(inPlace) ? inPlace : null;
    return { id: one.id ?? free, given: one };
  });
  const stay = new Set(kept.map(({ id }) => id));
  return { kept, left: standing.filter((id) => !stay.has(id)) };
}
