import { Language, pagesWithTexts } from '@luotsi/platform/web';
import { inject } from '@angular/core';
import { enrolmentTexts } from './enrolment/texts';
import { calendarTexts } from './texts';

/** The words of one's own enrolment, there before a page that speaks of it. */
const enrolmentWords = () =>
  inject(Language)
    .load(enrolmentTexts)
    .then(() => true);

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
    resolve: { enrolment: enrolmentWords },
    loadComponent: () => import('./session/session.page').then((page) => page.SessionPage),
  },
  {
    path: 'my',
    title: 'my.title',
    resolve: { enrolment: enrolmentWords },
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
