import { needsPermission } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { deskTexts } from './texts';

/** The desk of those who organise or coach. */
export const deskRoutes = pagesWithTexts(deskTexts, [
  {
    path: 'organise',
    title: 'title',
    canActivate: [needsPermission('session.organise')],
    loadComponent: () => import('./desk.page').then((page) => page.DeskPage),
  },
]);
