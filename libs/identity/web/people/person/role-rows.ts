import type { RoleHolding } from '@luotsi/identity/model';
import { sameRole, type Role, type RoleInScope, type Scope } from '@luotsi/identity/model';
import { dateOf } from '@luotsi/platform/web';
import { lastDay } from '../role-words';

type Held = Omit<RoleHolding, 'person'>;

/** A row of the form of roles: one that is held, or a new one. */
export interface RoleRow {
  readonly key: number;
  readonly role: Role | '';
  /** As the select has it: `country`, `region:19`, `group:…`; '' until chosen. */
  readonly scope: string;
  /** The first day of a new role, `2027-03-11`; '' is now. */
  readonly from: string;
  /** The last day; '' is without an end. */
  readonly to: string;
  /** What it was before; null for a new one. */
  readonly held: Held | null;
  readonly taken: boolean;
}

/** The value of a scope in a select, and in an address. */
export function scopeValue({ type, id }: Scope): string {
  return type === 'country' ? 'country' : `${type}:${id ?? ''}`;
}

/** The scope of a select's value; null until one is chosen. */
export function scopeOf(value: string): Scope | null {
  const [type, id] = value.split(':');
  if (type === 'country') return { type, id: null };
  return (type === 'region' || type === 'group') && id ? { type, id } : null;
}

/** The rows that a person's roles begin with: those held now or later. */
export function rowsOf(roles: readonly Held[], now: Date): RoleRow[] {
  return roles
    .filter(({ validTo }) => validTo === null || new Date(validTo) > now)
    .map((held, key) => ({
      key,
      role: held.role,
      scope: scopeValue(held.scope),
      from: '',
      to: held.validTo === null ? '' : dateOf(lastDay(held.validTo)),
      held,
      taken: false,
    }));
}

/** The role of a row that has been filled in. */
export function roleOf({ role, scope }: RoleRow): RoleInScope | null {
  const where = scopeOf(scope);
  return role !== '' && where ? { role, scope: where } : null;
}

/** Whether a row says something else than what is held. */
export function isChanged(row: RoleRow): boolean {
  if (!row.held) return true;
  const before = row.held.validTo === null ? '' : dateOf(lastDay(row.held.validTo));
  return row.taken || row.to !== before;
}

/** The whole set that is sent: what stays, as it was or with another end, and what is new. */
export function wantedOf(rows: readonly RoleRow[]) {
  return rows.flatMap((row) => {
    const role = roleOf(row);
    if (!role || row.taken) return [];
    const kept = row.held && sameRole(row.held, role) ? row.held : null;
    return {
      ...role,
      ...(kept ? { validFrom: kept.validFrom } : row.from ? { validFrom: beginOf(row.from) } : {}),
      ...(kept && !isChanged(row)
        ? { validTo: kept.validTo }
        : { validTo: row.to ? endOf(row.to) : null }),
    };
  });
}

/** The beginning of a day in the time of the one who says it. */
function beginOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

/** The end of a day, which is the beginning of the next. */
function endOf(day: string): string {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.toISOString();
}
