import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Routes } from '@angular/router';
import { Connection, pagesWithTexts } from '@luotsi/platform/web';
import { CurrentPerson } from './current-person';
import { RETURN, safeReturn } from './sign-in-address';
import { identityTexts } from './texts';

/** Whoever is signed in already goes straight on; not those whose sign-in has ended meanwhile. */
const onlyVisitors: CanActivateFn = async (route) => {
  const current = inject(CurrentPerson);
  const connection = inject(Connection);
  const router = inject(Router);
  return (await current.settled()) && !connection.signInNeeded()
    ? router.parseUrl(safeReturn(route.queryParamMap.get(RETURN)))
    : true;
};

/** The pages of this slice. */
export const identityRoutes: Routes = pagesWithTexts(identityTexts, [
  {
    path: 'sign-in',
    title: 'signIn.title',
    canActivate: [onlyVisitors],
    loadComponent: () => import('./sign-in/sign-in.page').then((page) => page.SignInPage),
  },
  {
    path: 'not-allowed',
    title: 'notAllowed.title',
    loadComponent: () =>
      import('./not-allowed/not-allowed.page').then((page) => page.NotAllowedPage),
  },
]);
