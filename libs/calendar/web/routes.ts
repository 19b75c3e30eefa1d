import { Language, pagesWithTexts } from '@luotsi/platform/web';
import { inject } from '@angular/core';
import { enrolmentTexts } from './enrolment/texts';
import { feedbackTexts } from './feedback/texts';
import { calendarTexts } from './texts';

/** The words of one's own enrolment and of what comes after it, there before a page speaks of them. */
const ownWords = () => {
  const language = inject(Language);
  return Promise.all([language.load(enrolmentTexts), language.load(feedbackTexts)]).then(
    () => true,
  );
};

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
    resolve: { own: ownWords },
    loadComponent: () => import('./session/session.page').then((page) => page.SessionPage),
  },
  {
    path: 'my',
    title: 'my.title',
    resolve: { own: ownWords },
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
