import { listOf, operation } from '@luotsi/platform/model';
import { enrolmentItem } from '../enrolment-item';

/** `GET /api/me/enrolments`: upcoming sessions first, in order of start; then past ones, latest first. */
export const listOwnEnrolments = operation({
  id: 'listOwnEnrolments',
  method: 'GET',
  path: '/api/me/enrolments',
  summary: 'One’s own enrolments: the current one of each session',
  permission: 'enrolment.own',
  responses: { 200: listOf(enrolmentItem) },
});
