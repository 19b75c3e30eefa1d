import { pagesWithTexts } from '@luotsi/platform/web';
import { calendarTexts } from './texts';

/** The calendar's pages: the agenda, a session, one's own enrolments. */
export const calendarRoutes = pagesWithTexts(calendarTexts, [
  {
    path: 'calendar',
    title: 'agenda.title',
    loadComponent: () => import('./agenda/agenda.page').then((page) => page.AgendaPage),
  },
  {
    path: 'sessions/:id',
    title: 'session.title',
    loadComponent: () => import('./session/session.page').then((page) => page.SessionPage),
  },
  {
    path: 'my',
    title: 'my.title',
    loadComponent: () => import('./my/my.page').then((page) => page.MyPage),
  },
]);
