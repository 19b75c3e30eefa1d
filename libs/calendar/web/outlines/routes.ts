import { needsPermission } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { keepUnsaved } from './edit/keep-unsaved';
import { outlineTexts } from './texts';

const reads = [needsPermission('session.organise')];
const writes = [needsPermission('outline.write')];
const editor = () => import('./edit/outline-edit.page').then((page) => page.OutlineEditPage);

/** Programme outlines, for those who organise. */
export const outlineRoutes = pagesWithTexts(outlineTexts, [
  {
    path: 'outlines',
    title: 'list.title',
    canActivate: reads,
    loadComponent: () => import('./list/outlines.page').then((page) => page.OutlinesPage),
  },
  {
    path: 'outlines/new',
    title: 'edit.title',
    canActivate: writes,
    canDeactivate: [keepUnsaved],
    loadComponent: editor,
  },
  {
    path: 'outlines/:id',
    title: 'page.title',
    canActivate: reads,
    loadComponent: () => import('./page/outline.page').then((page) => page.OutlinePage),
  },
  {
    path: 'organise/sessions/:id/outline',
    title: 'since.title',
    canActivate: reads,
    loadComponent: () =>
      import('./since/session-outline.page').then((page) => page.SessionOutlinePage),
  },
  {
    path: 'outlines/:id/edit',
    title: 'edit.title',
    canActivate: writes,
    canDeactivate: [keepUnsaved],
    loadComponent: editor,
  },
]);
