import type { identityContract, PersonInList } from '@luotsi/identity/model';
import { ProblemException } from '@luotsi/platform/api';
import type { Language, Received } from '@luotsi/platform/model';
import * as z from 'zod';
import { NOT_ENDED, type Parameters } from './people-sql';

type Query = Received<typeof identityContract.listPeople>['query'];

/** The conditions of what a list is narrowed to. */
export function filters(
  query: Query,
  parameters: Parameters,
  language: Language,
): (string | null)[] {
  const { q = '', role, scope, region, awaiting, expired, cursor } = query;
  const words = searchWords(q);
  const held = [
    role && `g.role = ${parameters.add(role)}`,
    scope && inScope(scope, parameters),
    expired && 'g.valid_to <= now()',
  ].filter(Boolean);
  return [
    words === '' ? null : `p.search @@ ${parameters.add(words)}::tsquery`,
    region ? `a.region_code = ${parameters.add(region)}` : null,
    awaiting ? AWAITING : null,
    held.length > 0
      ? `EXISTS (SELECT FROM identity.role_grant g WHERE g.person_id = p.id
           AND ${[...held, ...(expired ? [] : [NOT_ENDED])].join(' AND ')})`
      : null,
    cursor ? after(cursor, parameters, language) : null,
  ];
}

/** Said and not confirmed; the words of the index. */
const AWAITING = `(a.region_code IS NOT NULL AND a.region_confirmed_at IS NULL
  OR a.organisation_id IS NOT NULL AND a.organisation_confirmed_at IS NULL
  OR a.organisation_named IS NOT NULL)`;

function inScope(scope: string, parameters: Parameters): string {
  const [type, id] = scope.split(':');
  const ofType = `g.scope_type = ${parameters.add(type)}`;
  return id ? `${ofType} AND g.scope_id = ${parameters.add(id)}` : ofType;
}

/** The words one searches with as PostgreSQL's tsquery, each the beginning of a word. */
function searchWords(q: string): string {
  const words = q
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[\s,]+/);
  return words
    .filter((word) => word !== '')
    .map((word) => `'${word.replace(/['\\]/g, '$&$&')}':*`)
    .join(' & ');
}

const cursorParts = z.tuple([z.string(), z.uuid()]);

/** Where the next page begins. */
export function writeCursor({ name, id }: PersonInList): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url');
}

/** @throws ProblemException `cursor-wrong` */
function after(cursor: string, parameters: Parameters, language: Language): string {
  const [name, id] = readCursor(cursor);
  const collation = `COLLATE "${language}-x-icu"`;
  return `(p.name ${collation}, p.id) > (${parameters.add(name)}::text ${collation}, ${parameters.add(id)}::uuid)`;
}

function readCursor(cursor: string): [string, string] {
  try {
    return cursorParts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new ProblemException('cursor-wrong');
  }
}
