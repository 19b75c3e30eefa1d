import { pagesWithTexts, textsOf } from '@luotsi/platform/web';
import type { Routes } from '@angular/router';
import { fieldTexts } from '../fields/texts';
import { needsSignIn } from '../guards';
import { ownPrivacyRoutes } from '../own-privacy/routes';
import { providerTexts } from '../providers/texts';
import { strongTexts } from '../strong/texts';
import { profileTexts } from './profile/texts';
import { accountTexts } from './texts';

/** The pages of one's own account. */
export const accountRoutes: Routes = [
  ...ownPrivacyRoutes,
  ...pagesWithTexts(accountTexts, [
    {
      path: 'account',
      title: 'title',
      canActivate: [needsSignIn],
      loadComponent: () => import('./account.page').then((page) => page.AccountPage),
    },
    {
      path: 'account/security',
      title: 'security.title',
      resolve: { areas: textsOf(fieldTexts, strongTexts, providerTexts) },
      canActivate: [needsSignIn],
      loadComponent: () => import('./security/security.page').then((page) => page.SecurityPage),
    },
  ]),
  ...pagesWithTexts(profileTexts, [
    {
      path: 'account/profile',
      title: 'title',
      canActivate: [needsSignIn],
      loadComponent: () => import('./profile/profile.page').then((page) => page.ProfilePage),
    },
  ]),
  ...pagesWithTexts(providerTexts, [
    {
      path: 'account/linking',
      title: 'linking.title',
      canActivate: [needsSignIn],
      loadComponent: () => import('../providers/linking.page').then((page) => page.LinkingPage),
    },
  ]),
];
