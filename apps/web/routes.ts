import type { Provider } from '@angular/core';
import type { Route, Routes } from '@angular/router';
import { identityRoutes } from '@luotsi/identity/web';
import { pagesWithTexts, platformTexts } from '@luotsi/platform/web';
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

/** A slice's pages with what other slices put into their slots. */
function plugged(children: Routes, providers: Provider[]): Routes {
  return [{ path: '', providers, children }];
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
  slice(['regions', 'groups'], () =>
    import('@luotsi/network/web').then(({ networkRoutes, PLANS_OF_GROUP, SESSIONS_OF_PLACE }) =>
      plugged(networkRoutes, [
        {
          provide: SESSIONS_OF_PLACE,
          useValue: () => import('@luotsi/calendar/web').then((door) => door.SessionList),
        },
        {
          provide: PLANS_OF_GROUP,
          useValue: () => import('@luotsi/planning/web').then((door) => door.PlansOfGroup),
        },
      ]),
    ),
  ),
  slice(['frameworks'], () => import('@luotsi/framework/web').then((door) => door.frameworkRoutes)),
  slice(['calendar', 'sessions', 'my'], () =>
    import('@luotsi/calendar/web').then(({ calendarRoutes, PLANNED_ITEMS }) =>
      plugged(calendarRoutes, [
        {
          provide: PLANNED_ITEMS,
          useValue: () => import('@luotsi/planning/web').then((door) => door.PlannedItemsOfMonth),
        },
      ]),
    ),
  ),
  slice(['programmes'], () => import('@luotsi/programme/web').then((door) => door.programmeRoutes)),
  slice(['assessment'], () =>
    import('@luotsi/assessment/web').then((door) => door.assessmentRoutes),
  ),
  slice(['plans'], () => import('@luotsi/planning/web').then((door) => door.planningRoutes)),
  ...pagesWithTexts(platformTexts, [
    {
      path: 'page-fault',
      loadComponent: () => import('./pages/page-fault.page').then((page) => page.PageFaultPage),
    },
    {
      path: '**',
      loadComponent: () => import('./pages/not-found.page').then((page) => page.NotFoundPage),
    },
  ]),
];
