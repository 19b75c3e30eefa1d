import type { OperationDefinition } from '@luotsi/platform/model';

/** Tells which methods an address knows; none where there is nothing at it at all. */
export type AllowedMethods = (path: string) => readonly string[];

const order = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * What to say in `Allow` when an address is asked in a way that it doesn't know
 * (RFC 9110 §15.5.6). Whatever can be read can be asked for its headers, too.
 */
export function allowedMethods(
  operations: readonly Pick<OperationDefinition, 'method' | 'path'>[],
): AllowedMethods {
  const known = operations.map(({ method, path }) => ({
    address: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    methods: method === 'GET' ? ['GET', 'HEAD'] : [method],
  }));
  return (path) => {
    const here = known.filter(({ address }) => address.test(path));
    return order.filter((method) => here.some(({ methods }) => methods.includes(method)));
  };
}
