import { id } from '@luotsi/platform/model';
import * as z from 'zod';
import { enrolmentStatuses, offerExpires, position } from './enrolment-status';
import { sessionItem } from './session';

/** Why someone is out, where it wasn't their own cancellation. */
export const outReasons = ['offer-expired', 'declined', 'refused', 'removed'] as const;

/** What a session that is over has left someone with. */
const afterwards = z
  .object({
    attended: z
      .enum(['attended', 'missed', 'unnoted'])
      .describe('By the session’s rule; unnoted: it hangs on what nobody has noted yet.'),
    been: z.number().int().describe('At how many of its meetings.'),
    certificate: z.object({ id, code: z.string() }).nullable(),
    feedback: z.boolean().describe('Whether the question how it was waits for an answer.'),
  })
  .meta({ id: 'Afterwards' });
export type Afterwards = z.infer<typeof afterwards>;

/** An entry of one's own list: the current enrolment in one session. */
export const enrolmentItem = z
  .object({
    sessionId: id,
    status: z
      .enum([...enrolmentStatuses, 'none'])
      .describe('None: of a session that is over, at which one was without ever having enrolled.'),
    position: position.optional(),
    offerExpires: offerExpires.optional(),
    out: z.enum(outReasons).optional().describe('Who is out: why, unless it was their own doing.'),
    past: z.boolean().describe('Whether the session is over.'),
    afterwards: afterwards.optional().describe('Of a session held: for whoever took part in it.'),
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
