import { id, instant, localised } from '@luotsi/platform/model';
import * as z from 'zod';
import { sessionItem } from './session';

/** Where an enrolment stands; the table of its steps stands in `enrolment-rules.ts`. */
export const enrolmentStatuses = ['confirmed', 'waitlisted', 'cancelled'] as const;
export const enrolmentStatus = z.enum(enrolmentStatuses).meta({ id: 'EnrolmentStatus' });
export type EnrolmentStatus = z.infer<typeof enrolmentStatus>;

/** Why an enrolment took a step. */
export const stepReasons = ['enrolled', 'promoted', 'cancelled-by-person'] as const;
export type StepReason = (typeof stepReasons)[number];

const position = z.number().int().min(1).describe('Place on the waiting list; 1 is next.');

/** The answer to enrolling. */
export const enrolled = z
  .object({ status: z.enum(['confirmed', 'waitlisted']), position: position.optional() })
  .meta({ id: 'Enrolled' });
export type Enrolled = z.infer<typeof enrolled>;

/** One's own enrolment in a session, and what to know before enrolling. */
export const ownEnrolment = z
  .object({
    status: z.enum(['none', ...enrolmentStatuses]),
    position: position.optional(),
    overlaps: z
      .array(z.object({ sessionId: id, title: localised }))
      .describe('Other sessions one is in at the same time.'),
    history: z
      .array(
        z.object({
          at: instant,
          status: enrolmentStatus,
          reason: z.enum(stepReasons),
        }),
      )
      .describe('Every step, the latest first.'),
  })
  .meta({ id: 'OwnEnrolment' });
export type OwnEnrolment = z.infer<typeof ownEnrolment>;

/** An entry of one's own list: the current enrolment in one session. */
export const enrolmentItem = z
  .object({
    sessionId: id,
    status: enrolmentStatus,
    position: position.optional(),
    past: z.boolean().describe('Whether the session is over.'),
    session: sessionItem.pick({
      id: true,
      title: true,
      form: true,
      status: true,
      place: true,
      meetings: true,
      cancellationReason: true,
    }),
  })
  .meta({ id: 'EnrolmentItem' });
export type EnrolmentItem = z.infer<typeof enrolmentItem>;
