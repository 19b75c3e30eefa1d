import { pagesWithTexts, textsOf } from '@luotsi/platform/web';
import type { Routes } from '@angular/router';
import { onlyVisitors } from '../guards';
import { providerTexts } from '../providers/texts';
import { strongTexts } from '../strong/texts';
import { identityTexts } from '../texts';

/** Signing in, and what is said to whom a page is not for. */
export const signInRoutes: Routes = pagesWithTexts(identityTexts, [
  {
    path: 'sign-in',
    title: 'signIn.title',
    canActivate: [onlyVisitors],
    resolve: { areas: textsOf(strongTexts, providerTexts) },
    loadComponent: () => import('./sign-in.page').then((page) => page.SignInPage),
  },
  {
    path: 'not-allowed',
    title: 'notAllowed.title',
    loadComponent: () =>
      import('../not-allowed/not-allowed.page').then((page) => page.NotAllowedPage),
  },
]);
