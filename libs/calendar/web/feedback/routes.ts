import { needsPermission } from '@luotsi/identity/web';
import { pagesWithTexts } from '@luotsi/platform/web';
import { feedbackTexts } from './texts';

/** What came in, for the organiser. */
export const feedbackRoutes = pagesWithTexts(feedbackTexts, [
  {
    path: 'organise/sessions/:id/feedback',
    title: 'results.title',
    canActivate: [needsPermission('session.organise')],
    loadComponent: () => import('./results/results.page').then((page) => page.ResultsPage),
  },
]);

/** Answering, at `sessions/:id/feedback`. */
export const giveFeedbackRoutes = pagesWithTexts(feedbackTexts, [
  {
    path: '',
    title: 'give.title',
    canActivate: [needsPermission('enrolment.own')],
    loadComponent: () => import('./give/give-feedback.page').then((page) => page.GiveFeedbackPage),
  },
]);
