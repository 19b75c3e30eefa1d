import { pagesWithTexts } from '@luotsi/platform/web';
import type { Routes } from '@angular/router';
import { needsPermission } from '../guards';
import { statementTexts } from './texts';

/** What the law wants every visitor to be able to read, and where feedback on it is answered. */
export const statementRoutes: Routes = pagesWithTexts(statementTexts, [
  {
    path: 'privacy',
    title: 'privacy.title',
    loadComponent: () => import('./privacy.page').then((page) => page.PrivacyPage),
  },
  {
    path: 'accessibility',
    title: 'accessibility.title',
    loadComponent: () => import('./accessibility.page').then((page) => page.AccessibilityPage),
  },
  {
    path: 'accessibility/feedback',
    title: 'feedback.title',
    canActivate: [needsPermission('feedback.answer')],
    loadComponent: () => import('./feedback.page').then((page) => page.FeedbackPage),
  },
]);
