import { needsPermission } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { calendarTexts } from '../texts';
import { editorTexts } from './texts';

/** A page with something on it that may not have been sent. */
interface Leavable {
  mayLeave(): Promise<boolean> | boolean;
}

const mayLeave = (page: Leavable) => page.mayLeave();

/** Writing sessions. The calendar's own texts are those of the preview. */
export const editorRoutes = pagesWithTexts(calendarTexts, [
  {
    path: '',
    children: pagesWithTexts(editorTexts, [
      {
        path: 'organise/sessions/new',
        title: 'new.title',
        canActivate: [needsPermission('session.create')],
        canDeactivate: [mayLeave],
        loadComponent: () => import('./new-session.page').then((page) => page.NewSessionPage),
      },
      {
        path: 'organise/sessions/:id',
        title: 'edit.title',
        canActivate: [needsPermission('session.organise')],
        canDeactivate: [mayLeave],
        loadComponent: () => import('./editor.page').then((page) => page.EditorPage),
      },
    ]),
  },
]);
