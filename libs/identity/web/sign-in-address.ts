import { safeReturn } from '@luotsi/identity/model';

export { safeReturn };

/** The parameter in which the sign-in page is told where to go on. */
export const RETURN = 'returnTo';

/** The address of the sign-in page that comes back to a page of ours. */
export function signInAddress(here: string): string {
  const back = safeReturn(here);
  return back === '/' ? '/sign-in' : `/sign-in?${RETURN}=${encodeURIComponent(back)}`;
}
