/**
 * The address that was typed on the page before, which hands it on in the browser's history
 * (`Location.getState()`): it never stands in an address.
 */
export function typedBefore(state: unknown): string {
  const { email } = (state ?? {}) as { readonly email?: unknown };
  return typeof email === 'string' ? email : '';
}
