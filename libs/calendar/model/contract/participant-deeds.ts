import { id, idParams, listOf, operation } from '@luotsi/platform/model';
import * as z from 'zod';
import { stepNote } from '../enrolment';
import { candidate, participantOutcome } from '../participants';

const permission = 'session.organise';
const notYours = 'organiser-not-yours';
const off = [
  'session-draft',
  'session-without-date',
  'session-cancelled',
  'session-postponed',
  'session-past',
] as const;
const enrolmentParams = idParams.extend({ enrolment: id });
const several = z.array(id).min(1).max(500);
const outcomes = listOf(participantOutcome);

/** `GET /api/sessions/{id}/candidates/groups/{group}`: what enrolling it would lead to. */
export const previewGroup = operation({
  id: 'previewGroup',
  method: 'GET',
  path: '/api/sessions/{id}/candidates/groups/{group}',
  summary: 'The people of a group one acts for: who is in already, who would have to wait',
  permission,
  params: idParams.extend({ group: id }),
  responses: {
    200: listOf(
      candidate.extend({
        becomes: z
          .enum(['confirmed', 'waitlisted'])
          .nullable()
          .describe('Null: is in already, and stays as it is.'),
      }),
    ),
  },
  problems: [notYours, 'group-not-yours', ...off],
});

/** `POST /api/sessions/{id}/enrolments`: 200 when everybody was in already. */
export const addParticipants = operation({
  id: 'addParticipants',
  method: 'POST',
  path: '/api/sessions/{id}/enrolments',
  summary: 'Adds a person, by id or by e-mail address, or everyone of a group; they are told',
  permission,
  params: idParams,
  body: z
    .object({
      person: id.optional(),
      email: z.email().max(254).optional(),
      group: id.optional(),
      reason: stepNote.describe('Why, for those who are added to read.'),
    })
    .refine(
      ({ person, email, group }) =>
        [person, email, group].filter((given) => given !== undefined).length === 1,
    ),
  responses: { 201: outcomes, 200: outcomes },
  problems: [notYours, 'person-unknown', 'group-not-yours', 'group-empty', ...off],
});

/** `POST /api/sessions/{id}/enrolments/{enrolment}/approval`: a seat, or the waiting list. */
export const approveParticipant = operation({
  id: 'approveParticipant',
  method: 'POST',
  path: '/api/sessions/{id}/enrolments/{enrolment}/approval',
  summary: 'Approves an application: a seat, or the waiting list; the person is told',
  permission,
  params: enrolmentParams,
  body: z.object({ reason: stepNote.optional() }).default({}),
  responses: { 200: participantOutcome },
  problems: [notYours, 'enrolment-moved-on', ...off],
});

/** `POST /api/sessions/{id}/enrolments/{enrolment}/refusal` */
export const refuseParticipant = operation({
  id: 'refuseParticipant',
  method: 'POST',
  path: '/api/sessions/{id}/enrolments/{enrolment}/refusal',
  summary: 'Refuses an application; the person is told why',
  permission,
  params: enrolmentParams,
  body: z.object({ reason: stepNote }),
  responses: { 200: participantOutcome },
  problems: [notYours, 'enrolment-moved-on', ...off],
});

/** `POST /api/sessions/{id}/enrolments/{enrolment}/removal` */
export const removeParticipant = operation({
  id: 'removeParticipant',
  method: 'POST',
  path: '/api/sessions/{id}/enrolments/{enrolment}/removal',
  summary: 'Takes someone out; the seat goes to the first in line, both are told',
  permission,
  params: enrolmentParams,
  body: z.object({ reason: stepNote }),
  responses: { 200: participantOutcome },
  problems: [notYours, 'enrolment-moved-on', ...off],
});

/** `POST /api/sessions/{id}/enrolments/{enrolment}/move`: the answer tells of where they are now. */
export const moveParticipant = operation({
  id: 'moveParticipant',
  method: 'POST',
  path: '/api/sessions/{id}/enrolments/{enrolment}/move',
  summary: 'Moves someone to a seat, to the end of the line, or to another session one organises',
  permission,
  params: enrolmentParams,
  body: z.object({
    to: z
      .union([z.enum(['seat', 'line']), id])
      .describe('A seat out of turn, the end of the waiting list, or the other session’s id.'),
    reason: stepNote,
  }),
  responses: { 200: participantOutcome },
  problems: [
    notYours,
    'enrolment-moved-on',
    'no-free-seat',
    'nobody-waits',
    'already-in-other-session',
    ...off,
  ],
});

/** `POST /api/sessions/{id}/enrolments/approvals`: in the order in which they applied. */
export const approveParticipants = operation({
  id: 'approveParticipants',
  method: 'POST',
  path: '/api/sessions/{id}/enrolments/approvals',
  summary: 'Approves several applications at once, in the order in which they came',
  permission,
  params: idParams,
  body: z.object({ enrolments: several, reason: stepNote.optional() }),
  responses: { 200: outcomes },
  problems: [notYours, ...off],
});

/** `POST /api/sessions/{id}/enrolments/refusals` */
export const refuseParticipants = operation({
  id: 'refuseParticipants',
  method: 'POST',
  path: '/api/sessions/{id}/enrolments/refusals',
  summary: 'Refuses several applications at once; each is told why',
  permission,
  params: idParams,
  body: z.object({ enrolments: several, reason: stepNote }),
  responses: { 200: outcomes },
  problems: [notYours, ...off],
});
