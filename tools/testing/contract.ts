import { platformProblems, type OperationDefinition } from '@luotsi/platform/model';
import type * as z from 'zod';
import { slices } from '../../apps/api/slices';

/** What came back, as far as the contract speaks of it. */
interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const operations = slices
  .flatMap((slice) => slice.operations)
  // A path without parameters is more exact: `/api/plans/published/{year}` before `/api/plans/{id}`.
  .sort((one, other) => one.path.split('{').length - other.path.split('{').length)
  .map((operation) => ({ operation, pattern: patternOf(operation.path) }));

/** Problems that any operation may end in, by what was sent rather than by what it does. */
const anywhere: readonly string[] = Object.keys(platformProblems);

/**
 * Holds an answer of the API against the contract: its status is one that the operation names, its
 * body has the shape that goes with it and no other members, its problem is one of the operation's.
 * @throws Error saying what the contract does not know
 */
export function holdAgainstContract(method: string, address: string, answered: Answered): void {
  const path = address.split('?', 1)[0] ?? '';
  const found = operations.find(
    ({ operation, pattern }) => operation.method === method && pattern.test(path),
  );
  if (!found) return;
  const { operation } = found;
  const fault = whatDiffers(operation, answered);
  if (fault) {
    throw new Error(`${method} ${operation.path} answers ${String(answered.status)}: ${fault}`);
  }
}

function whatDiffers(
  operation: OperationDefinition,
  { status, headers, body }: Answered,
): string | null {
  if (status >= 400) {
    if (status === 429 && !(Number(headers['retry-after']) > 0)) return 'without Retry-After';
    const type = (body as { type?: string } | null)?.type ?? 'no problem';
    const name = type.replace('urn:luotsi:problem:', '');
    const known = [...anywhere, ...(operation.problems ?? [])].includes(name);
    return known ? null : `its contract does not name ${type}`;
  }
  const schema = operation.responses[status];
  if (schema === undefined) return 'its contract does not name this status';
  if (schema === null) return body === '' ? null : 'a body where there is none';
  if ('mediaType' in schema) return null;
  const read = (schema as z.ZodType).safeParse(body);
  if (!read.success)
    return read.error.issues.map((it) => `${it.path.join('/')} ${it.message}`).join();
  const more = membersBeyond(body, read.data);
  return more.length > 0 ? `members that its contract does not name: ${more.join(', ')}` : null;
}

/** Paths of members that are in `sent` but not in what the schema read of it. */
function membersBeyond(sent: unknown, read: unknown, path = ''): string[] {
  if (typeof sent !== 'object' || sent === null) return [];
  const known = (read ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(sent).flatMap(([key, value]) =>
    key in known ? membersBeyond(value, known[key], `${path}/${key}`) : [`${path}/${key}`],
  );
}

function patternOf(path: string): RegExp {
  const literal = path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${literal}$`);
}
