import { localised, type Localised } from '@luotsi/platform/model';
import * as z from 'zod';
import type { OutlineContent } from './outline';
import { sameCodes, sameText } from './outline-changes';
import {
  descriptionParts,
  outlineDays,
  partsOfDescription,
  replaceInDescription,
  wallClockLater,
  minutesOf,
} from './outline-session';
import { code, sessionForm } from './session';
import { wallClock } from './session-draft';

const texts = ['title', 'summary', 'targetGroup', 'description', 'outcomes', 'slots'] as const;

/** The parts of a session that come from its outline, each of which may be taken over by itself. */
export const outlineParts = [
  ...texts,
  'theme',
  'competences',
  'form',
  'seats',
  'times',
  'materials',
] as const;
export const outlinePart = z.enum(outlineParts).meta({ id: 'OutlinePart' });
export type OutlinePart = z.infer<typeof outlinePart>;

const times = z.array(z.object({ start: wallClock, end: wallClock }));
const materials = z.array(z.object({ title: localised, url: z.string() }));
const clockPair = z.object({ day: z.int(), start: z.string(), end: z.string() });

/** What a session was given by its outline, kept beside it: what its organiser has edited shows by it. */
export const outlineGiven = z.object({
  title: localised,
  summary: localised,
  targetGroup: localised,
  description: localised,
  outcomes: localised,
  slots: localised,
  theme: code.nullable(),
  competences: z.array(code),
  form: sessionForm,
  seats: z.int().nullable(),
  days: z.array(clockPair),
  materials,
});
export type OutlineGiven = z.infer<typeof outlineGiven>;

/** A session as far as its outline is concerned; meetings by the wall clock, cancelled ones left out. */
export const outlinedSession = outlineGiven
  .pick({ title: true, summary: true, targetGroup: true, description: true })
  .extend({
    theme: code.nullable(),
    competences: z.array(code),
    form: sessionForm,
    capacity: z.int(),
    meetings: times,
    materials,
  });
export type OutlinedSession = z.infer<typeof outlinedSession>;

const both = <Value extends z.ZodType>(value: Value) => ({ yours: value, outline: value });
const told = {
  edited: z.boolean().describe('The organiser has changed it since: taking it over replaces that.'),
  takeable: z.boolean().describe('False where the session has to be changed by hand.'),
};

/** A part where the session and the newest version of its outline say different things. */
export const outlineDifference = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), part: z.enum(texts), ...both(localised), ...told }),
    z.object({
      type: z.literal('code'),
      part: z.enum(['theme', 'form']),
      ...both(code.nullable()),
      ...told,
    }),
    z.object({
      type: z.literal('codes'),
      part: z.literal('competences'),
      ...both(z.array(code)),
      ...told,
    }),
    z.object({ type: z.literal('number'), part: z.literal('seats'), ...both(z.int()), ...told }),
    z.object({ type: z.literal('times'), part: z.literal('times'), ...both(times), ...told }),
    z.object({
      type: z.literal('materials'),
      part: z.literal('materials'),
      ...both(materials),
      ...told,
    }),
  ])
  .meta({ id: 'OutlineDifference' });
export type OutlineDifference = z.infer<typeof outlineDifference>;

/**
 * What an outline gives a session.
 * @param shift minutes by which the session's times differ from the outline's
 */
export function givenBy(content: OutlineContent, shift: number): OutlineGiven {
  const { intro, outcomes, slots } = descriptionParts(content, shift);
  const { title, summary, targetGroup, theme, competences, form, seats } = content;
  return {
    ...{ title, summary, targetGroup, theme, competences, form, seats },
    ...{ description: intro, outcomes, slots },
    days: outlineDays(content.slots),
    materials: content.materials.map(({ title, url }) => ({ title, url })),
  };
}

/**
 * Where the outline has changed since it gave a session its texts and times, and the session does not
 * say the same already. What only the organiser has changed is theirs, and is not in it.
 */
