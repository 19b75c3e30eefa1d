import { id } from '@luotsi/platform/model';
import * as z from 'zod';
import { enrolmentStatus, offerExpires, position } from './enrolment-status';
import { sessionItem } from './session';

/** An entry of one's own list: the current enrolment in one session. */
export const enrolmentItem = z
  .object({
    sessionId: id,
    status: enrolmentStatus,
    position: position.optional(),
    offerExpires: offerExpires.optional(),
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
