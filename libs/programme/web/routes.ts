import type { Routes } from '@angular/router';
import { pagesWithTexts } from '@luotsi/platform/web';
import { MarkQueue } from './progress/mark-queue';
import { Progress } from './progress/progress.store';
import { straightToTheOnlyOne } from './programmes/straight-to-the-only-one';
import { programmeTexts } from './texts';

/** The pages of this slice. One's own progress is shared by them. */
export const programmeRoutes: Routes = [
  {
    path: '',
    providers: [MarkQueue, Progress],
    children: pagesWithTexts(programmeTexts, [
      {
        path: 'programmes',
        title: 'programmes.title',
        canActivate: [straightToTheOnlyOne],
        loadComponent: () =>
          import('./programmes/programmes.page').then((page) => page.ProgrammesPage),
      },
      {
        path: 'programmes/:programmeId',
        title: 'programmes.title',
        loadComponent: () =>
          import('./programme/programme.page').then((page) => page.ProgrammePage),
      },
      {
        path: 'programmes/:programmeId/modules/:moduleId',
        title: 'programmes.title',
        loadComponent: () => import('./module/module.page').then((page) => page.ModulePage),
      },
      {
        path: 'programmes/:programmeId/units/:unitId',
        title: 'programmes.title',
        loadComponent: () => import('./unit/unit.page').then((page) => page.UnitPage),
      },
    ]),
  },
];
