import type { Routes } from '@angular/router';
import { pagesWithTexts } from '@luotsi/platform/web';
import { frameworkTexts } from './texts';

/** The pages of this slice. */
export const frameworkRoutes: Routes = [
  { path: 'frameworks', pathMatch: 'full', redirectTo: 'frameworks/nice' },
  ...pagesWithTexts(frameworkTexts, [
    {
      path: 'frameworks/:id',
      title: 'title',
      loadComponent: () => import('./framework/framework.page').then((page) => page.FrameworkPage),
    },
  ]),
];
