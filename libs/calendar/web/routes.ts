import { pagesWithTexts, textsOf } from '@luotsi/platform/web';
import { attendanceTexts } from './attendance/texts';
import { enrolmentTexts } from './enrolment/texts';
import { interestTexts } from './interest/texts';
import { feedbackTexts } from './feedback/texts';
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
    resolve: { areas: textsOf(enrolmentTexts, interestTexts, attendanceTexts, feedbackTexts) },
    loadComponent: () => import('./session/session.page').then((page) => page.SessionPage),
  },
  {
    path: 'my',
    title: 'my.title',
    resolve: { areas: textsOf(enrolmentTexts, interestTexts, feedbackTexts) },
    loadComponent: () => import('./my/my.page').then((page) => page.MyPage),
  },
  // A chunk of its own: whoever reads the calendar doesn't carry it along.
  ...['sessions/:id/attend', 'attend'].map((path) => ({
    path,
    loadChildren: () => import('./attendance/routes').then((its) => its.attendRoutes),
  })),
  {
    path: 'sessions/:id/feedback',
    loadChildren: () => import('./feedback/routes').then((its) => its.giveFeedbackRoutes),
  },
]);
