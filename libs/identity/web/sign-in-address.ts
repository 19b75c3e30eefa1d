import { safeReturn } from '@luotsi/identity/model';

export { safeReturn };

/** The parameter in which the sign-in page is told where to go on. */
export const RETURN = 'returnTo';

/** The address of the sign-in page that comes back to a page of ours. */
export function signInAddress(here: string): string {
  const back = safeReturn(here);
  return back === '/' ? '/sign-in' : `/sign-in?${RETURN}=${encodeURIComponent(back)}`;
}

/** Where one sets up or confirms the second step that a page of ours needs, and comes back from. */
export function secondStepAddress(here: string): string {
  return `/account/security?reason=second-step&${RETURN}=${encodeURIComponent(safeReturn(here))}`;
}
