import { pagesWithTexts } from '@luotsi/platform/web';
import type { Routes } from '@angular/router';
import { needsSignIn } from '../guards';
import { privacyTexts } from './texts';

/** The page of one's own data. */
export const ownPrivacyRoutes: Routes = pagesWithTexts(privacyTexts, [
  {
    path: 'account/privacy',
    title: 'title',
    canActivate: [needsSignIn],
    loadComponent: () => import('./privacy.page').then((page) => page.OwnPrivacyPage),
  },
]);
