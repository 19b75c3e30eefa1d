import type { PlanItem } from '@luotsi/planning/model';

/** What narrows the page of a year; kept in the address. '' is everything. */
export interface YearFilters {
  readonly region: string;
  readonly competence: string;
  readonly form: string;
  readonly group: string;
}

/** Whether a planned training is among what is looked for; one for the whole country is in every region. */
export function matches(item: PlanItem, group: string, filters: YearFilters): boolean {
  const { region, competence, form } = filters;
  return (
    (region === '' || item.regions.length === 0 || item.regions.includes(region)) &&
    (competence === '' || item.competences.includes(competence)) &&
    (form === '' || item.form === form) &&
    (filters.group === '' || group === filters.group)
  );
}
