import { needsPermission } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { seriesTexts } from './texts';

/** Series of sessions: making one, and the others of a session's series. */
export const seriesRoutes = pagesWithTexts(seriesTexts, [
  {
    path: 'organise/series/new',
    title: 'new.title',
    canActivate: [needsPermission('session.create')],
    loadComponent: () => import('./new-series.page').then((page) => page.NewSeriesPage),
  },
  {
    path: 'organise/sessions/:id/series',
    title: 'of.title',
    canActivate: [needsPermission('session.organise')],
    loadComponent: () => import('./session-series.page').then((page) => page.SessionSeriesPage),
  },
]);
