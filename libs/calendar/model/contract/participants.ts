import { id, idParams, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { enrolmentStatus } from '../enrolment-status';
import { candidate, participant, participantCounts, participantInFull } from '../participants';

const permission = 'session.organise';
const notYours = 'organiser-not-yours';
const enrolmentParams = idParams.extend({ enrolment: id });
const narrowed = z.object({ status: enrolmentStatus.optional() });

/** `GET /api/sessions/{id}/enrolments`: by name, as the language sorts. Reading it is recorded. */
export const listParticipants = operation({
  id: 'listParticipants',
  method: 'GET',
  path: '/api/sessions/{id}/enrolments',
  summary: 'The enrolled of a session that one organises: who stands where, and for how long',
  permission,
  params: idParams,
  query: narrowed,
  responses: {
    200: listOf(participant).extend({
      counts: participantCounts,
      capacity: z.number().int(),
      needsShown: z.boolean().describe('Whether diets and access needs are for the reader’s eyes.'),
    }),
  },
  problems: [notYours],
});

/** `GET /api/sessions/{id}/enrolments/{enrolment}`. Reading it is recorded. */
export const getParticipant = operation({
  id: 'getParticipant',
  method: 'GET',
  path: '/api/sessions/{id}/enrolments/{enrolment}',
  summary: 'One of the enrolled, with every step that brought them there',
  permission,
  params: enrolmentParams,
  responses: { 200: participantInFull },
  problems: [notYours],
});

/** `GET /api/sessions/{id}/enrolments/export`. It is recorded. */
export const exportParticipants = operation({
  id: 'exportParticipants',
  method: 'GET',
  path: '/api/sessions/{id}/enrolments/export',
  summary: 'The enrolled as CSV',
  permission,
  params: idParams,
  query: narrowed,
  responses: {
    200: { mediaType: 'text/csv', description: 'Semicolons, UTF-8 with a mark, words for people.' },
  },
  problems: [notYours],
});

/** `GET /api/sessions/{id}/enrolments/addresses`. It is recorded as taken out of the service. */
export const readAddresses = operation({
  id: 'readAddresses',
  method: 'GET',
  path: '/api/sessions/{id}/enrolments/addresses',
  summary: 'The e-mail addresses of the enrolled, for a letter of one’s own',
  permission,
  params: idParams,
  query: narrowed,
  responses: { 200: listOf(z.string()) },
  problems: [notYours],
});

/** `GET /api/sessions/{id}/candidates`: ten at most. */
export const findCandidates = operation({
  id: 'findCandidates',
  method: 'GET',
  path: '/api/sessions/{id}/candidates',
  summary: 'People whom one may see, to be added: by the beginnings of name or e-mail address',
  permission,
  params: idParams,
  query: z.object({ q: z.string().trim().min(2).max(100) }),
  responses: { 200: listOf(candidate) },
  problems: [notYours],
});
