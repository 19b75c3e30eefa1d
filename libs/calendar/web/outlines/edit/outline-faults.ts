import type { OutlineContent } from '@luotsi/calendar/model';
import { languages, type Language, type Localised } from '@luotsi/platform/model';

/** What can't be saved as it is, by where it stands: `title`, `slot-times:<id>`, … */
export type OutlineFault =
  'title' | `outcome:${string}` | `slot:${string}` | `slot-times:${string}` | `material:${string}`;

const isEmpty = (text: Localised) => languages.every((language) => text[language].trim() === '');

/** What has to be corrected before an outline can be saved. */
export function faultsOf({ title, outcomes, slots, materials }: OutlineContent): OutlineFault[] {
  return [
    ...(isEmpty(title) ? (['title'] as const) : []),
    ...outcomes.filter(({ text }) => isEmpty(text)).map(({ id }) => `outcome:${id}` as const),
    ...slots.filter((slot) => isEmpty(slot.title)).map(({ id }) => `slot:${id}` as const),
    ...slots
      .filter(({ start, end }) => !start || !end || start >= end)
      .map(({ id }) => `slot-times:${id}` as const),
    ...materials
      .filter(({ title, url }) => isEmpty(title) || !/^https?:\/\/\S+\.\S+$/.test(url))
      .map(({ id }) => `material:${id}` as const),
  ];
}

/** How many texts are written in some language and not in this one. */
export function missingIn(content: OutlineContent, language: Language): number {
  const { title, summary, description, targetGroup, outcomes, slots, materials } = content;
  const texts = [
    ...[title, summary, description, targetGroup],
    ...outcomes.map(({ text }) => text),
    ...slots.flatMap((slot) => [slot.title, slot.text]),
    ...materials.map((material) => material.title),
  ];
  return texts.filter((text) => !isEmpty(text) && text[language].trim() === '').length;
}