export function outlineDifferences(
  session: OutlinedSession,
  given: OutlineGiven,
  next: OutlineGiven,
): OutlineDifference[] {
  const described = partsOfDescription(session.description);
  const now = {
    ...session,
    description: described.intro,
    outcomes: described.outcomes,
    slots: described.slots,
  };
  return [
    ...texts
      .filter((part) => !sameText(given[part], next[part]) && !sameText(now[part], next[part]))
      .map((part) => ({
        ...{ type: 'text' as const, part, yours: now[part], outline: next[part] },
        ...{ edited: !sameText(now[part], given[part]), takeable: true },
      })),
    ...(['theme', 'form'] as const)
      .filter((part) => given[part] !== next[part] && now[part] !== next[part])
      .map((part) => ({
        ...{ type: 'code' as const, part, yours: now[part], outline: next[part] },
        ...{ edited: now[part] !== given[part], takeable: true },
      })),
    ...(sameCodes(given.competences, next.competences) ||
    sameCodes(now.competences, next.competences)
      ? []
      : [
          {
            ...{ type: 'codes' as const, part: 'competences' as const },
            ...{ yours: now.competences, outline: next.competences },
            ...{ edited: !sameCodes(now.competences, given.competences), takeable: true },
          },
        ]),
    ...(next.seats === null || next.seats === given.seats || next.seats === now.capacity
      ? []
      : [
          {
            ...{ type: 'number' as const, part: 'seats' as const },
            ...{ yours: now.capacity, outline: next.seats },
            ...{ edited: given.seats !== null && now.capacity !== given.seats, takeable: true },
          },
        ]),
    ...timesDiffer(session, given, next),
    ...materialsDiffer(session, given, next),
  ];
}

/**
 * What changes in a session when its organiser takes over parts of the outline's newest version. What
 * isn't named stays as it is; of a description, only the section that is named is replaced.
 */
export function takeOver(
  session: OutlinedSession,
  given: OutlineGiven,
  next: OutlineGiven,
  parts: readonly OutlinePart[],
): Partial<OutlinedSession> {
  const wanted = outlineDifferences(session, given, next).filter(
    ({ part, takeable }) => takeable && parts.includes(part),
  );
  let changed: Partial<OutlinedSession> = {};
  for (const difference of wanted) {
    const { part, outline } = difference;
    if (part === 'description' || part === 'outcomes' || part === 'slots') {
      const standing = changed.description ?? session.description;
      const key = part === 'description' ? 'intro' : part;
      changed = {
        ...changed,
        description: replaceInDescription(standing, key, outline as Localised),
      };
    } else if (part === 'seats') changed = { ...changed, capacity: outline as number };
    else if (difference.type === 'times') changed = { ...changed, meetings: difference.outline };
    else if (difference.type === 'materials')
      changed = { ...changed, materials: difference.outline };
    else changed = { ...changed, [part]: outline };
  }
  return changed;
}

/** Meetings move as their days have; with more or fewer days, dates are the organiser's to choose. */
function timesDiffer(
  { meetings }: OutlinedSession,
  given: OutlineGiven,
  next: OutlineGiven,
): OutlineDifference[] {
  const isSame = (one: OutlineGiven, other: OutlineGiven) =>
    one.days.map(({ start, end }) => `${start}–${end}`).join() ===
    other.days.map(({ start, end }) => `${start}–${end}`).join();
  if (isSame(given, next)) return [];
  const takeable = given.days.length === next.days.length && given.days.length === meetings.length;
  const lasts = (wall: { start: string; end: string }) =>
    minutesOf(wall.end) - minutesOf(wall.start);
  const edited = meetings.some((meeting, place) => {
    const day = given.days[place];
    const minutes = (Date.parse(`${meeting.end}Z`) - Date.parse(`${meeting.start}Z`)) / 60_000;
    return !day || minutes !== lasts(day);
  });
  const moved = meetings.map((meeting, place) => {
    const [was, is] = [given.days[place], next.days[place]];
    if (!was || !is) return meeting;
    const start = wallClockLater(meeting.start, minutesOf(is.start) - minutesOf(was.start));
    return { start, end: wallClockLater(start, lasts(is)) };
  });
  if (takeable && JSON.stringify(moved) === JSON.stringify(meetings)) return [];
  return [{ type: 'times', part: 'times', yours: meetings, outline: moved, edited, takeable }];
}

/** The organiser's own materials stay; those of the outline become what they are now. */
function materialsDiffer(
  { materials: yours }: OutlinedSession,
  given: OutlineGiven,
  next: OutlineGiven,
): OutlineDifference[] {
  const keyOf = ({ title, url }: OutlinedSession['materials'][number]) =>
    [url, title.fi, title.sv, title.en].join('\n');
  const keys = (list: OutlinedSession['materials']) => list.map(keyOf).sort().join('\n\n');
  if (keys(given.materials) === keys(next.materials)) return [];
  const were = new Set(given.materials.map(keyOf));
  const own = yours.filter((material) => !were.has(keyOf(material)));
  const ownKeys = new Set(own.map(keyOf));
  const outline = [...next.materials.filter((one) => !ownKeys.has(keyOf(one))), ...own];
  if (keys(outline) === keys(yours)) return [];
  const edited = given.materials.some((one) => !yours.map(keyOf).includes(keyOf(one)));
  return [{ type: 'materials', part: 'materials', yours, outline, edited, takeable: true }];
}
