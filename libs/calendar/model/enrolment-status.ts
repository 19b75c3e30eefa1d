import { instant } from '@luotsi/platform/model';
import * as z from 'zod';

/** Where an enrolment stands; the table of what leads where stands in `enrolment-table.ts`. */
export const enrolmentStatuses = [
  'applied',
  'confirmed',
  'waitlisted',
  'offered',
  'declined',
  'cancelled',
] as const;
export const enrolmentStatus = z.enum(enrolmentStatuses).meta({ id: 'EnrolmentStatus' });
export type EnrolmentStatus = z.infer<typeof enrolmentStatus>;

/** Those who have a seat, are offered one, wait for one or for approval: who is in, one way or other. */
export const activeStatuses = ['applied', 'confirmed', 'waitlisted', 'offered'] as const;
export type ActiveStatus = (typeof activeStatuses)[number];

/** Whether someone has a seat, is offered one, or waits for one or for approval. */
export function isActive(status: EnrolmentStatus | 'none'): status is ActiveStatus {
  return (activeStatuses as readonly string[]).includes(status);
}

/** A place in line. */
export const position = z.number().int().min(1).describe('Place on the waiting list; 1 is next.');
/** When an offer ends. */
export const offerExpires = instant.describe('Until when an offered seat has to be taken.');
