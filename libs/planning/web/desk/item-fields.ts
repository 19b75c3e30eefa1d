import { languages, type Localised } from '@luotsi/platform/model';
import {
  noText,
  type Plan,
  type PlanItem,
  type PlanItemDraft,
  type PlanItemForm,
} from '@luotsi/planning/model';
import { timeKey, timeOf } from '../item/by-time';

/** A planned training as its form holds it. */
export interface ItemFields {
  readonly title: Localised;
  readonly targetGroup: Localised;
  /** `m3`, `q2` or '' while it is not chosen. */
  readonly when: string;
  readonly form: PlanItemForm;
  readonly seats: string;
  readonly regions: readonly string[];
  readonly competences: readonly string[];
  readonly theme: string;
  readonly organiser: string;
}

/** The fields of a new training in a plan. */
export function emptyFields(plan: Pick<Plan, 'theme' | 'group'>): ItemFields {
  return {
    title: noText,
    targetGroup: noText,
    when: '',
    form: 'onsite',
    seats: '',
    regions: [],
    competences: [],
    theme: plan.theme ?? '',
    organiser: plan.group.id,
  };
}

/** The fields of a training as it is kept. */
export function fieldsOf(item: PlanItem): ItemFields {
  return {
    title: item.title,
    targetGroup: item.targetGroup,
    when: timeKey(item),
    form: item.form,
    seats: item.seats === null ? '' : String(item.seats),
    regions: item.regions,
    competences: item.competences,
    theme: item.theme ?? '',
    organiser: item.organiser,
  };
}

/** What the API is sent. */
export function bodyOf(fields: ItemFields): PlanItemDraft {
  const { title, targetGroup, form, organiser } = fields;
  return {
    title,
    targetGroup,
    form,
    organiser,
    ...timeOf(fields.when),
    seats: fields.seats.trim() === '' ? null : Number(fields.seats),
    regions: [...fields.regions],
    competences: [...fields.competences],
    theme: fields.theme === '' ? null : fields.theme,
  };
}

/** Which fields can't be sent as they are. */
export function faultsIn(fields: ItemFields): ('title' | 'when' | 'seats')[] {
  const filled = languages.some((language) => fields.title[language].trim() !== '');
  const seats = fields.seats.trim();
  return [
    ...(filled ? [] : (['title'] as const)),
    ...(fields.when === '' ? (['when'] as const) : []),
    ...(seats === '' || (/^\d{1,6}$/.test(seats) && Number(seats) > 0) ? [] : (['seats'] as const)),
  ];
}

/** The fields that differ between two versions. */
export function differences(one: ItemFields, other: ItemFields): (keyof ItemFields)[] {
  // Neither the order of codes nor that of languages is a difference.
  const plain = (value: ItemFields[keyof ItemFields]) => {
    if (typeof value === 'string') return value;
    const parts = 'fi' in value ? languages.map((language) => value[language]) : [...value].sort();
    return JSON.stringify(parts);
  };
  return (Object.keys(one) as (keyof ItemFields)[]).filter(
    (name) => plain(one[name]) !== plain(other[name]),
  );
}
