import { idParams, listOf, operation } from '@luotsi/platform/model';
import { afterSession, feedbackAnswer, feedbackFigures, feedbackRequest } from '../feedback';

/** `POST /api/sessions/{id}/feedback`: once a person; nothing tells afterwards which answer was whose. */
export const giveFeedback = operation({
  id: 'giveFeedback',
  method: 'POST',
  path: '/api/sessions/{id}/feedback',
  summary: 'Answers how a session was, without one’s name',
  permission: 'enrolment.own',
  params: idParams,
  body: feedbackAnswer,
  responses: { 204: null },
  problems: ['feedback-not-yet', 'feedback-not-yours', 'feedback-given', 'feedback-closed'],
});

/** `GET /api/sessions/{id}/feedback`: figures from five answers up, five at a time. */
export const getFeedback = operation({
  id: 'getFeedback',
  method: 'GET',
  path: '/api/sessions/{id}/feedback',
  summary: 'What was answered of a session, as figures, from five answers up',
  permission: 'session.organise',
  params: idParams,
  responses: { 200: feedbackFigures },
  problems: ['organiser-not-yours'],
});

/** `GET /api/sessions/{id}/afterwards`: one's own certificate, and whether one is asked how it was. */
export const getAfterSession = operation({
  id: 'getAfterSession',
  method: 'GET',
  path: '/api/sessions/{id}/afterwards',
  summary: 'What a session has left one with: a certificate, a request for feedback',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 200: afterSession },
});

/** `GET /api/me/feedback`: what one is asked about and hasn't answered, the first to close first. */
export const listFeedbackRequests = operation({
  id: 'listFeedbackRequests',
  method: 'GET',
  path: '/api/me/feedback',
  summary: 'The sessions on which one’s feedback is asked for',
  permission: 'enrolment.own',
  responses: { 200: listOf(feedbackRequest) },
});
