import { languages } from '@luotsi/platform/model';
import { sessionForms, type SessionFilters } from '@luotsi/calendar/model';

/** What narrows the agenda; the address is where it is kept. Several values of one: any of them. */
export interface AgendaFilters {
  readonly q: string;
  readonly region: readonly string[];
  readonly theme: readonly string[];
  readonly competence: readonly string[];
  readonly form: SessionFilters['form'];
  readonly language: SessionFilters['language'];
  /** The calendar date that the agenda begins with; '' is now. */
  readonly from: string;
}

/** The filters that are lists, from the widest to the narrowest in effect. */
export const listFilters = ['region', 'form', 'language', 'theme', 'competence'] as const;
export type ListFilter = (typeof listFilters)[number];

/** The agenda as it is without filters. */
export const noFilters: AgendaFilters = {
  q: '',
  region: [],
  theme: [],
  competence: [],
  form: [],
  language: [],
  from: '',
};

/** What filters are read from: an address's query. */
interface Query {
  get(name: string): string | null;
  getAll(name: string): string[];
}

/** The filters in an address. What can't be understood is left out, so that an old link still opens. */
export function filtersIn(query: Query): AgendaFilters {
  const codes = (name: string) => [
    ...new Set(query.getAll(name).filter((code) => /^[\w-]{1,40}$/.test(code))),
  ];
  const known = <Value extends string>(name: string, values: readonly Value[]) =>
    values.filter((value) => query.getAll(name).includes(value));
  const from = query.get('from') ?? '';
  return {
    q: (query.get('q') ?? '').trim().slice(0, 200),
    region: codes('region'),
    theme: codes('theme'),
    competence: codes('competence'),
    form: known('form', sessionForms),
    language: known('language', languages),
    from: isDate(from) ? from : '',
  };
}

/** The filters as an address keeps them; what is not set is not in it. */
export function addressQuery(filters: AgendaFilters): Record<string, string | string[]> {
  const set = Object.entries(filters).filter(([, value]) => value.length > 0);
  return Object.fromEntries(set) as Record<string, string | string[]>;
}

/** How many filters are set. */
export function countSet(filters: AgendaFilters): number {
  return Object.keys(addressQuery(filters)).length;
}

/** The filter to take away first when nothing is found: the words searched for, else the narrowest. */
export function narrowest(filters: AgendaFilters): keyof AgendaFilters | undefined {
  if (filters.q !== '') return 'q';
  return (
    listFilters.findLast((name) => filters[name].length > 0) ??
    (filters.from === '' ? undefined : 'from')
  );
}

/** The filters without one of them. */
export function without(filters: AgendaFilters, name: keyof AgendaFilters): AgendaFilters {
  return { ...filters, [name]: noFilters[name] };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
