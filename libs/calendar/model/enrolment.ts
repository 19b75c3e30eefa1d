import { id, instant, localised } from '@luotsi/platform/model';
import * as z from 'zod';
import {
  activeStatuses,
  enrolmentStatus,
  enrolmentStatuses,
  offerExpires,
  position,
} from './enrolment-status';
import { enrolmentNeeds } from './needs';

/** Why an enrolment took a step. */
export const stepReasons = [
  'enrolled',
  'applied',
  'added',
  'interested',
  'approved',
  'refused',
  'promoted',
  'offered',
  'accepted',
  'declined',
  'offer-expired',
  'moved',
  'removed',
  'cancelled-by-person',
  'account-deleted',
] as const;
export const stepReason = z.enum(stepReasons).meta({ id: 'EnrolmentStepReason' });
export type StepReason = z.infer<typeof stepReason>;

/** Who took a step: the person, someone for the organiser, or the service by its rules. */
export const stepActors = ['self', 'organiser', 'system'] as const;
export const stepActor = z.enum(stepActors).meta({ id: 'EnrolmentStepActor' });
export type StepActor = z.infer<typeof stepActor>;

/** What gave someone in line their turn; or that they left for, or came from, another session. */
export const stepOccasions = [
  'seat-freed',
  'seats-added',
  'seats-released',
  'date-set',
  'another-session',
] as const;
export const stepOccasion = z.enum(stepOccasions).meta({ id: 'EnrolmentStepOccasion' });
export type StepOccasion = z.infer<typeof stepOccasion>;

/** A reason in someone's own words. */
export const stepNote = z.string().trim().min(1).max(1_000);

/** The answer to enrolling, or to taking an offer. */
export const enrolled = z
  .object({
    status: z.enum(activeStatuses),
    position: position.optional(),
    offerExpires: offerExpires.optional(),
  })
  .meta({ id: 'Enrolled' });
export type Enrolled = z.infer<typeof enrolled>;

/** One step of an enrolment, as its person is told of it. */
export const enrolmentStep = z
  .object({
    at: instant,
    status: enrolmentStatus,
    reason: stepReason,
    by: stepActor,
    occasion: stepOccasion
      .optional()
      .describe(
        'What gave the person in line their turn, or that they were moved between sessions.',
      ),
    note: z.string().optional().describe('The reason in the words of whoever took the step.'),
  })
  .meta({ id: 'EnrolmentStep' });

/** One's own enrolment in a session, and what to know before enrolling. */
export const ownEnrolment = z
  .object({
    status: z.enum(['none', ...enrolmentStatuses]),
    position: position.optional(),
    waitingSince: instant.optional().describe('On the waiting list: since when.'),
    offerExpires: offerExpires.optional(),
    outlook: z
      .enum(['applied', 'confirmed', 'waitlisted'])
      .optional()
      .describe('Who is not in: where enrolling now would lead; absent when it is refused.'),
    needs: enrolmentNeeds.optional().describe('What one has told the organiser that one needs.'),
    interested: z
      .boolean()
      .optional()
      .describe('Of a session without a date: whether one is interested in it.'),
    overlaps: z
      .array(z.object({ sessionId: id, title: localised }))
      .describe('Other sessions one is in at the same time.'),
    history: z.array(enrolmentStep).describe('Every step, the latest first.'),
  })
  .meta({ id: 'OwnEnrolment' });
export type OwnEnrolment = z.infer<typeof ownEnrolment>;
