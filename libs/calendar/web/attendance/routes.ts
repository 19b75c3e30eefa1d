import { needsPermission } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { attendanceTexts } from './texts';

/** Taking attendance: the list, and the code for the screen in the room. */
export const attendanceRoutes = pagesWithTexts(attendanceTexts, [
  {
    path: 'organise/sessions/:id/attendance',
    title: 'list.title',
    canActivate: [needsPermission('session.organise')],
    loadComponent: () => import('./attendance.page').then((page) => page.AttendancePage),
  },
  {
    path: 'organise/sessions/:id/code',
    title: 'code.title',
    canActivate: [needsPermission('session.organise')],
    loadComponent: () => import('./code.page').then((page) => page.CodePage),
  },
]);

/** Entering the code: at the address of a session, or at the short one that the screen shows. */
export const attendRoutes = pagesWithTexts(attendanceTexts, [
  {
    path: '',
    title: 'attend.title',
    canActivate: [needsPermission('enrolment.own')],
    loadComponent: () => import('./attend.page').then((page) => page.AttendPage),
  },
]);
