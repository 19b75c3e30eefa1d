import {
  emailAddress,
  roleNames,
  roles as allRoles,
  sameRole,
  type ImportLine,
  type LineFate,
  type Role,
  type RoleHolder,
  type RoleInScope,
  type Scope,
} from '@luotsi/identity/model';
import { languages, type Language, type Localised } from '@luotsi/platform/model';
import type { KnownPlaces } from '../places';
import { whyNotGiven } from './check-roles';
import { folded, type TableLine } from './read-table';

/** Someone with an account whom the sender may see, and what they hold. */
export interface KnownPerson {
  readonly id: string;
  readonly roles: readonly RoleInScope[];
}

/** What the lines are judged by. */
export interface ImportCase {
  readonly sender: RoleHolder;
  readonly language: Language;
  readonly places: KnownPlaces;
  /** By address; only whom the sender may see. */
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Addresses with an open invitation of the sender’s. */
  readonly invited: ReadonlySet<string>;
}

/** What is to be done for one address. */
export interface ImportUnit {
  readonly lines: readonly number[];
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly roles: readonly RoleInScope[];
  /** Of the account that gets the roles at once; null where an invitation is sent. */
  readonly person: string | null;
}

/** The fate of every line, and what is to be done. */
export interface ImportPlan {
  readonly lines: readonly ImportLine[];
  readonly units: readonly ImportUnit[];
}

/** Judges every line of a file; lines of the same address go together. */
export function planImport(lines: readonly TableLine[], given: ImportCase): ImportPlan {
  const units = new Map<string, ImportUnit>();
  const judged = lines.map((line) => {
    const read = readLine(line, given);
    if (read.fate !== 'invited') return sent(read);
    const { email, role, scope } = read;
    const gift = { role, scope };
    const person = given.people.get(email);
    const unit = units.get(email);
    if (person?.roles.some((held) => sameRole(held, gift))) return sent(read, 'nothing-new');
    if (unit?.roles.some((one) => sameRole(one, gift))) return sent(read, 'nothing-new');
    if (!person && given.invited.has(email)) return sent(read, 'already-invited');
    units.set(email, {
      email,
      name: unit?.name ?? (read.name || null),
      language: unit?.language ?? read.language,
      roles: [...(unit?.roles ?? []), gift],
      lines: [...(unit?.lines ?? []), line.line],
      person: person?.id ?? null,
    });
    if (person) return sent(read, 'roles-added');
    return unit ? { ...sent(read, 'joined'), with: unit.lines[0] } : sent(read);
  });
  return { lines: judged, units: [...units.values()] };
}

interface ReadLine {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly role: Role;
  readonly scope: Scope;
  readonly fate: LineFate;
}

function readLine({ line, cells }: TableLine, given: ImportCase): ReadLine {
  const address = emailAddress.safeParse(cells.email ?? '');
  const name = cells.name ?? [cells.firstName, cells.lastName].filter(Boolean).join(' ');
  const language = languageOf(cells.language, given.language);
  const role = roleOf(cells.role);
  const scope = scopeOf(cells, given.places);
  const read = {
    line,
    email: address.success ? address.data : (cells.email ?? ''),
    name,
    language: language ?? given.language,
    role: role ?? 'counsellor',
    scope: typeof scope === 'string' ? country : scope,
  };
  const fate = (): LineFate => {
    if (!address.success) return 'address-wrong';
    if (name.length > 200) return 'name-wrong';
    if (!language) return 'language-unknown';
    if (!role) return 'role-unknown';
    if (typeof scope === 'string') return scope;
    const refusal = whyNotGiven(given.sender, { role, scope }, given.places);
    return refusal === 'scope-unknown' ? 'group-unknown' : (refusal ?? 'invited');
  };
  return { ...read, fate: fate() };
}

function sent({ line, email, name, role, scope, fate }: ReadLine, other?: LineFate): ImportLine {
  const unread: readonly LineFate[] = ['role-unknown', 'region-unknown', 'group-unknown'];
  const clear = !unread.includes(fate);
  return {
    line,
    email,
    name,
    role: clear ? role : null,
    scope: clear ? scope : null,
    fate: other ?? fate,
  };
}

const country: Scope = { type: 'country', id: null };

const languageWords: Readonly<Record<Language, readonly string[]>> = {
  fi: ['fi', 'fin', 'suomi', 'finska', 'finnish'],
  sv: ['sv', 'swe', 'ruotsi', 'svenska', 'swedish'],
  en: ['en', 'eng', 'englanti', 'engelska', 'english'],
};

function languageOf(cell: string | undefined, otherwise: Language): Language | undefined {
  if (!cell) return otherwise;
  return languages.find((language) => languageWords[language].includes(folded(cell)));
}

function roleOf(cell: string | undefined): Role | undefined {
  if (!cell) return 'counsellor';
  const word = folded(cell);
  return allRoles.find((role) => folded(role) === word || isNamed(roleNames[role], word));
}

/** Where the role of a line is held: its group, else its region, else the country. */
function scopeOf(
  { region, group }: TableLine['cells'],
  { regions, groups }: KnownPlaces,
): Scope | 'region-unknown' | 'group-unknown' {
  if (group) {
    const word = folded(group);
    const found = [...groups].find(([id, { name }]) => folded(id) === word || isNamed(name, word));
    return found ? { type: 'group', id: found[0] } : 'group-unknown';
  }
  if (!region) return country;
  // Spreadsheets take a code for a number: 01 becomes 1.
  const word = folded(region).replace(/^\d$/, '0$&');
  const found = [...regions].find(([code, name]) => code === word || isNamed(name, word));
  return found ? { type: 'region', id: found[0] } : 'region-unknown';
}

const isNamed = (name: Localised, word: string) =>
  languages.some((language) => folded(name[language]) === word);
