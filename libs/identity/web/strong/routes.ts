import { pagesWithTexts } from '@luotsi/platform/web';
import type { Routes } from '@angular/router';
import { strongTexts } from './texts';

/** The second step of signing in. */
export const strongRoutes: Routes = pagesWithTexts(strongTexts, [
  {
    path: 'sign-in/second-step',
    title: 'take.title',
    loadComponent: () => import('./take-second-step.page').then((page) => page.TakeSecondStepPage),
  },
]);
