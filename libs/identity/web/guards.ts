import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import type { Permission } from '@luotsi/identity/model';
import { Connection } from '@luotsi/platform/web';
import { CurrentPerson } from './current-person';
import { RETURN, safeReturn, secondStepAddress, signInAddress } from './sign-in-address';

/** A page for those who are signed in: a visitor signs in first and then comes back to it. */
export const needsSignIn: CanActivateFn = async (_route, { url }) => {
  const current = inject(CurrentPerson);
  const router = inject(Router);
  return (await current.settled()) === null ? router.parseUrl(signInAddress(url)) : true;
};

/**
 * A page for those who hold a permission: a visitor signs in first, who has signed in with a password
 * alone takes the second step, others read why it is not for them. `canActivate: [needsPermission('plan.write')]`
 */
export function needsPermission(permission: Permission): CanActivateFn {
  return async (_route, { url }) => {
    const current = inject(CurrentPerson);
    const router = inject(Router);
    const person = await current.settled();
    if (person === undefined || current.may(permission)) return true;
    if (person === null) return router.parseUrl(signInAddress(url));
    if (current.needsSecondStepFor(permission)) return router.parseUrl(secondStepAddress(url));
    return new RedirectCommand(router.parseUrl('/not-allowed'), { skipLocationChange: true });
  };
}

/** Whoever is signed in already goes straight on; not those whose sign-in has ended meanwhile. */
export const onlyVisitors: CanActivateFn = async (route) => {
  const current = inject(CurrentPerson);
  const connection = inject(Connection);
  const router = inject(Router);
  return (await current.settled()) && !connection.signInNeeded()
    ? router.parseUrl(safeReturn(route.queryParamMap.get(RETURN)))
    : true;
};
