import type { Routes } from '@angular/router';
import { needsPermission } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { assessmentTexts } from './texts';

/** The pages of this slice. */
export const assessmentRoutes: Routes = pagesWithTexts(assessmentTexts, [
  {
    path: 'assessment',
    title: 'title',
    loadComponent: () => import('./start/start.page').then((page) => page.StartPage),
  },
  {
    path: 'assessment/:id',
    title: 'answering.title',
    canActivate: [needsPermission('assessment.own')],
    loadComponent: () => import('./answering/answering.page').then((page) => page.AnsweringPage),
  },
  {
    path: 'assessment/:id/report',
    title: 'report.title',
    canActivate: [needsPermission('assessment.own')],
    loadComponent: () => import('./report/report.page').then((page) => page.ReportPage),
  },
]);
