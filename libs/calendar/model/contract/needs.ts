import { idParams, operation } from '@luotsi/platform/model';
import { enrolmentNeeds } from '../needs';

/** `PUT /api/sessions/{id}/enrolment/needs`: one's own; both empty: nothing is kept. */
export const putNeeds = operation({
  id: 'putNeeds',
  method: 'PUT',
  path: '/api/sessions/{id}/enrolment/needs',
  summary: 'Keeps one’s diet and access needs for a session’s organiser',
  permission: 'enrolment.own',
  params: idParams,
  body: enrolmentNeeds,
  responses: { 200: enrolmentNeeds },
  problems: ['not-enrolled', 'needs-not-asked', 'session-past'],
});
