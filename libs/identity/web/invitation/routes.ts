import type { Routes } from '@angular/router';
import { pagesWithTexts } from '@luotsi/platform/web';
import { invitationTexts } from './texts';

/** Where the link of an invitation leads. */
export const invitationRoutes: Routes = pagesWithTexts(invitationTexts, [
  {
    path: 'invitation',
    title: 'title',
    loadComponent: () => import('./invitation.page').then((page) => page.InvitationPage),
  },
]);
