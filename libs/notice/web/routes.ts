import { needsSignIn } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { noticeTexts } from './texts';

/** The pages of notices: what one has been told, how one wants to be told, the way out of mail. */
export const noticeRoutes = pagesWithTexts(noticeTexts, [
  {
    path: 'notices',
    title: 'list.title',
    canActivate: [needsSignIn],
    loadComponent: () => import('./list/notices.page').then((page) => page.NoticesPage),
  },
  {
    path: 'account/notices',
    title: 'settings.title',
    canActivate: [needsSignIn],
    loadComponent: () => import('./settings/settings.page').then((page) => page.SettingsPage),
  },
  {
    path: 'unsubscribe',
    title: 'optOut.title',
    loadComponent: () => import('./opt-out/opt-out.page').then((page) => page.OptOutPage),
  },
]);
