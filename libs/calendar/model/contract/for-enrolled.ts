import { id, idParams, operation } from '@luotsi/platform/model';
import { forEnrolled } from '../for-enrolled';

/** `GET /api/sessions/{id}/for-enrolled`: for those who have a seat. */
export const getForEnrolled = operation({
  id: 'getForEnrolled',
  method: 'GET',
  path: '/api/sessions/{id}/for-enrolled',
  summary: 'Online rooms and materials of a session that one has a seat in',
  permission: 'enrolment.own',
  params: idParams,
  responses: { 200: forEnrolled },
  problems: ['not-enrolled'],
});

/** `GET /api/sessions/{id}/materials/{material}`: a file, to be kept; never shown as a page. */
export const getMaterialFile = operation({
  id: 'getMaterialFile',
  method: 'GET',
  path: '/api/sessions/{id}/materials/{material}',
  summary: 'A file of a session’s materials, for those who have a seat in it',
  permission: 'enrolment.own',
  params: idParams.extend({ material: id }),
  responses: { 200: { mediaType: 'application/octet-stream', description: 'The file.' } },
  problems: ['not-enrolled'],
});
