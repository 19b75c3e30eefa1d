import { needsPermission } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { participantTexts } from './texts';

/** The list of a session's enrolled. */
export const participantRoutes = pagesWithTexts(participantTexts, [
  {
    path: 'organise/sessions/:id/participants',
    title: 'title',
    canActivate: [needsPermission('session.organise')],
    loadComponent: () => import('./participants.page').then((page) => page.ParticipantsPage),
  },
]);
