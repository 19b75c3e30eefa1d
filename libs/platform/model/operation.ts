import type * as z from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A response that is not JSON: its media type, for the OpenAPI document. */
export interface MediaResponse {
  readonly mediaType: string;
  readonly description: string;
}

/**
 * One operation of the API, written once in a slice's `model` and used three times: the controller
 * binds to it (validation, permission, OpenAPI), the web client calls it, forms validate with it.
 */
export interface OperationDefinition {
  /** OpenAPI `operationId`, unique in the whole API. */
  readonly id: string;
  readonly method: Method;
  /** OpenAPI path template: `/api/sessions/{id}`. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** The permission it needs; the table of permissions stands in `identity/model`. */
  readonly permission: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /**
   * The body is a form, and may come from any site: only for what is authorised by a secret in the
   * request itself, never by a cookie.
   */
  readonly form?: true;
  /** The body is a file, sent as it is (application/octet-stream), of at most so many bytes. */
  readonly file?: { readonly largest: number };
  /**
   * By status; `null` for an empty body. Of several successes the handler says which it is, since
   * the order of an object's number keys can't.
   */
  readonly responses: Readonly<Record<number, z.ZodType | MediaResponse | null>>;
  /** Names of the problems it may answer with, besides those every operation has. */
  readonly problems?: readonly string[];
}

/** Declares an operation, keeping its exact types. */
export function operation<const Definition extends OperationDefinition>(
  definition: Definition,
): Definition {
  return definition;
}

/** The operations among what a contract's module exports; the rest are schemas and constants. */
export function operationsOf(contract: Readonly<Record<string, unknown>>): OperationDefinition[] {
  return Object.values(contract).filter(isOperation);
}

function isOperation(value: unknown): value is OperationDefinition {
  return typeof value === 'object' && value !== null && 'path' in value && 'method' in value;
}

type InputPart<Definition, Part extends 'params' | 'query' | 'body', Side extends 'in' | 'out'> =
  Definition extends Readonly<Record<Part, infer Schema extends z.ZodType>>
    ? Readonly<Record<Part, Side extends 'in' ? z.input<Schema> : z.output<Schema>>>
    : unknown;

/** What a caller sends: path parameters, query and body, as far as the operation has them. */
export type Sent<Definition extends OperationDefinition> = (Definition extends {
  readonly file: object;
}
  ? { readonly file: Blob }
  : unknown) &
  InputPart<Definition, 'params', 'in'> &
  InputPart<Definition, 'query', 'in'> &
  InputPart<Definition, 'body', 'in'>;

/** What the handler receives, after validation. */
export type Received<Definition extends OperationDefinition> = InputPart<
  Definition,
  'params',
  'out'
> &
  InputPart<Definition, 'query', 'out'> &
  InputPart<Definition, 'body', 'out'>;

/** What a successful answer holds. */
export type Answer<Definition extends OperationDefinition> = {
  [Status in keyof Definition['responses']]: Definition['responses'][Status] extends z.ZodType
    ? z.output<Definition['responses'][Status]>
    : undefined;
}[keyof Definition['responses']];

/**
 * The address of an operation with its parameters filled in and encoded.
 * Query values that are undefined, null or '' are left out; arrays repeat the name.
 */
export function addressOf(
  definition: Pick<OperationDefinition, 'path'>,
  sent: {
    readonly params?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  } = {},
): string {
  const path = definition.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(sent.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sent.query ?? {})) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== undefined && single !== null && single !== '')
        query.append(name, String(single));
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
