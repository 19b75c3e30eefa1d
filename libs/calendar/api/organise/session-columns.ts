import { isDeepStrictEqual } from 'node:util';
import { finnishWords } from '../search/finnish-words';
import type { SessionInput } from './session-writer';

/** What an organiser writes of a session, besides its meetings. */
export type WrittenFields = Omit<SessionInput, 'meetings'>;

/** The columns that hold it; the lists have tables of their own. */
export const WRITTEN_COLUMNS = [
  'title jsonb',
  'summary jsonb',
  'description jsonb',
  'target_group jsonb',
  'price jsonb',
  'accessibility jsonb',
  'place jsonb',
  'link text',
  'contact text',
  'form text',
  'languages text[]',
  'theme_id text',
  'organising_group_id uuid',
  'organising_organisation_id uuid',
  'plan_item_id uuid',
  'outline_id uuid',
  'outline_version integer',
  'series_id uuid',
  'capacity integer',
  'enrolment_opens timestamptz',
  'enrolment_closes timestamptz',
  'approval boolean',
  'promotion text',
  'offer_hours integer',
  'regional_seats_until timestamptz',
  'asks_diet boolean',
  'asks_access_needs boolean',
  'attendance_rule integer',
  'planned_year integer',
  'planned_month integer',
  'finnish_stems text[]',
] as const;

/**
 * What an organiser wrote as those columns.
 * @param names what the session is found by besides its own words
 * @param hasDate once there is one, it is no longer planned
 */
export function columnsOf(input: WrittenFields, names: readonly string[], hasDate: boolean) {
  const texts = [input.title, input.summary, input.description, input.targetGroup, input.place];
  const { organiser } = input;
  return {
    title: input.title,
    summary: input.summary,
    description: input.description,
    target_group: input.targetGroup,
    price: input.price,
    accessibility: input.accessibility,
    place: input.place ?? null,
    link: input.link ?? null,
    contact: input.contact,
    form: input.form,
    languages: input.languages,
    theme_id: input.theme ?? null,
    organising_group_id: organiser?.type === 'group' ? organiser.id : null,
    organising_organisation_id: organiser?.type === 'organisation' ? organiser.id : null,
    plan_item_id: input.planItemId ?? null,
    outline_id: input.outlineId ?? null,
    outline_version: input.outlineVersion ?? null,
    series_id: input.seriesId ?? null,
    capacity: input.capacity,
    enrolment_opens: input.enrolmentOpens ?? null,
    enrolment_closes: input.enrolmentCloses ?? null,
    approval: input.approval,
    promotion: input.promotion,
    offer_hours: input.offerHours,
    regional_seats_until: input.regionalSeatsUntil ?? null,
    asks_diet: input.asksDiet,
    asks_access_needs: input.asksAccessNeeds,
    attendance_rule: input.attendanceRule ?? null,
    planned_year: hasDate ? null : (input.planned?.year ?? null),
    planned_month: hasDate ? null : (input.planned?.month ?? null),
    finnish_stems: finnishWords([...texts.map((text) => text?.fi), ...names]),
  };
}

/**
 * Whether two writings of a session say the same, however its instants and lists are written.
 * @param hasDate whether what it is planned for says nothing any more
 */
export function isSameWritten(was: WrittenFields, now: WrittenFields, hasDate: boolean): boolean {
  return isDeepStrictEqual(comparable(was, hasDate), comparable(now, hasDate));
}

function comparable(fields: WrittenFields, hasDate: boolean) {
  const { enrolment_opens, enrolment_closes, regional_seats_until, ...columns } = columnsOf(
    fields,
    [],
    hasDate,
  );
  const instants = [enrolment_opens, enrolment_closes, regional_seats_until];
  return {
    ...columns,
    instants: instants.map((instant) => instant && Date.parse(instant)),
    competences: [...new Set(fields.competences)].sort(),
    regions: [...new Set(fields.regions)].sort(),
    coaches: [...new Set(fields.coaches)].sort(),
    shares: fields.regionalSeats.map(({ region, seats }) => `${region} ${String(seats)}`).sort(),
  };
}
