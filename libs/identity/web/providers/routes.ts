import { pagesWithTexts } from '@luotsi/platform/web';
import type { Routes } from '@angular/router';
import { providerTexts } from './texts';

/** Pages that signing in at another service leads to. */
export const providerRoutes: Routes = pagesWithTexts(providerTexts, [
  {
    path: 'sign-in/problem',
    title: 'problem.title',
    loadComponent: () => import('./problem.page').then((page) => page.ProviderProblemPage),
  },
  {
    path: 'sign-in/link',
    title: 'link.title',
    loadComponent: () => import('./link.page').then((page) => page.LinkPage),
  },
]);
