import { pagesWithTexts } from '@luotsi/platform/web';
import { keepUnsaved } from './desk/keep-unsaved';
import { planningTexts } from './texts';

/** Planning's pages: the plans of a year, and the desk where one is written and reviewed. */
export const planningRoutes = pagesWithTexts(planningTexts, [
  {
    path: 'plans',
    title: 'years.title',
    loadComponent: () => import('./year/plan-year.page').then((page) => page.PlanYearPage),
  },
  {
    path: 'plans/:year',
    title: 'years.title',
    loadComponent: () => import('./year/plan-year.page').then((page) => page.PlanYearPage),
  },
  {
    path: 'plans/:id/edit',
    title: 'desk.title',
    canDeactivate: [keepUnsaved],
    loadComponent: () => import('./desk/plan-desk.page').then((page) => page.PlanDeskPage),
  },
]);
