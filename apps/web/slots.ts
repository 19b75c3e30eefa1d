import type { Routes } from '@angular/router';

/**
 * Where a slice's page shows something of a slice further down, the page has a slot and the app
 * plugs it in, at the pages' own routes: what fills a slot is fetched only with the page.
 */

/** Network's pages, with the sessions and plans of a region or group. */
export async function networkPages(): Promise<Routes> {
  const { networkRoutes, PLANS_OF_GROUP, SESSIONS_OF_PLACE } = await import('@luotsi/network/web');
  const sessions = () => import('@luotsi/calendar/web').then((door) => door.SessionList);
  const plans = () => import('@luotsi/planning/web').then((door) => door.PlansOfGroup);
  const providers = [
    { provide: SESSIONS_OF_PLACE, useValue: sessions },
    { provide: PLANS_OF_GROUP, useValue: plans },
  ];
  return [{ path: '', providers, children: networkRoutes }];
}

/** The calendar's pages, with what is planned for the months of the agenda. */
export async function calendarPages(): Promise<Routes> {
  const { calendarRoutes, PLANNED_ITEMS } = await import('@luotsi/calendar/web/pages');
  const planned = () => import('@luotsi/planning/web').then((door) => door.PlannedItemsOfMonth);
  const providers = [{ provide: PLANNED_ITEMS, useValue: planned }];
  return [{ path: '', providers, children: calendarRoutes }];
}
