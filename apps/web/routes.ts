import type { Route, Routes } from '@angular/router';
import { identityRoutes } from '@luotsi/identity/web';
import { pagesWithTexts, platformTexts } from '@luotsi/platform/web';
import { PageFaultPage } from './pages/page-fault.page';
import { calendarPages, networkPages } from './slots';

/**
 * A slice's pages, fetched when an address begins with one of its words; the slice's own routes carry
 * their whole paths, each page a chunk of its own.
 */
function slice(words: readonly string[], loadChildren: () => Promise<Routes>): Route {
  return {
    path: '',
    canMatch: [(_: Route, [first]: { path: string }[]) => words.includes(first?.path ?? '')],
    loadChildren,
  };
}

export const routes: Routes = [
  ...pagesWithTexts(platformTexts, [
    {
      path: '',
      pathMatch: 'full',
      loadComponent: () => import('./pages/front.page').then((page) => page.FrontPage),
    },
  ]),
  // The frame asks who is signed in, so this door is open already; its pages are fetched like others.
  ...identityRoutes,
  slice(['notices', 'account', 'unsubscribe'], () =>
    import('@luotsi/notice/web').then((door) => door.noticeRoutes),
  ),
  slice(['regions', 'groups'], networkPages),
  slice(['frameworks'], () => import('@luotsi/framework/web').then((door) => door.frameworkRoutes)),
  slice(['credentials', 'verify'], () =>
    import('@luotsi/credential/web').then((door) => door.credentialRoutes),
  ),
  slice(['calendar', 'sessions', 'my', 'attend'], calendarPages),
  slice(['organise', 'outlines'], () =>
    import('@luotsi/calendar/web/pages').then((door) => door.organisePages()),
  ),
  slice(['programmes'], () => import('@luotsi/programme/web').then((door) => door.programmeRoutes)),
  slice(['assessment'], () =>
    import('@luotsi/assessment/web').then((door) => door.assessmentRoutes),
  ),
  slice(['plans'], () => import('@luotsi/planning/web').then((door) => door.planningRoutes)),
  ...pagesWithTexts(platformTexts, [
    // Here from the start: it is shown when pages can't be fetched.
    { path: 'page-fault', component: PageFaultPage },
    {
      path: '**',
      loadComponent: () => import('./pages/not-found.page').then((page) => page.NotFoundPage),
    },
  ]),
];
