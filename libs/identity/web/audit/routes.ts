import { pagesWithTexts } from '@luotsi/platform/web';
import type { Routes } from '@angular/router';
import { needsPermission } from '../guards';
import { auditTexts } from './texts';

/** The audit log's page. */
export const auditRoutes: Routes = pagesWithTexts(auditTexts, [
  {
    path: 'audit',
    title: 'title',
    canActivate: [needsPermission('audit.read')],
    loadComponent: () => import('./audit.page').then((page) => page.AuditPage),
  },
]);
